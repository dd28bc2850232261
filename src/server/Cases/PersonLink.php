<?php

declare(strict_types=1);

namespace Causeway\Cases;

/**
 * Who a person is in one connected system, as known while things worked.
 *
 * Several systems' recycle bins show no e-mail: a deleted contact is found only by the id that was known before.
 */
final class PersonLink {

	/** @param string $connection Slug of the connection, or of the local portal (`catalyst-connect`). */
	public function __construct(
		public readonly string $connection,
		public readonly int $userId,
		public readonly int $portalUserId,
		public readonly string $loginHash,
		public readonly string $emailHash,
		public readonly string $contactId,
		public readonly string $accountId,
		public readonly int $seenAt,
	) {}
}
