<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** What a connection may cost: what the vendor said of the day's calls, and what the site's admin allows. */
final class Quota {

	/** Causeway's share of the day's calls, where the vendor tells them and the admin says nothing else. */
	private const SHARE = 0.1;

	private const CALLS_WHERE_UNSAID = 500;

	/** Seconds for which the vendor's word on what is left still counts. */
	private const REMAINING_VALID_SECONDS = 3_600;

	/** Of the day's calls that everybody together has used, beyond which an audit waits until tomorrow. */
	private const STOP_AT = 0.8;

	private function __construct(
		public readonly ?int $limit,
		public readonly ?int $remaining,
		/** Calls a day that Causeway may make. */
		public readonly int $own,
	) {}

	public static function of( Connection $connection, int $now ): self {
		$limit     = self::number( $connection->facts['quotaLimit'] ?? '' );
		$seenAt    = self::number( $connection->facts['quotaSeenAt'] ?? '' ) ?? 0;
		$remaining = $now - $seenAt <= self::REMAINING_VALID_SECONDS ? self::number( $connection->facts['quotaRemaining'] ?? '' ) : null;
		$entered   = self::number( $connection->fields['daily_calls'] ?? '' );
		return new self( $limit, $remaining, $entered ?? ( null === $limit || 0 === $limit ? self::CALLS_WHERE_UNSAID : (int) floor( self::SHARE * $limit ) ) );
	}

	/** Whether so much is used by everybody that only who waits may still ask. */
	public function isNearlyUsedUp(): bool {
		return null !== $this->limit && null !== $this->remaining && $this->limit - $this->remaining >= self::STOP_AT * $this->limit;
	}

	private static function number( string $text ): ?int {
		return 1 === preg_match( '/^\d{1,12}$/D', $text ) ? (int) $text : null;
	}
}
