<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Finds live contacts by an e-mail address. The search takes `*` for anything and is late after a change, so what it brings is compared in full.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/Search.json)
 *
 * @implements ApiRequest<list<Contact>>
 */
final class FindContacts implements ApiRequest {

	public function __construct( private readonly string $address ) {}

	public function request( string $base ): Request {
		if ( str_contains( $this->address, ',' ) || str_contains( $this->address, '${' ) ) {
			throw new ConnectorFault( FaultKind::Unsupported, 'The address holds a sign that Zoho Desk’s search takes for something else.' );
		}
		return new Request( 'GET', $base . '/api/v1/contacts/search?email=' . rawurlencode( $this->address ) . '&limit=100&from=0' );
	}

	public function answer( Response $response ): array {
		if ( 204 === $response->status ) {
			return [];
		}
		$found = array_map( Contact::fromRow( ... ), JsonPath::rows( self::withData( $response ), 'data' ) );
		return array_values( array_filter( $found, fn ( ?Contact $contact ): bool => null !== $contact && ! $contact->isTrashed() && $contact->hasAddress( $this->address ) ) );
	}

	/**
	 * The answer of a list. One without `data` is none: it must not look like an empty list.
	 *
	 * @return array<mixed>
	 * @throws ConnectorFault Malformed
	 */
	public static function withData( Response $response ): array {
		$json = $response->json();
		if ( ! is_array( $json['data'] ?? null ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer is not a list.', status: $response->status );
		}
		return $json;
	}
}
