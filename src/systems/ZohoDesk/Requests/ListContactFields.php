<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\SharedRead;

/**
 * Lists the fields of contacts.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/Field.json)
 *
 * @implements SharedRead<list<Field>>
 */
final class ListContactFields implements SharedRead {

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/api/v1/fields?module=contacts' );
	}

	public function answer( Response $response ): array {
		$fields = array_map( Field::fromRow( ... ), JsonPath::rows( FindContacts::withData( $response ), 'data' ) );
		// Contacts without any field do not exist: an empty list would make every field look deleted.
		if ( [] === $fields ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer lists no fields at all.', status: $response->status );
		}
		return $fields;
	}
}
