<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\SharedRead;
use Causeway\Systems\Salesforce\Dialect;

/**
 * Reads the fields of Contact that the connection's user may see: labels by API name.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm
 *
 * @implements SharedRead<array<string, string>>
 */
final class DescribeContact implements SharedRead {

	public function request( string $base ): Request {
		return new Request( 'GET', $base . Dialect::REST . '/sobjects/Contact/describe' );
	}

	public function answer( Response $response ): array {
		$labels = [];
		foreach ( JsonPath::rows( $response->json(), 'fields' ) as $row ) {
			$labels[ JsonPath::text( $row, 'name' ) ] = Redactor::clip( JsonPath::text( $row, 'label' ), 100 );
		}
		unset( $labels[''] );
		// An object without any field does not exist: an empty list would make every field look removed.
		if ( [] === $labels ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer lists no fields at all.', status: $response->status );
		}
		return $labels;
	}
}
