<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Systems\Magentrix\Examination;
use Causeway\Systems\Magentrix\Requests\Query;

/**
 * Whether our own connection works, and may see users. It comes first: otherwise an outage would be reported as a missing user.
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
			$rows = $look->api->ask( new Query( 'SELECT Id FROM User LIMIT 1' ) )->rows;
			return [
				$look->write->true( 'connection.reachable' ),
				$look->write->true( 'connection.authorised' ),
				// Everybody sees themselves, so an empty list is a closed one.
				$look->write->of( 'connection.scopes', [] !== $rows, [] === $rows ? 'The list of users shows nobody to this connection.' : '' ),
			];
		} catch ( ConnectorFault $fault ) {
			return $this->fromFault( $fault, $look );
		}
	}

	/** @return list<\Causeway\Support\Finding> */
	private function fromFault( ConnectorFault $fault, Examination $look ): array {
		$message = $fault->getMessage();
		if ( in_array( $fault->kind, [ FaultKind::Forbidden, FaultKind::Unsupported ], true ) && ! str_starts_with( $fault->vendorCode, 'causeway-' ) ) {
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
}
