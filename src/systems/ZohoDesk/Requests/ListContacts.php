<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Lists live contacts, a hundred at a time.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/Contact.json)
 *
 * @implements ApiRequest<list<Contact>>
 */
final class ListContacts implements ApiRequest {

	public const MOST_ROWS = 100;

	/** @param 'createdTime'|'-modifiedTime' $sortBy */
	public function __construct( private readonly string $sortBy, private readonly int $from ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/api/v1/contacts?fields=email,accountId,modifiedTime&sortBy=' . $this->sortBy . '&from=' . $this->from . '&limit=' . self::MOST_ROWS );
	}

	public function answer( Response $response ): array {
		if ( 204 === $response->status ) {
			return [];
		}
		return array_values( array_filter( array_map( Contact::fromRow( ... ), JsonPath::rows( FindContacts::withData( $response ), 'data' ) ) ) );
	}
}
