<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\Dynamics365\ErrorWords;
use Causeway\Systems\Dynamics365\Examination;
use Causeway\Systems\Dynamics365\People;
use Causeway\Systems\Dynamics365\Requests\Column;
use Causeway\Systems\Dynamics365\Requests\GetContact;

/**
 * Whether the column that the portal takes as user name is still there, may be read, and is filled.
 *
 * @implements Probe<Examination>
 */
final class PortalFieldProbe implements Probe {

	public const PRODUCES = [ 'portal-field.mapped', 'portal-field.exists', 'portal-field.visible', 'portal-field.filled' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$name = $look->portalField;
		if ( 1 !== preg_match( '/^[a-z]\w{0,99}$/D', $name ) ) {
			return [
				$look->write->false( 'portal-field.mapped', 'This connection names no user name column.' ),
				...$look->write->allUnknown( [ 'portal-field.exists', 'portal-field.visible', 'portal-field.filled' ], 'not-mapped' ),
			];
		}
		$mapped = $look->write->true( 'portal-field.mapped', $name );
		$column = $look->columns()[ $name ] ?? null;
		if ( null === $column ) {
			return [
				$mapped,
				$look->write->false( 'portal-field.exists', 'The contact table has no column ' . $name . '.' ),
				...$look->write->allUnknown( [ 'portal-field.visible', 'portal-field.filled' ], 'field-absent' ),
			];
		}
		return [ $mapped, $look->write->true( 'portal-field.exists', $column->label . ' (' . $name . ').' ), ...$this->value( $look, $column ) ];
	}

	/**
	 * A secured column that comes back empty may be empty, or hidden from this connection: nobody but a person who may see it can tell.
	 *
	 * @return list<Finding>
	 */
	private function value( Examination $look, Column $column ): array {
		if ( null === $look->contact ) {
			return [
				$column->isSecured ? $look->write->unknown( 'portal-field.visible', $look->noContact ) : $look->write->true( 'portal-field.visible' ),
				$look->write->unknown( 'portal-field.filled', $look->noContact ),
			];
		}
		try {
			$value = $look->api->ask( new GetContact( $look->contact->id, [ 'contactid', $column->name ] ) )->text( $column->name );
		} catch ( ConnectorFault $fault ) {
			return $this->refused( $look, $column, $fault );
		}
		if ( '' === $value && $column->isSecured ) {
			return $look->write->allUnknown( [ 'portal-field.visible', 'portal-field.filled' ], 'field-hidden', $column->label . ' is protected by column security, and this connection sees nothing in it.' );
		}
		return [
			$look->write->true( 'portal-field.visible' ),
			$look->write->of( 'portal-field.filled', '' !== $value, '' === $value ? $column->label . ' is empty.' : $column->label . ': ' . $value ),
		];
	}

	/**
	 * @return list<Finding>
	 * @throws ConnectorFault
	 */
	private function refused( Examination $look, Column $column, ConnectorFault $fault ): array {
		if ( FaultKind::Forbidden === $fault->kind && $column->isSecured ) {
			return [ $look->write->false( 'portal-field.visible', $column->label . ' is protected by column security.' ), $look->write->unknown( 'portal-field.filled', 'field-hidden' ) ];
		}
		if ( People::isAbsence( $fault ) || ErrorWords::NO_COLUMN === $fault->vendorCode ) {
			// Contact or column went while we looked.
			return $look->write->allUnknown( [ 'portal-field.visible', 'portal-field.filled' ], 'contact-absent' );
		}
		throw $fault;
	}
}
