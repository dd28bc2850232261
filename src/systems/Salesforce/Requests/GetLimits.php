<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\Dialect;

/**
 * Reads how many calls are left of the last 24 hours; null where the answer does not say.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_limits.htm
 *
 * @implements ApiRequest<int|null>
 */
final class GetLimits implements ApiRequest {

	public function request( string $base ): Request {
		return new Request( 'GET', $base . Dialect::REST . '/limits' );
	}

	public function answer( Response $response ): ?int {
		$remaining = JsonPath::text( $response->json(), 'DailyApiRequests', 'Remaining' );
		return 1 === preg_match( '/^-?\d{1,12}$/D', $remaining ) ? (int) $remaining : null;
	}
}
