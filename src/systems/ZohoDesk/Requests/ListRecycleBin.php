<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Lists contacts in the recycle bin, newest first. The filter by module is documented as outdated, so rows of other modules may come along.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/Recyclebin.json)
 *
 * @implements ApiRequest<list<TrashedContact>>
 */
final class ListRecycleBin implements ApiRequest {

	public const MOST_ROWS = 100;

	public function __construct( private readonly int $from, private readonly int $limit = self::MOST_ROWS ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/api/v1/recycleBin?module=contacts&include=deletedBy&sortBy=-deletedTime&from=' . $this->from . '&limit=' . $this->limit );
	}

	public function answer( Response $response ): array {
		if ( 204 === $response->status ) {
			return [];
		}
		return array_values( array_filter( array_map( TrashedContact::fromRow( ... ), JsonPath::rows( FindContacts::withData( $response ), 'data' ) ) ) );
	}
}
