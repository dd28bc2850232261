<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\Guid;
use Causeway\Systems\Dynamics365\OData;

/**
 * Asks who this connection is: the cheapest call that needs both a token and a user of the environment.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/whoami
 *
 * @implements ApiRequest<Caller>
 */
final class WhoAmI implements ApiRequest {

	public function request( string $base ): Request {
		return OData::get( $base, 'WhoAmI' );
	}

	public function answer( Response $response ): Caller {
		$json   = $response->json();
		$caller = new Caller( Guid::of( JsonPath::text( $json, 'UserId' ) ), Guid::of( JsonPath::text( $json, 'OrganizationId' ) ) );
		if ( '' === $caller->userId || '' === $caller->organisationId ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer does not say which environment it comes from.', status: $response->status );
		}
		return $caller;
	}
}
