<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\HubSpot\Paths;

/**
 * Reads what an active company is called; '' where it has no name.
 *
 * Source: https://github.com/HubSpot/HubSpot-public-api-spec-collection (Companies)
 *
 * @implements ApiRequest<string>
 */
final class GetCompanyName implements ApiRequest {

	/** @param string $id Digits. */
	public function __construct( private readonly string $id ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . Paths::COMPANIES . '/' . $this->id . '?properties=name' );
	}

	public function answer( Response $response ): string {
		return Redactor::clip( trim( JsonPath::text( $response->json(), 'properties', 'name' ) ), 100 );
	}
}
