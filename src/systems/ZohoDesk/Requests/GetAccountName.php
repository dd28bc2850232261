<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Reads an account's name.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/Account.json)
 *
 * @implements ApiRequest<string>
 */
final class GetAccountName implements ApiRequest {

	public function __construct( private readonly string $id ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/api/v1/accounts/' . $this->id );
	}

	public function answer( Response $response ): string {
		$json = 204 === $response->status ? [] : $response->json();
		return JsonPath::text( $json, 'id' ) === $this->id ? Redactor::clip( JsonPath::text( $json, 'accountName' ), 100 ) : '';
	}
}
