<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * A question in MEQL. It reads only: the language has no words for anything else. The body is the text itself, no JSON.
 *
 * Source: https://help.magentrix.com/wikis/devguide/rest-3-query
 *
 * @implements ApiRequest<Records>
 */
final class Query implements ApiRequest {

	public const HEADERS = [
		'Content-Type' => 'application/json',
		'Accept'       => 'application/json',
	];

	public function __construct( private readonly string $meql ) {}

	public function request( string $base ): Request {
		return new Request( 'POST', $base . '/api/3.0/query', self::HEADERS, [], $this->meql );
	}

	public function answer( Response $response ): Records {
		$json = $response->json();
		if ( ! JsonPath::has( $json, 'Records' ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer is no list of records.', status: $response->status );
		}
		return new Records( JsonPath::rows( $json, 'Records' ) );
	}
}
