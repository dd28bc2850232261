<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\Dialect;

/**
 * Reads how far a job is: `UploadComplete`, `InProgress`, `JobComplete`, `Failed`, `Aborted`.
 *
 * Source: https://developer.salesforce.com/docs/platform/api-asynch/guide/query-get-one-job.html
 *
 * @implements ApiRequest<string>
 */
final class GetQueryJob implements ApiRequest {

	public function __construct( private readonly string $id ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . Dialect::REST . '/jobs/query/' . rawurlencode( $this->id ) );
	}

	public function answer( Response $response ): string {
		return JsonPath::text( $response->json(), 'state' );
	}
}
