<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\HubSpot\Examination;
use Causeway\Systems\HubSpot\Requests\SeeContacts;

/**
 * Whether our own connection works, and may read contacts and companies. It comes first: otherwise an outage would be reported as a deleted
 * contact.
 *
 * @implements Probe<Examination>
 */
final class ConnectionProbe implements Probe {

	public const PRODUCES = [ 'connection.reachable', 'connection.authorised', 'connection.scopes' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		try {
			$account = $look->people->account();
		} catch ( ConnectorFault $fault ) {
			return $this->fromFault( $fault, $look );
		}
		return [
			$look->write->true( 'connection.reachable' ),
			$look->write->true( 'connection.authorised', 'HubSpot account ' . $account->portalId . '.' ),
			$this->scopes( $look ),
		];
	}

	/** HubSpot does not say what a private app may do, so the two questions on which everything stands are asked in one call. */
	private function scopes( Examination $look ): Finding {
		try {
			$look->api->ask( new SeeContacts() );
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::Forbidden === $fault->kind ) {
				return $look->write->false( 'connection.scopes', $fault->getMessage() );
			}
			if ( $look->mayBeQuota( $fault ) ) {
				$look->throttle = $fault;
			}
			return $look->write->unknown( 'connection.scopes', $fault->reason(), $fault->getMessage() );
		}
		return $look->write->true( 'connection.scopes' );
	}

	/** @return list<Finding> */
	private function fromFault( ConnectorFault $fault, Examination $look ): array {
		$message = $fault->getMessage();
		if ( $look->mayBeQuota( $fault ) ) {
			$look->throttle = $fault;
			return [ $look->write->true( 'connection.reachable' ), $look->write->true( 'connection.authorised' ), $look->write->unknown( 'connection.scopes', $fault->reason(), $message ) ];
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
