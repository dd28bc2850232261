<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\Dialect;
use Causeway\Systems\Salesforce\SalesforceId;

/**
 * Lets Salesforce prepare a long list, deleted records included; answers the job's id. It changes no record.
 *
 * Source: https://developer.salesforce.com/docs/platform/api-asynch/guide/query-create-job.html
 *
 * @implements ApiRequest<string>
 */
final class CreateQueryJob implements ApiRequest {

	public function __construct( private readonly string $soql ) {}

	public function request( string $base ): Request {
		$body = [
			'operation' => 'queryAll',
			'query'     => $this->soql,
		];
		return new Request( 'POST', $base . Dialect::REST . '/jobs/query', [ 'Content-Type' => 'application/json' ], [], (string) json_encode( $body, JSON_UNESCAPED_SLASHES ), false );
	}

	public function answer( Response $response ): string {
		$id = SalesforceId::of( '750', JsonPath::text( $response->json(), 'id' ) );
		return '' !== $id ? $id : throw new ConnectorFault( FaultKind::Malformed, 'Salesforce answered without the id of a job.', status: $response->status );
	}
}
