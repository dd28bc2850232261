<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Reads the version of an own server (`10.3.9250.1246`); '' where the answer does not tell it.
 *
 * Source: https://docs.superoffice.com/en/api/reference/restful/rest/index.html
 *
 * @implements ApiRequest<string>
 */
final class GetVersion implements ApiRequest {

	public function request( string $base ): Request {
		return new Request( 'GET', $base, [ 'Accept' => 'application/json' ] );
	}

	public function answer( Response $response ): string {
		$version = JsonPath::text( $response->json(), 'NetServerVersion' );
		return 1 === preg_match( '/^\d{1,4}(?:\.\d{1,9}){0,4}$/D', $version ) ? $version : '';
	}
}
