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
use Causeway\Systems\Salesforce\SalesforceId;

/**
 * Reads the organisation: the cheapest call that proves address, credential and allowance at once, and says whose data will be answered.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_organization.htm
 *
 * @implements SharedRead<Organisation>
 */
final class GetOrganisation implements SharedRead {

	public function request( string $base ): Request {
		return Query::live( $base, 'SELECT Id, Name FROM Organization LIMIT 1' );
	}

	public function answer( Response $response ): Organisation {
		$row = Query::rows( $response )->rows[0] ?? [];
		$id  = SalesforceId::of( '00D', JsonPath::text( $row, 'Id' ) );
		if ( '' === $id ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer names no organisation.', status: $response->status );
		}
		return new Organisation( $id, Redactor::clip( JsonPath::text( $row, 'Name' ), 100 ) );
	}
}
