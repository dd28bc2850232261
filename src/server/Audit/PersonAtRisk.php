<?php

declare(strict_types=1);

namespace Causeway\Audit;

use Causeway\Diagnosis\Confidence;

/** Somebody who would be refused if they tried now, and why. */
final class PersonAtRisk {

	/**
	 * @param string $personKey  `user:12`, `portal:34`, or `record:<connection>:<id>` of somebody whom only the connected system knows.
	 * @param string $label      Name or address for the site admin.
	 * @param string $connection Slug.
	 * @param int    $since      When an audit first saw it, Unix seconds.
	 * @param int    $endsAt     Until when the contact can be brought back from its recycle bin; 0 where nobody says, or it is in none.
	 * @param int    $invitedAt  When the invitation that nobody confirmed was sent; 0 where nobody says, or there is none.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $personKey,
		public readonly int $userId,
		public readonly string $label,
		public readonly string $connection,
		public readonly string $system,
		public readonly string $cause,
		public readonly Confidence $confidence,
		public readonly int $since,
		public readonly int $seenAt,
		public readonly int $endsAt = 0,
		public readonly int $invitedAt = 0,
	) {}
}
