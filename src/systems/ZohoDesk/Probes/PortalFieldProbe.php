<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Systems\ZohoDesk\Examination;
use Causeway\Systems\ZohoDesk\Requests\Field;
use Causeway\Systems\ZohoDesk\Requests\ListContactFields;

/**
 * Whether the contact field that this site’s portal needs is still there, switched on, and shown in the Help Center.
 *
 * @implements Probe<Examination>
 */
final class PortalFieldProbe implements Probe {

	public const PRODUCES = [ 'portal-field.named', 'portal-field.exists', 'portal-field.switched-on', 'portal-field.visible' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$name = trim( $look->connection->fields['portal_field'] ?? '' );
		if ( 1 !== preg_match( '/^[A-Za-z][A-Za-z0-9_]{0,99}$/D', $name ) ) {
			return [
				$look->write->false( 'portal-field.named', 'This connection names no contact field that the portal needs.' ),
				...$look->write->allUnknown( [ 'portal-field.exists', 'portal-field.switched-on', 'portal-field.visible' ], 'not-mapped' ),
			];
		}
		$named = $look->write->true( 'portal-field.named', $name );
		$field = self::named( $look->api->ask( new ListContactFields() ), $name );
		if ( null === $field ) {
			return [
				$named,
				$look->write->false( 'portal-field.exists', 'The contacts have no field with the API name ' . $name . '.' ),
				...$look->write->allUnknown( [ 'portal-field.switched-on', 'portal-field.visible' ], 'field-absent' ),
			];
		}
		return [
			$named,
			$look->write->true( 'portal-field.exists', $field->label . ' (' . $field->apiName . ').' ),
			$look->write->of( 'portal-field.switched-on', $field->isOn ),
			$look->write->of( 'portal-field.visible', $field->isInHelpCenter ),
		];
	}

	/** @param list<Field> $fields */
	private static function named( array $fields, string $name ): ?Field {
		foreach ( $fields as $field ) {
			if ( $field->apiName === $name ) {
				return $field;
			}
		}
		return null;
	}
}
