<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Connector\ConnectorFault;

/** How long to leave a system alone that could not be asked for a passing reason. */
final class Waits {

	/** Seconds before the first new try, by {@see ConnectorFault::reason()}. What is not here does not pass by waiting. */
	private const FIRST = [
		'rate-limited'    => 15,
		'timed-out'       => 30,
		'server-fault'    => 30,
		'malformed'       => 60,
		'unreachable'     => 60,
		'circuit-open'    => 60,
		'quota-exhausted' => 900,
		'budget-spent'    => 3_600,
	];

	private const LONGEST = 3_600;

	/** What may lie in one person's record as well as in the whole system: trying for ever would spend calls on it. */
	private const PERSONAL = [ 'timed-out', 'server-fault', 'malformed' ];

	public static function isPassing( string $reason ): bool {
		return isset( self::FIRST[ $reason ] );
	}

	/** Whether it may be this person's record alone that cannot be read. */
	public static function mayBePersonal( string $reason ): bool {
		return in_array( $reason, self::PERSONAL, true );
	}

	/**
	 * @param list<string> $reasons
	 * @param int          $tries   How often it was tried in vain before; each doubles the wait.
	 * @return int Seconds, for the slowest of the reasons; 0 where waiting does not help.
	 */
	public static function seconds( array $reasons, int $tries = 0 ): int {
		$waits = array_intersect_key( self::FIRST, array_flip( $reasons ) );
		return [] === $waits ? 0 : min( self::LONGEST, max( $waits ) * 2 ** min( $tries, 8 ) );
	}

	/** As {@see seconds()}, and no sooner than the system itself asked for. */
	public static function after( ConnectorFault $fault ): int {
		$wait = self::seconds( [ $fault->reason() ] );
		return 0 === $wait ? 0 : min( self::LONGEST, max( $wait, $fault->retryAfterSeconds ?? 0 ) );
	}
}
