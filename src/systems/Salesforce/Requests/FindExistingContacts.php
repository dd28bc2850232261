<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\SalesforceId;
use Causeway\Systems\Salesforce\Soql;

/**
 * Finds which of some contacts are still there, live or in the recycle bin.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_queryall.htm
 *
 * @implements ApiRequest<list<string>>
 */
final class FindExistingContacts implements ApiRequest {

	/** As many as fit into one address. */
	public const MOST = 400;

	/** @param non-empty-list<string> $ids */
	public function __construct( private readonly array $ids ) {}

	public function request( string $base ): Request {
		return Query::withDeleted( $base, 'SELECT Id FROM Contact WHERE Id IN ' . Soql::texts( $this->ids ) );
	}

	public function answer( Response $response ): array {
		return array_map( static fn ( array $row ): string => SalesforceId::of( SalesforceId::CONTACT, JsonPath::text( $row, 'Id' ) ), Query::rows( $response )->rows );
	}
}
