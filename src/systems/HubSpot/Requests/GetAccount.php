<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\SharedRead;
use Causeway\Systems\HubSpot\HubSpotId;
use Causeway\Systems\HubSpot\Paths;

/**
 * Reads the account: proves address, credential and quota at once, and says whose data will be answered.
 *
 * Source: https://github.com/HubSpot/HubSpot-public-api-spec-collection (Account Info)
 *
 * @implements SharedRead<Account>
 */
final class GetAccount implements SharedRead {

	public function request( string $base ): Request {
		return new Request( 'GET', $base . Paths::ACCOUNT . '/details' );
	}

	public function answer( Response $response ): Account {
		$json     = $response->json();
		$portalId = HubSpotId::of( JsonPath::text( $json, 'portalId' ) );
		if ( '' === $portalId ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer names no account.', status: $response->status );
		}
		$host = JsonPath::text( $json, 'uiDomain' );
		return new Account( $portalId, 1 === preg_match( '/^app(-[a-z0-9]{1,12})?\.hubspot\.com$/D', $host ) ? $host : '' );
	}
}
