<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\ZohoCrm\ErrorWords;
use Causeway\Systems\ZohoCrm\Examination;
use Causeway\Systems\ZohoCrm\Scopes;

/**
 * Whether our own connection works. It comes first: otherwise an outage would be reported as a deleted contact.
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
			$organisation = $look->organisation();
			return [
				$look->write->true( 'connection.reachable' ),
				$look->write->true( 'connection.authorised', 'Organisation ' . $organisation->name . ' (' . $organisation->zgid . ').' ),
				$this->scopes( $look ),
			];
		} catch ( ConnectorFault $fault ) {
			return $this->fromFault( $fault, $look );
		}
	}

	/** @return list<Finding> */
	private function fromFault( ConnectorFault $fault, Examination $look ): array {
		$message = $fault->getMessage();
		if ( FaultKind::Forbidden === $fault->kind ) {
			// Only this question is forbidden; the others are still asked.
			return [ $look->write->true( 'connection.reachable' ), $look->write->true( 'connection.authorised', $message ), $this->scopes( $look, $fault ) ];
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

	private function scopes( Examination $look, ?ConnectorFault $fault = null ): Finding {
		$needed  = $look->connection->mayWrite ? [ ...Scopes::READING, ...Scopes::WRITING ] : Scopes::READING;
		$granted = $look->api->token()->scopes;
		$missing = [] === $granted ? [] : Scopes::missing( $granted, $needed );
		if ( [] !== $missing ) {
			return $look->write->false( 'connection.scopes', 'Not covered: ' . implode( ', ', $missing ) . '.' );
		}
		if ( ErrorWords::SCOPE === $fault?->vendorCode ) {
			return $look->write->false( 'connection.scopes', $fault->getMessage() );
		}
		return [] === $granted
			? $look->write->unknown( 'connection.scopes', 'not-said', 'Zoho did not say what the token covers.' )
			: $look->write->true( 'connection.scopes' );
	}
}
