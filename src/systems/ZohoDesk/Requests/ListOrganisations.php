<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Lists the organisations that a consent is good for: the one call that needs no organisation. It is never answered from memory, so that it
 * also tells whether calls are taken at this moment.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/Organization.json)
 *
 * @implements ApiRequest<list<Organisation>>
 */
final class ListOrganisations implements ApiRequest {

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/api/v1/organizations' );
	}

	public function answer( Response $response ): array {
		if ( 204 === $response->status ) {
			return [];
		}
		return array_values( array_filter( array_map( Organisation::fromRow( ... ), JsonPath::rows( FindContacts::withData( $response ), 'data' ) ) ) );
	}
}
