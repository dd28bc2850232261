<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * The name of one Account; '' where there is none with that id.
 *
 * Source: https://www.zoho.com/crm/developer/docs/api/v8/get-records.html
 *
 * @implements ApiRequest<string>
 */
final class GetAccountName implements ApiRequest {

	public function __construct( private readonly string $id ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/crm/v8/Accounts/' . rawurlencode( $this->id ) . '?fields=Account_Name' );
	}

	public function answer( Response $response ): string {
		if ( 204 === $response->status ) {
			return '';
		}
		$row  = JsonPath::rows( $response->json(), 'data' )[0] ?? [];
		$name = trim( JsonPath::text( $row, 'Account_Name' ) );
		if ( JsonPath::text( $row, 'id' ) !== $this->id || '' === $name ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer holds another record than the one asked for, or no name.', status: $response->status );
		}
		return $name;
	}
}
