<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Lists the Help Centers in which a contact is a user; none where nobody has ever invited it.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/ResponseHelpCenterUser.json)
 *
 * @implements ApiRequest<list<Seat>>
 */
final class ListSeats implements ApiRequest {

	public function __construct( private readonly string $contactId ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/api/v1/contacts/' . $this->contactId . '/helpCenters' );
	}

	public function answer( Response $response ): array {
		if ( 204 === $response->status ) {
			return [];
		}
		return array_values( array_filter( array_map( Seat::fromRow( ... ), JsonPath::rows( FindContacts::withData( $response ), 'data' ) ) ) );
	}
}
