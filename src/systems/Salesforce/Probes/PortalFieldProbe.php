<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\Salesforce\Examination;
use Causeway\Systems\Salesforce\Requests\FindContacts;

/**
 * Whether the contact field that the portal takes as user name is to be seen, and filled.
 *
 * Salesforce shows a field that was removed and one that is hidden from the asking user alike: it names neither.
 *
 * @implements Probe<Examination>
 */
final class PortalFieldProbe implements Probe {

	public const PRODUCES = [ 'portal-field.mapped', 'portal-field.visible', 'portal-field.filled' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$name = $look->portalField;
		if ( 1 !== preg_match( '/^[A-Za-z]\w{0,99}$/D', $name ) ) {
			return [
				$look->write->false( 'portal-field.mapped', 'This connection names no user name field.' ),
				...$look->write->allUnknown( [ 'portal-field.visible', 'portal-field.filled' ], 'not-mapped' ),
			];
		}
		$mapped = $look->write->true( 'portal-field.mapped', $name );
		$labels = $look->people->labels();
		if ( ! isset( $labels[ $name ] ) ) {
			return [
				$mapped,
				$look->write->false( 'portal-field.visible', 'Contact has no field ' . $name . ' that this connection may see.' ),
				$look->write->unknown( 'portal-field.filled', 'field-absent' ),
			];
		}
		return [ $mapped, $look->write->true( 'portal-field.visible', $labels[ $name ] . ' (' . $name . ').' ), $this->filled( $look, $name, $labels[ $name ] ) ];
	}

	private function filled( Examination $look, string $name, string $label ): Finding {
		if ( null === $look->contact ) {
			return $look->write->unknown( 'portal-field.filled', $look->noContact );
		}
		$contact = $look->api->ask( FindContacts::byId( $look->contact->id, [ 'Id', $name ] ) )[0] ?? null;
		if ( null === $contact ) {
			return $look->write->unknown( 'portal-field.filled', 'contact-absent' );
		}
		$value = $contact->text( $name );
		return $look->write->of( 'portal-field.filled', '' !== $value, '' === $value ? $label . ' is empty.' : $label . ': ' . $value );
	}
}
