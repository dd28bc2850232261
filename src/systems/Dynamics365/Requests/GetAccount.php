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
 * The name of one Account.
 *
 * @implements ApiRequest<string>
 */
final class GetAccount implements ApiRequest {

	public function __construct( private readonly string $id ) {}

	public function request( string $base ): Request {
		return OData::get( $base, 'accounts(' . $this->id . ')', [ '$select' => 'accountid,name' ] );
	}

	public function answer( Response $response ): string {
		$json = $response->json();
		if ( Guid::of( JsonPath::text( $json, 'accountid' ) ) !== $this->id ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer holds another record than the one asked for.', status: $response->status );
		}
		return JsonPath::text( $json, 'name' );
	}
}
