<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\Soql;

/**
 * Reads the name of a live Account; '' where there is none of that id.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_account.htm
 *
 * @implements ApiRequest<string>
 */
final class GetAccountName implements ApiRequest {

	public function __construct( private readonly string $id ) {}

	public function request( string $base ): Request {
		return Query::live( $base, 'SELECT Id, Name FROM Account WHERE Id = ' . Soql::text( $this->id ) . ' LIMIT 1' );
	}

	public function answer( Response $response ): string {
		$row = Query::rows( $response )->rows[0] ?? [];
		return Redactor::clip( JsonPath::text( $row, 'Name' ), 100 );
	}
}
