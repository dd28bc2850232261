<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Reads one user of the Help Center whole: its contact, and whether its address was confirmed.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/User.json)
 *
 * @implements ApiRequest<User>
 */
final class GetUser implements ApiRequest {

	public function __construct( private readonly string $id, private readonly string $helpCenterId = '' ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/api/v1/users/' . $this->id . ( '' === $this->helpCenterId ? '' : '?helpCenterId=' . $this->helpCenterId ) );
	}

	public function answer( Response $response ): User {
		$user = User::fromRow( $response->json() );
		if ( null === $user || $user->id !== $this->id ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer holds another user than the one asked for.', status: $response->status );
		}
		return $user;
	}
}
