<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Systems\SuperOffice\ErrorWords;
use Causeway\Systems\SuperOffice\Examination;
use Causeway\Systems\SuperOffice\Requests\GetTenantState;
use Causeway\Systems\SuperOffice\Requests\GetVersion;
use Causeway\Systems\SuperOffice\Requests\TenantState;
use Causeway\Systems\SuperOffice\UserFinder;

/**
 * Whether our own connection works. It comes first: otherwise an outage would be reported as a missing user.
 *
 * @implements Probe<Examination>
 */
final class ConnectionProbe implements Probe {

	public const PRODUCES = [ 'connection.reachable', 'connection.authorised' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		try {
			$this->meet( $look );
			if ( null !== $look->tenant && ! $look->tenant->isRunning ) {
				return $this->asleep( $look, $look->tenant );
			}
			$look->anyUserId = ( UserFinder::list( $look->api, '', 1 )->rows[0] ?? null )->associateId ?? '';
			return [ $look->write->true( 'connection.reachable' ), $look->write->true( 'connection.authorised' ) ];
		} catch ( ConnectorFault $fault ) {
			return $this->fromFault( $fault, $look );
		}
	}

	/** Asks the question that needs the least: where the tenant is, or which version the server has. */
	private function meet( Examination $look ): void {
		if ( $look->isOnline() ) {
			$look->tenant = $look->api->ask( new GetTenantState( $look->place->loginUrl(), $look->place->tenant() ) );
			$this->learnAddress( $look, $look->tenant );
			return;
		}
		try {
			$look->version = $look->api->ask( new GetVersion() );
		} catch ( ConnectorFault $fault ) {
			// An old server may show a page instead; the next question tells whether it is one of SuperOffice.
			if ( ! in_array( $fault->kind, [ FaultKind::Malformed, FaultKind::NotFound, FaultKind::Forbidden ], true ) || '' !== $fault->vendorCode ) {
				throw $fault;
			}
		}
	}

	/** Tenants move between hosts; when and from where is worth knowing while somebody still uses the old address. */
	private function learnAddress( Examination $look, TenantState $tenant ): void {
		$known = $look->api->fact( 'webAddress' );
		if ( '' === $tenant->webUrl || ! $look->place->isOwn( $tenant->webUrl ) || $tenant->webUrl === $known ) {
			return;
		}
		$look->api->learn(
			[ 'webAddress' => $tenant->webUrl ] + ( '' === $known ? [] : [
				'formerAddress' => $known,
				'movedAt'       => (string) $look->api->now(),
			] )
		);
	}

	/** @return list<\Causeway\Support\Finding> */
	private function asleep( Examination $look, TenantState $tenant ): array {
		return [
			$look->write->true( 'connection.reachable' ),
			$look->write->unknown( 'connection.authorised', FaultKind::Unreachable->value, 'The tenant does not run: its state is ' . $tenant->state . '.' ),
		];
	}

	/** @return list<\Causeway\Support\Finding> */
	private function fromFault( ConnectorFault $fault, Examination $look ): array {
		$message = $fault->getMessage();
		if ( str_starts_with( $fault->vendorCode, ErrorWords::NOT_RUNNING ) ) {
			$look->tenant = new TenantState( substr( $fault->vendorCode, strlen( ErrorWords::NOT_RUNNING ) ), false );
			return $this->asleep( $look, $look->tenant );
		}
		if ( FaultKind::Forbidden === $fault->kind ) {
			// Only this question is forbidden; the others are still asked.
			return [ $look->write->true( 'connection.reachable' ), $look->write->true( 'connection.authorised', $message ) ];
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
