<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Sends a user the mail with the link to set a password. It is a GET, and a write all the same: never repeated, never shared, never tried out.
 *
 * Source: `GET /users/{id}/actions/sendWelcomeEmail` in https://github.com/vendasta/api-gateway-docs/blob/master/openapi/platform/platform.yaml
 *
 * @implements ApiRequest<bool>
 */
final class SendWelcomeMail implements ApiRequest {

	public function __construct( private readonly string $userId ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/users/' . rawurlencode( $this->userId ) . '/actions/sendWelcomeEmail', [ 'Accept' => 'application/vnd.api+json' ], idempotent: false );
	}

	public function answer( Response $response ): bool {
		return true;
	}
}
