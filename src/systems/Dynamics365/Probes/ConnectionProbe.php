<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\Dynamics365\Examination;
use Causeway\Systems\Dynamics365\Requests\Caller;
use Causeway\Systems\Dynamics365\Requests\GetPrivilege;

/**
 * Whether our own connection works, and whether its role reaches every contact. It comes first: otherwise an outage would be reported as a
 * deleted contact, and a contact of another business unit as one that is gone.
 *
 * @implements Probe<Examination>
 */
final class ConnectionProbe implements Probe {

	public const PRODUCES = [ 'connection.reachable', 'connection.authorised', 'connection.scopes' ];

	private const EVERYTHING = 'Global';

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		try {
			$caller = $look->people->caller();
		} catch ( ConnectorFault $fault ) {
			return $this->fromFault( $fault, $look );
		}
		return [
			$look->write->true( 'connection.reachable' ),
			$look->write->true( 'connection.authorised', 'User ' . $caller->userId . ' of organisation ' . $caller->organisationId . '.' ),
			$this->scopes( $look, $caller ),
		];
	}

	private function scopes( Examination $look, Caller $caller ): Finding {
		$missing = [];
		try {
			foreach ( [ 'prvReadContact', 'prvReadAccount', ...( $look->connection->mayWrite ? [ 'prvWriteContact', 'prvCreateContact' ] : [] ) ] as $privilege ) {
				$depth = $look->api->ask( new GetPrivilege( $caller->userId, $privilege ) );
				if ( self::EVERYTHING !== $depth ) {
					$missing[] = $privilege . ( '' === $depth ? '' : ' (reaches only ' . $depth . ')' );
				}
			}
		} catch ( ConnectorFault $fault ) {
			if ( $look->mayBeQuota( $fault ) ) {
				$look->throttle = $fault;
			}
			return $look->write->unknown( 'connection.scopes', $fault->reason(), $fault->getMessage() );
		}
		return [] === $missing
			? $look->write->true( 'connection.scopes' )
			: $look->write->false( 'connection.scopes', 'Not granted for the whole organisation: ' . implode( ', ', $missing ) . '.' );
	}

	/** @return list<Finding> */
	private function fromFault( ConnectorFault $fault, Examination $look ): array {
		$message = $fault->getMessage();
		if ( $look->mayBeQuota( $fault ) ) {
			$look->throttle = $fault;
			return [ $look->write->true( 'connection.reachable' ), $look->write->true( 'connection.authorised' ) ];
		}
		$look->end( $fault->reason(), $message );
		if ( str_starts_with( $fault->vendorCode, 'causeway-' ) && 'causeway-not-set-up' !== $fault->vendorCode ) {
			return $look->write->allUnknown( self::PRODUCES, $fault->reason(), $message );
		}
		return match ( $fault->kind ) {
			FaultKind::Unauthorised => [
				'causeway-not-set-up' === $fault->vendorCode ? $look->write->unknown( 'connection.reachable', $fault->reason(), $message ) : $look->write->true( 'connection.reachable' ),
				$look->write->false( 'connection.authorised', $message ),
			],
			FaultKind::Forbidden => [ $look->write->true( 'connection.reachable' ), $look->write->false( 'connection.authorised', $message ) ],
			FaultKind::Unreachable, FaultKind::TimedOut, FaultKind::ServerFault => [ $look->write->false( 'connection.reachable', $message ) ],
			FaultKind::Malformed => [],
			default => [ $look->write->true( 'connection.reachable', $message ) ],
		};
	}
}
