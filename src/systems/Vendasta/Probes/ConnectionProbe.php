<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\Vendasta\ErrorWords;
use Causeway\Systems\Vendasta\Examination;
use Causeway\Systems\Vendasta\Requests\ListUsers;
use Causeway\Systems\Vendasta\Scopes;

/**
 * Whether our own connection works. It comes first: otherwise an outage would be reported as a missing user.
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
			$look->seesUsers = [] !== $look->api->ask( ListUsers::of( $look->place->partnerId(), limit: 1 ) )->users;
			return [ $look->write->true( 'connection.reachable' ), $look->write->true( 'connection.authorised' ), $this->scopes( $look ) ];
		} catch ( ConnectorFault $fault ) {
			return $this->fromFault( $fault, $look );
		}
	}

	/** @return list<Finding> */
	private function fromFault( ConnectorFault $fault, Examination $look ): array {
		$message = $fault->getMessage();
		if ( FaultKind::Forbidden === $fault->kind ) {
			if ( ErrorWords::SCOPE === $fault->vendorCode ) {
				// There is no token at all, so nothing else can be asked.
				$look->end( $fault->reason(), $message );
			}
			return [ $look->write->true( 'connection.reachable' ), $look->write->true( 'connection.authorised' ), $look->write->false( 'connection.scopes', $message ) ];
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
		$missing = Scopes::missing( $granted, $look->connection->mayWrite );
		return match ( true ) {
			[] === $granted => $look->write->unknown( 'connection.scopes', 'not-said', 'Vendasta did not say what the access covers.' ),
			[] !== $missing => $look->write->false( 'connection.scopes', 'Not covered: ' . implode( ', ', $missing ) . '.' ),
			default => $look->write->true( 'connection.scopes' ),
		};
	}
}
