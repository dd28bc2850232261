<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Asks the identity host where a tenant is. Needs no credential and gets none.
 *
 * Source: https://docs.superoffice.com/en/apps/tenant-status/status-page.html
 *
 * @implements ApiRequest<TenantState>
 */
final class GetTenantState implements ApiRequest {

	public function __construct( private readonly string $loginUrl, private readonly string $tenant ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $this->loginUrl . '/api/state/' . rawurlencode( $this->tenant ), [ 'Accept' => 'application/json' ] );
	}

	public function answer( Response $response ): TenantState {
		$json  = $response->json();
		$state = JsonPath::text( $json, 'State' );
		if ( 1 !== preg_match( '/^[A-Za-z]{1,40}$/D', $state ) || 0 !== strcasecmp( JsonPath::text( $json, 'ContextIdentifier' ), $this->tenant ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer does not tell the tenant’s state.', status: $response->status );
		}
		return new TenantState( $state, 'true' === JsonPath::text( $json, 'IsRunning' ), rtrim( JsonPath::text( $json, 'Api' ), '/' ), rtrim( JsonPath::text( $json, 'Endpoint' ), '/' ) );
	}
}
