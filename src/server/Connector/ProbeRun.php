<?php

declare(strict_types=1);

namespace Causeway\Connector;

use Causeway\Support\Finding;

/**
 * Asks probes in their order and never throws: a fault makes what could not be asked unknown, and one that leaves no chance ends the look.
 *
 * @template E of Examination
 */
final class ProbeRun {

	/** Faults after which no other question has a chance. */
	private const ENDING = [ FaultKind::Unreachable, FaultKind::TimedOut, FaultKind::Unauthorised, FaultKind::ServerFault, FaultKind::QuotaExhausted, FaultKind::RateLimited ];

	/** @param E $look */
	public function __construct( private readonly Examination $look ) {}

	/**
	 * @param list<Probe<E>> $connection About the connection alone; the last one settles what a throttled call meant.
	 * @param list<Probe<E>> $person     About the person.
	 * @return list<Finding> Each declared key once.
	 */
	public function ask( array $connection, array $person ): array {
		$found = [];
		$take  = function ( Probe $probe ) use ( &$found ): void {
			foreach ( $this->answersOf( $probe ) as $finding ) {
				$found[ $finding->key ] = $finding;
			}
		};
		foreach ( $connection as $probe ) {
			$take( $probe );
		}
		$quota = [] === $connection ? null : $connection[ count( $connection ) - 1 ];
		foreach ( $person as $probe ) {
			$take( $probe );
			if ( null !== $quota && null !== $this->look->throttle && '' === $this->look->endReason() ) {
				// The quota ran out on the way, or too many calls ran at once: find out which, then take up the thread.
				$take( $quota );
				$take( $probe );
			}
		}
		return array_values( $found );
	}

	/**
	 * @param Probe<E> $probe
	 * @return list<Finding> One for each key of the probe.
	 */
	private function answersOf( Probe $probe ): array {
		$look = $this->look;
		if ( '' !== $look->endReason() ) {
			return $look->write->allUnknown( $probe->produces(), $look->endReason(), $look->endDetail() );
		}
		try {
			$answers = $probe->answer( $look );
			$reason  = $look->endReason();
			$detail  = $look->endDetail();
		} catch ( ConnectorFault $fault ) {
			$answers = [];
			$reason  = $fault->reason();
			$detail  = $fault->getMessage();
			if ( $look->mayBeQuota( $fault ) ) {
				$look->throttle = $fault;
			} elseif ( in_array( $fault->kind, self::ENDING, true ) || str_starts_with( $fault->vendorCode, 'causeway-' ) ) {
				$look->end( $reason, $detail );
			}
			$look->missed( $probe::class, $reason );
		}
		$byKey = array_column( $look->write->allUnknown( $probe->produces(), '' === $reason ? 'not-asked' : $reason, $detail ), null, 'key' );
		foreach ( $answers as $finding ) {
			$byKey[ $finding->key ] = $finding;
		}
		return array_values( $byKey );
	}
}
