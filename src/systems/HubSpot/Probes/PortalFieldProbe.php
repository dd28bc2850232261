<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\HubSpot\Examination;
use Causeway\Systems\HubSpot\Requests\Contact;
use Causeway\Systems\HubSpot\Requests\Property;

/**
 * Whether the property that the portal takes as user name is still there, or archived, and is filled.
 *
 * @implements Probe<Examination>
 */
final class PortalFieldProbe implements Probe {

	public const PRODUCES = [ 'portal-field.mapped', 'portal-field.exists', 'portal-field.archived', 'portal-field.filled' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$name = $look->portalField;
		if ( ! Property::isName( $name ) ) {
			return [
				$look->write->false( 'portal-field.mapped', 'This connection names no user name property.' ),
				...$look->write->allUnknown( [ 'portal-field.exists', 'portal-field.archived', 'portal-field.filled' ], 'not-mapped' ),
			];
		}
		$mapped   = $look->write->true( 'portal-field.mapped', $name );
		$property = $look->people->property( $name );
		if ( null === $property ) {
			$archived = $look->people->property( $name, true );
			return [
				$mapped,
				$look->write->false( 'portal-field.exists', 'No property in use has the internal name ' . $name . '.' ),
				$look->write->of( 'portal-field.archived', null !== $archived, null === $archived ? '' : $archived->label . ' (' . $name . ') is archived.' ),
				$look->write->unknown( 'portal-field.filled', 'field-absent' ),
			];
		}
		return [
			$mapped,
			$look->write->true( 'portal-field.exists', $property->label . ' (' . $name . ').' ),
			$look->write->false( 'portal-field.archived' ),
			$this->filled( $look, $property ),
		];
	}

	private function filled( Examination $look, Property $property ): Finding {
		$contact = $look->contact;
		if ( $contact instanceof Contact && ! $contact->has( $property->name ) ) {
			// The contact was read without it, because another property is one that HubSpot refuses.
			$contact = $look->people->contact( $contact->id, [ $property->name ] );
		}
		if ( null === $contact ) {
			return $look->write->unknown( 'portal-field.filled', '' === $look->noContact ? 'contact-absent' : $look->noContact );
		}
		if ( ! $contact->has( $property->name ) ) {
			return $look->write->unknown( 'portal-field.filled', 'not-visible', 'HubSpot does not show ' . $property->label . ' to this connection.' );
		}
		$value = $contact->text( $property->name );
		return $look->write->of( 'portal-field.filled', '' !== $value, '' === $value ? $property->label . ' is empty.' : $property->label . ': ' . $value );
	}
}
