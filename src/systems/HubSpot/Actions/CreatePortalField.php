<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Actions;

use Causeway\Connector\CarefulWrite;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Connector\WritePlan;
use Causeway\Systems\HubSpot\People;
use Causeway\Systems\HubSpot\Requests\CreateProperty;
use Causeway\Systems\HubSpot\Requests\Property;

/** Creates the property anew that the portal takes as user name. It is empty then; an archived one is left to be restored, with all its values. */
final class CreatePortalField extends CarefulWrite {

	public const ID = 'create-portal-field';

	public function id(): string {
		return self::ID;
	}

	protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan {
		$name = strtolower( trim( $connection->fields['portal_field'] ?? '' ) );
		if ( ! Property::isName( $name ) ) {
			throw new ConnectorFault( FaultKind::Rejected, 'This connection names no user name property.', vendorCode: 'causeway-not-mapped' );
		}
		$people   = People::confirmed( $api );
		$property = $people->property( $name );
		if ( null !== $property ) {
			return WritePlan::nothingToDo( 'The property is there already; nothing will be changed.', self::state( $property, 'in use' ) );
		}
		if ( null !== $people->property( $name, true ) ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The property is archived. Restore it in HubSpot instead: then its values come back as well.', vendorCode: 'causeway-field-archived' );
		}
		$property = new Property( $name, ucfirst( str_replace( '_', ' ', $name ) ) );
		return new WritePlan(
			new Change( 'Creates the text property ' . $property->label . ' of contacts. It is empty for everybody until its values are filled in again.', self::state( $property, 'missing' ), self::state( $property, 'in use, empty' ), false ),
			new CreateProperty( $property ),
		);
	}

	/** @return array<string, string> */
	private static function state( Property $property, string $state ): array {
		return [
			'Property' => $property->name,
			'Label'    => $property->label,
			'State'    => $state,
		];
	}
}
