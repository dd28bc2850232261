<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Reads which businesses, or which parts of Partner Center, a user may open.
 *
 * Source: `GET /users/{id}/relationships/…` in https://github.com/vendasta/api-gateway-docs/blob/master/openapi/platform/platform.yaml
 *
 * @implements ApiRequest<list<string>>
 */
final class GetAccess implements ApiRequest {

	public function __construct( private readonly string $userId, private readonly Relation $relation ) {}

	public function request( string $base ): Request {
		return JsonApi::read( $base . '/users/' . rawurlencode( $this->userId ) . '/relationships/' . $this->relation->value );
	}

	public function answer( Response $response ): array {
		return JsonApi::identifiers( $response->json() ) ?? throw new ConnectorFault( FaultKind::Malformed, 'The answer is no list.', status: $response->status );
	}
}
