<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\ZohoDesk\Dialect;
use Causeway\Systems\ZohoDesk\ErrorWords;
use Causeway\Systems\ZohoDesk\Examination;
use Causeway\Systems\ZohoDesk\Requests\GetOrganisation;
use Causeway\Systems\ZohoDesk\Requests\ListOrganisations;
use Causeway\Systems\ZohoDesk\Requests\Organisation;
use Causeway\Systems\ZohoDesk\Scopes;

/**
 * Whether our own connection works, and for the right organisation. It comes first: otherwise an outage would be reported as a deleted contact.
 *
 * @implements Probe<Examination>
 */
final class ConnectionProbe implements Probe {

	public const PRODUCES = [ 'connection.reachable', 'connection.authorised', 'connection.scopes', 'organisation.matches' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$number = Dialect::organisation( $look->connection );
		try {
			$organisation = $look->api->ask( new GetOrganisation( $number ) );
			return $organisation->id === $number ? $this->healthy( $look, $organisation ) : $this->elsewhere( $look, $number, [ $organisation ] );
		} catch ( ConnectorFault $fault ) {
			$others = $this->otherOrganisations( $look, $number, $fault );
			return null === $others ? $this->fromFault( $fault, $look ) : $this->elsewhere( $look, $number, $others );
		}
	}

	/** @return list<Finding> */
	private function healthy( Examination $look, Organisation $organisation ): array {
		$look->api->learn(
			[
				'organisation' => $organisation->name,
				'portalName'   => $organisation->portalName,
				'edition'      => $organisation->edition,
			]
		);
		return [
			$look->write->true( 'connection.reachable' ),
			$look->write->true( 'connection.authorised', 'Organisation ' . $organisation->label() . '.' ),
			$this->scopes( $look ),
			$look->write->true( 'organisation.matches', $organisation->label() . '.' ),
		];
	}

	/**
	 * The organisations that the consent is good for, where a refusal means that the entered one is none of them; null where it means anything else.
	 *
	 * @return list<Organisation>|null
	 */
	private function otherOrganisations( Examination $look, string $number, ConnectorFault $fault ): ?array {
		$isSaid = ErrorWords::ORGANISATION === $fault->vendorCode;
		if ( ! $isSaid && ! ErrorWords::isAbsence( $fault ) ) {
			return null;
		}
		try {
			$known = $look->api->ask( new ListOrganisations() );
		} catch ( ConnectorFault ) {
			return $isSaid ? [] : null;
		}
		$isAmong = in_array( $number, array_map( static fn ( Organisation $one ): string => $one->id, $known ), true );
		return $isSaid || ! $isAmong ? $known : null;
	}

	/**
	 * @param list<Organisation> $known
	 * @return list<Finding>
	 */
	private function elsewhere( Examination $look, string $number, array $known ): array {
		$names  = implode( ', ', array_map( static fn ( Organisation $one ): string => $one->label(), $known ) );
		$detail = 'Entered: ' . $number . '.' . ( '' === $names ? '' : ' The consent is good for: ' . $names . '.' );
		$look->end( 'other-organisation', $detail );
		return [
			$look->write->true( 'connection.reachable' ),
			$look->write->true( 'connection.authorised', 'The access token is accepted.' ),
			$this->scopes( $look ),
			$look->write->false( 'organisation.matches', $detail ),
		];
	}

	/** @return list<Finding> */
	private function fromFault( ConnectorFault $fault, Examination $look ): array {
		$message = $fault->getMessage();
		if ( FaultKind::Forbidden === $fault->kind ) {
			// Only this question is forbidden; the others are still asked.
			return [ $look->write->true( 'connection.reachable' ), $look->write->true( 'connection.authorised', $message ), $this->scopes( $look, $fault ), $look->write->unknown( 'organisation.matches', $fault->reason(), $message ) ];
		}
		if ( FaultKind::QuotaExhausted === $fault->kind || $look->mayBeQuota( $fault ) ) {
			$look->throttle = $fault;
			return [ $look->write->true( 'connection.reachable' ), $look->write->true( 'connection.authorised' ), $this->scopes( $look ), $look->write->unknown( 'organisation.matches', $fault->reason(), $message ) ];
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
