<?php

declare(strict_types=1);

namespace Causeway\Connector;

use Causeway\Support\Truth;

/** One record of a person as an audit reads it: a contact of a CRM, or a login user of a portal system. '' or 0 means "not said". */
final class BulkPerson {

	/**
	 * @param 'contact'|'user'                                          $kind
	 * @param string                                                    $id        The record's id in its system.
	 * @param 'live'|'in-recycle-bin'|'permanently-deleted'|'merged'|'gone' $presence  `gone`: deleted, and nobody says where to.
	 * @param string                                                    $email     Lower case.
	 * @param string                                                    $contactId Of a user: the contact that it belongs to.
	 * @param string                                                    $survivor  Of a merged record: the one that took its place.
	 * @param Truth                                                     $isActive  Whether it may log in, as far as the record itself says.
	 * @param int                                                       $invitedAt Unix seconds.
	 * @param int                                                       $changedAt Unix seconds.
	 * @param int                                                       $endsAt    Of one in a recycle bin: until when it can be brought back, Unix seconds.
	 * @param Truth                                                     $needsContact Of a user: whether it may log in only while a contact belongs to it.
	 */
	public function __construct(
		public readonly string $kind,
		public readonly string $id,
		public readonly string $presence = 'live',
		public readonly string $email = '',
		public readonly string $contactId = '',
		public readonly string $accountId = '',
		public readonly string $survivor = '',
		public readonly Truth $isActive = Truth::Unknown,
		public readonly Truth $isConfirmed = Truth::Unknown,
		public readonly int $invitedAt = 0,
		public readonly int $changedAt = 0,
		public readonly Truth $needsContact = Truth::Unknown,
		public readonly int $endsAt = 0,
	) {}
}
