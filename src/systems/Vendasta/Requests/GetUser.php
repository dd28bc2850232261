<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Reads a user by id.
 *
 * Source: `GET /users/{id}` in https://github.com/vendasta/api-gateway-docs/blob/master/openapi/platform/platform.yaml
 *
 * @implements ApiRequest<User>
 */
final class GetUser implements ApiRequest {

	public function __construct( private readonly string $id ) {}

	public function request( string $base ): Request {
		return JsonApi::read( $base . '/users/' . rawurlencode( $this->id ) );
	}

	public function answer( Response $response ): User {
		$data = $response->json()['data'] ?? null;
		$user = is_array( $data ) && JsonPath::text( $data, 'id' ) === $this->id ? User::of( $data ) : null;
		return $user ?? throw new ConnectorFault( FaultKind::Malformed, 'The answer is not the user that was asked for.', status: $response->status );
	}
}
