<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Support\Truth;
use Causeway\Systems\Magentrix\Examination;
use Causeway\Systems\Magentrix\Requests\Moment;
use Causeway\Systems\Magentrix\Requests\PortalUser;
use Causeway\Systems\Magentrix\Requests\Query;

/**
 * Whether many others lost their contact as well, as after a clean-up of the CRM. Asked only where this person has none.
 *
 * @implements Probe<Examination>
 */
final class CrowdProbe implements Probe {

	public const PRODUCES = [ 'users.many-cut-off' ];

	/** Active users who are looked through. */
	private const SAMPLE = 2_000;

	/** Others who lost their contact, from which on it is more than a few mistakes; and the share of all that they have to be. */
	private const FEWEST = 5;
	private const SHARE  = 0.05;

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$user = $look->user;
		if ( null === $user ) {
			return $look->write->allUnknown( self::PRODUCES, $look->noUser );
		}
		if ( Truth::False === $look->needsContact ) {
			return $look->write->allUnknown( self::PRODUCES, 'not-needed' );
		}
		if ( '' !== $look->contactId && Truth::False !== $look->contactIsThere ) {
			return $look->write->allUnknown( self::PRODUCES, 'not-asked', 'This person’s own contact is there, or could not be looked at.' );
		}
		$contact = $look->portal->contactField();
		$type    = $look->api->fact( 'typeField' );
		foreach ( [ 'Contact.Id', '' ] as $relation ) {
			$rows = $this->sample( $look, array_values( array_filter( [ 'Id', 'LastLogin', $contact, $type, $relation ] ) ) );
			if ( null !== $rows ) {
				return [ $this->count( $look, $rows, static fn ( array $row ): bool => JsonPath::text( $row, 'Id' ) !== $user->id, static fn ( array $row ): bool => self::isCutOff( $row, $contact, $type, '' !== $relation ), '' !== $relation ) ];
			}
		}
		return $look->write->allUnknown( self::PRODUCES, 'unsupported' );
	}

	/**
	 * @param list<array<mixed>>           $rows
	 * @param \Closure(array<mixed>): bool $isOther
	 * @param \Closure(array<mixed>): bool $isCutOff
	 * @param bool                         $isWhole  Whether links that lead nowhere are among those counted.
	 */
	private function count( Examination $look, array $rows, \Closure $isOther, \Closure $isCutOff, bool $isWhole ): Finding {
		$others = array_filter( $rows, $isOther );
		$cut    = count( array_filter( $others, $isCutOff ) );
		$detail = $cut . ' of ' . count( $others ) . ' other active users have no contact although they need one and have logged in before.';
		$isMany = $cut >= max( self::FEWEST, self::SHARE * count( $others ) );
		return $isMany || $isWhole ? $look->write->of( 'users.many-cut-off', $isMany, $detail ) : $look->write->unknown( 'users.many-cut-off', 'not-readable', $detail );
	}

	/**
	 * Active users with these fields; null where the portal does not take such a question.
	 *
	 * @param list<string> $fields
	 * @return list<array<mixed>>|null
	 * @throws ConnectorFault
	 */
	private function sample( Examination $look, array $fields ): ?array {
		try {
			return $look->api->ask( new Query( 'SELECT ' . implode( ', ', $fields ) . ' FROM User WHERE IsActive = true LIMIT ' . self::SAMPLE ) )->rows;
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::Rejected === $fault->kind ) {
				return null;
			}
			throw $fault;
		}
	}

	/** @param array<mixed> $row */
	private static function isCutOff( array $row, string $contact, string $type, bool $hasRelation ): bool {
		if ( 0 === Moment::of( JsonPath::text( $row, 'LastLogin' ) ) ) {
			// Who never got in has lost nothing.
			return false;
		}
		$needs = '' === $type ? Truth::Unknown : PortalUser::wantsContact( JsonPath::text( $row, $type ) );
		if ( '' === JsonPath::text( $row, $contact ) ) {
			// Colleagues have none either, so without the kind of licence nothing follows from it.
			return Truth::True === $needs;
		}
		return $hasRelation && Truth::False !== $needs && '' === JsonPath::text( $row, 'Contact', 'Id' );
	}
}
