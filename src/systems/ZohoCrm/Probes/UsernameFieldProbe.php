<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\ZohoCrm\Examination;
use Causeway\Systems\ZohoCrm\Requests\Field;
use Causeway\Systems\ZohoCrm\Requests\ListContactFields;
use Causeway\Systems\ZohoCrm\Requests\ListUnusedFields;

/**
 * Whether the contact field that the portal takes as user name is still there, on a layout, and to be seen.
 *
 * @implements Probe<Examination>
 */
final class UsernameFieldProbe implements Probe {

	public const PRODUCES = [ 'username-field.mapped', 'username-field.exists', 'username-field.unused', 'username-field.visible', 'username.filled' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$name = $look->usernameField;
		if ( 1 !== preg_match( '/^[A-Za-z][A-Za-z0-9_]{0,99}$/D', $name ) ) {
			return [
				$look->write->false( 'username-field.mapped', 'Neither the portal nor this connection names a user name field.' ),
				...$look->write->allUnknown( [ 'username-field.exists', 'username-field.unused', 'username-field.visible', 'username.filled' ], 'not-mapped' ),
			];
		}
		$mapped = $look->write->true( 'username-field.mapped', $name );
		$used   = $look->api->ask( new ListContactFields() );
		$this->learnLayout( $look, $used );

		$field = self::named( $used, $name );
		if ( null !== $field ) {
			return [
				$mapped,
				$look->write->true( 'username-field.exists', $field->label . ' (' . $field->apiName . ').' ),
				$look->write->false( 'username-field.unused' ),
				...$this->visibility( $look, $field ),
			];
		}
		$field = self::named( $look->api->ask( new ListUnusedFields() ), $name );
		$rest  = $look->write->allUnknown( [ 'username-field.visible', 'username.filled' ], null === $field ? 'field-absent' : 'field-unused' );
		return [
			$mapped,
			null === $field
				? $look->write->false( 'username-field.exists', 'The Contacts module has no field with the API name ' . $name . '.' )
				: $look->write->true( 'username-field.exists', $field->label . ' (' . $field->apiName . '), among the unused fields.' ),
			$look->write->of( 'username-field.unused', null !== $field ),
			...$rest,
		];
	}

	/** @return list<Finding> */
	private function visibility( Examination $look, Field $field ): array {
		$hidden  = [] === $field->hiddenFrom ? '' : 'Hidden from: ' . implode( ', ', $field->hiddenFrom ) . '.';
		$record  = null === $look->contact ? null : ContactProbe::read( $look, $look->contact->id, [ $field->apiName, 'Email' ] );
		$isShown = match ( true ) {
			null !== $record => $record->has( $field->apiName ),
			! $field->isVisible => false,
			[] === $field->hiddenFrom => true,
			count( $field->hiddenFrom ) === $field->profiles => false,
			default => null,
		};
		$value   = null === $record ? '' : $record->text( $field->apiName );
		return [
			null === $isShown
				? $look->write->unknown( 'username-field.visible', 'profile-unknown', $hidden )
				: $look->write->of( 'username-field.visible', $isShown, $hidden ),
			match ( true ) {
				null === $record => $look->write->unknown( 'username.filled', '' === $look->noContact ? 'contact-absent' : $look->noContact ),
				! $isShown => $look->write->unknown( 'username.filled', 'field-hidden', $hidden ),
				default => $look->write->of( 'username.filled', '' !== $value, '' === $value ? $field->label . ' is empty.' : $field->label . ': ' . $value ),
			},
		];
	}

	/**
	 * The layout editor's address needs the layout's id, which any field of the module tells.
	 *
	 * @param list<Field> $fields
	 */
	private function learnLayout( Examination $look, array $fields ): void {
		foreach ( $fields as $field ) {
			if ( '' !== $field->layoutId ) {
				$look->api->learn( [ 'contactsLayout' => $field->layoutId ] );
				return;
			}
		}
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
