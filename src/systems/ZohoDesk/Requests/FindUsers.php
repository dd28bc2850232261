<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Finds users of the Help Center by an e-mail address, deleted ones too. The search finds parts of names as well, so the address is compared in full.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/User.json)
 *
 * @implements ApiRequest<list<User>>
 */
final class FindUsers implements ApiRequest {

	public function __construct( private readonly string $address, private readonly string $helpCenterId = '' ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/api/v1/users?status=ALL&limit=50&from=1&searchBy=' . rawurlencode( $this->address ) . ( '' === $this->helpCenterId ? '' : '&helpCenterId=' . $this->helpCenterId ) );
	}

	public function answer( Response $response ): array {
		if ( 204 === $response->status ) {
			return [];
		}
		$users = array_map( User::fromRow( ... ), JsonPath::rows( FindContacts::withData( $response ), 'data' ) );
		return array_values( array_filter( $users, fn ( ?User $user ): bool => null !== $user && mb_strtolower( trim( $this->address ) ) === $user->email ) );
	}
}
