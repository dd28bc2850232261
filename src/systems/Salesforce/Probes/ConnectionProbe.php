<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\Salesforce\ErrorWords;
use Causeway\Systems\Salesforce\Examination;

/**
 * Whether our own connection works. It comes first: otherwise an outage would be reported as a deleted contact.
 *
 * @implements Probe<Examination>
 */
final class ConnectionProbe implements Probe {

	public const PRODUCES = [ 'connection.reachable', 'connection.authorised', 'connection.scopes' ];

	/** Either lets a session use REST. */
	private const SCOPES = [ 'api', 'full' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		try {
			$organisation = $look->people->organisation();
			return [
				$look->write->true( 'connection.reachable' ),
				$look->write->true( 'connection.authorised', 'Organisation ' . $organisation->name . ' (' . $organisation->id . ').' ),
				$this->scopes( $look ),
			];
		} catch ( ConnectorFault $fault ) {
			return $this->fromFault( $fault, $look );
		}
	}

	/** @return list<Finding> */
	private function fromFault( ConnectorFault $fault, Examination $look ): array {
		$message = $fault->getMessage();
		if ( FaultKind::Forbidden === $fault->kind && ErrorWords::STALE_TOKEN === $fault->vendorCode ) {
			// Without the scope no question is answered.
			$look->end( $fault->reason(), $message );
			return [ $look->write->true( 'connection.reachable' ), $look->write->true( 'connection.authorised' ), $look->write->false( 'connection.scopes', $message ) ];
		}
		if ( FaultKind::Forbidden === $fault->kind ) {
			// Only this question is forbidden; the others are still asked.
			return [ $look->write->true( 'connection.reachable' ), $look->write->true( 'connection.authorised', $message ), $this->scopes( $look ) ];
		}
		if ( FaultKind::QuotaExhausted === $fault->kind || $look->mayBeQuota( $fault ) ) {
			$look->throttle = $fault;
			return [ $look->write->true( 'connection.reachable' ), $look->write->true( 'connection.authorised' ), $this->scopes( $look ) ];
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
			FaultKind::Unreachable, FaultKind::TimedOut, FaultKind::ServerFault => [ $look->write->false( 'connection.reachable', $message ) ],
			FaultKind::Malformed => [],
			default => [ $look->write->true( 'connection.reachable', $message ) ],
		};
	}

	private function scopes( Examination $look ): Finding {
		$granted = $look->api->token()->scopes;
		return match ( true ) {
			// An answered call is proof enough where the scopes are not named.
			[] === $granted, [] !== array_intersect( self::SCOPES, $granted ) => $look->write->true( 'connection.scopes' ),
			default => $look->write->false( 'connection.scopes', 'The app grants ' . implode( ', ', $granted ) . ', but not “api”.' ),
		};
	}
}
