<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Lists users of the Help Center in the order of their addresses, deleted ones too, fifty at a time.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/User.json)
 *
 * @implements ApiRequest<list<User>>
 */
final class ListUsers implements ApiRequest {

	public const MOST_ROWS = 50;

	/** @param int $from Counted from 0, unlike Zoho Desk's own. */
	public function __construct( private readonly int $from, private readonly string $helpCenterId ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/api/v1/users?status=ALL&sortBy=email&from=' . ( $this->from + 1 ) . '&limit=' . self::MOST_ROWS . ( '' === $this->helpCenterId ? '' : '&helpCenterId=' . $this->helpCenterId ) );
	}

	public function answer( Response $response ): array {
		if ( 204 === $response->status ) {
			return [];
		}
		return array_values( array_filter( array_map( User::fromRow( ... ), JsonPath::rows( FindContacts::withData( $response ), 'data' ) ) ) );
	}
}
