<?php

declare(strict_types=1);

namespace Causeway\Audit;

use Causeway\Support\Truth;

/** One record of a person in a connected system, as the last pass saw it. */
final class RemoteRecord {

	/**
	 * @param string             $connection Slug.
	 * @param 'contact'|'user' $kind
	 * @param 'live'|'in-recycle-bin'|'permanently-deleted'|'merged'|'gone' $presence
	 * @param string             $emailHash  Keyed; '' where the record has no address.
	 * @param string             $contactId  Of a user: the contact that it belongs to.
	 * @param Truth              $needsContact Of a user: whether it may log in only while a contact belongs to it.
	 * @param int                $endsAt     Of one in a recycle bin: until when it can be brought back; 0 where nobody says.
	 */
	public function __construct(
		public readonly string $connection,
		public readonly string $kind,
		public readonly string $id,
		public readonly string $presence,
		public readonly string $emailHash,
		public readonly string $contactId,
		public readonly string $accountId,
		public readonly Truth $isActive,
		public readonly Truth $isConfirmed,
		public readonly int $invitedAt,
		public readonly int $seenAt,
		public readonly Truth $needsContact = Truth::Unknown,
		public readonly int $endsAt = 0,
	) {}
}
