<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Lets a user open one business more. Those that are there stay.
 *
 * Source: `POST /users/{id}/relationships/businessLocations` in https://github.com/vendasta/api-gateway-docs/blob/master/openapi/platform/platform.yaml
 *
 * @implements ApiRequest<bool>
 */
final class AddBusiness implements ApiRequest {

	public function __construct( private readonly string $userId, private readonly string $businessId ) {}

	public function request( string $base ): Request {
		$business = [
			'type' => 'businessLocations',
			'id'   => $this->businessId,
		];
		return JsonApi::write( $base . '/users/' . rawurlencode( $this->userId ) . '/relationships/businessLocations', [ 'data' => [ $business ] ] );
	}

	public function answer( Response $response ): bool {
		return true;
	}
}
