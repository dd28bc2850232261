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

	/** Seconds over which the pace is measured: less says nothing, more hides what has changed. */
	private const PACE_SECONDS = [ 600, 7_200 ];

	/** Vendors give calls by the day: what would last longer is renewed before. */
	private const DAY_SECONDS = 86_400;

	private function __construct(
		public readonly ?int $limit,
		public readonly ?int $remaining,
		/** Calls a day that Causeway may make. */
		public readonly int $own,
		/** When they will be used up at the pace of the last hours, Unix seconds; null where they last for a day, none are left, or nobody can tell. */
		public readonly ?int $runsOutAt,
	) {}

	public static function of( Connection $connection, int $now ): self {
		$limit     = self::number( $connection->facts['quotaLimit'] ?? '' );
		$seenAt    = self::number( $connection->facts['quotaSeenAt'] ?? '' ) ?? 0;
		$remaining = $now - $seenAt <= self::REMAINING_VALID_SECONDS ? self::number( $connection->facts['quotaRemaining'] ?? '' ) : null;
		$entered   = self::number( $connection->fields['daily_calls'] ?? '' );
		return new self(
			$limit,
			$remaining,
			$entered ?? ( null === $limit || 0 === $limit ? self::CALLS_WHERE_UNSAID : (int) floor( self::SHARE * $limit ) ),
			null === $remaining ? null : self::forecast( self::number( $connection->facts['quotaPaceAt'] ?? '' ), self::number( $connection->facts['quotaPaceFrom'] ?? '' ), $seenAt, $remaining )
		);
	}

	/**
	 * Adds to what was just learnt of the calls left where the measuring of their pace began: `quotaPaceAt` (Unix seconds) and `quotaPaceFrom` (calls).
	 *
	 * It begins anew where there are more calls than before, because they were renewed, and every two hours, from what was seen last.
	 *
	 * @param array<string, string> $known  Facts so far.
	 * @param array<string, string> $learnt The news.
	 * @return array<string, string>
	 */
	public static function withPace( array $known, array $learnt ): array {
		$remaining = self::number( $learnt['quotaRemaining'] ?? '' );
		$seenAt    = self::number( $learnt['quotaSeenAt'] ?? '' );
		if ( null === $remaining || null === $seenAt ) {
			return $learnt;
		}
		$before     = self::number( $known['quotaRemaining'] ?? '' );
		$beforeAt   = self::number( $known['quotaSeenAt'] ?? '' );
		$from       = self::number( $known['quotaPaceAt'] ?? '' );
		$isRenewed  = null === $before || null === $beforeAt || null === $from || $remaining > $before;
		$isOutdated = ! $isRenewed && $seenAt - $from > self::PACE_SECONDS[1];
		return match ( true ) {
			$isRenewed => self::paceFrom( $seenAt, $remaining ) + $learnt,
			$isOutdated => self::paceFrom( $beforeAt, $before ) + $learnt,
			default => $learnt,
		};
	}

	/** @return array{quotaPaceAt: string, quotaPaceFrom: string} */
	private static function paceFrom( int $at, int $remaining ): array {
		return [
			'quotaPaceAt'   => (string) $at,
			'quotaPaceFrom' => (string) $remaining,
		];
	}

	private static function forecast( ?int $fromAt, ?int $from, int $seenAt, int $remaining ): ?int {
		if ( null === $fromAt || null === $from || 0 === $remaining || $from <= $remaining || $seenAt - $fromAt < self::PACE_SECONDS[0] ) {
			return null;
		}
		$left = (int) ceil( $remaining * ( $seenAt - $fromAt ) / ( $from - $remaining ) );
		return $left <= self::DAY_SECONDS ? $seenAt + $left : null;
	}

	/** Whether so much is used by everybody that only who waits may still ask. */
	public function isNearlyUsedUp(): bool {
		return null !== $this->limit && null !== $this->remaining && $this->limit - $this->remaining >= self::STOP_AT * $this->limit;
	}

	private static function number( string $text ): ?int {
		return 1 === preg_match( '/^\d{1,12}$/D', $text ) ? (int) $text : null;
	}
}
