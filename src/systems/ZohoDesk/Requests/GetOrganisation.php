<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\SharedRead;

/**
 * Reads the organisation: the cheapest call that proves address, credential, quota and organisation at once.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/Organization.json)
 *
 * @implements SharedRead<Organisation>
 */
final class GetOrganisation implements SharedRead {

	public function __construct( private readonly string $id ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/api/v1/organizations/' . $this->id );
	}

	public function answer( Response $response ): Organisation {
		return Organisation::fromRow( $response->json() ) ?? throw new ConnectorFault( FaultKind::Malformed, 'The answer names no organisation.', status: $response->status );
	}
}
