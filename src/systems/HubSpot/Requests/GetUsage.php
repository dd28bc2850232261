<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\HubSpot\HubSpotTime;
use Causeway\Systems\HubSpot\Paths;

/**
 * Reads how many of the day's calls are used. It counts private apps only; calls of public apps are not in it.
 *
 * Source: https://github.com/HubSpot/HubSpot-public-api-spec-collection (Account Info)
 *
 * @implements ApiRequest<Usage>
 */
final class GetUsage implements ApiRequest {

	/** What HubSpot says of figures that it really has, be they some minutes old. */
	private const KNOWN = [ 'SUCCESS', 'CACHED' ];

	public function request( string $base ): Request {
		return new Request( 'GET', $base . Paths::ACCOUNT . '/api-usage/daily/private-apps' );
	}

	public function answer( Response $response ): Usage {
		$row     = JsonPath::rows( $response->json(), 'results' )[0] ?? [];
		$limit   = JsonPath::text( $row, 'usageLimit' );
		$used    = JsonPath::text( $row, 'currentUsage' );
		$isKnown = ctype_digit( $limit ) && ctype_digit( $used ) && in_array( JsonPath::text( $row, 'fetchStatus' ), self::KNOWN, true );
		return new Usage( $isKnown ? max( 0, (int) $limit - (int) $used ) : null, HubSpotTime::unix( JsonPath::text( $row, 'resetsAt' ) ) );
	}
}
