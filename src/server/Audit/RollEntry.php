<?php

declare(strict_types=1);

namespace Causeway\Audit;

/** Somebody who may want to log in, as far as an audit needs to know them. */
final class RollEntry {

	/**
	 * @param string            $connection Slug of the connection in which their record is.
	 * @param string            $contactId  That this site knows; '' for none.
	 * @param RemoteRecord|null $user       The login user itself, of somebody whom only the connected system knows.
	 */
	public function __construct(
		public readonly string $personKey,
		public readonly int $userId,
		public readonly string $label,
		public readonly string $connection,
		public readonly string $contactId,
		public readonly string $emailHash,
		public readonly ?RemoteRecord $user = null,
	) {}
}
