<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\SharedRead;

/**
 * Lists the fields of the Contacts module.
 *
 * Source: https://www.zoho.com/crm/developer/docs/api/v8/field-meta.html
 *
 * @implements SharedRead<list<Field>>
 */
final class ListContactFields implements SharedRead {

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/crm/v8/settings/fields?module=Contacts' );
	}

	public function answer( Response $response ): array {
		$fields = array_map( Field::fromRow( ... ), JsonPath::rows( $response->json(), 'fields' ) );
		// A module without any field does not exist: an empty list would make every field look deleted.
		if ( [] === $fields ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer lists no fields at all.', status: $response->status );
		}
		return $fields;
	}
}
