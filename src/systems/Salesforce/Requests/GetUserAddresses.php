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
 * Reads the addresses of users, lower case, by user id. At most 400 in one address.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_user.htm
 *
 * @implements ApiRequest<array<string, string>>
 */
final class GetUserAddresses implements ApiRequest {

	public const MOST = 400;

	/** @param non-empty-list<string> $userIds */
	public function __construct( private readonly array $userIds ) {}

	public function request( string $base ): Request {
		return Query::live( $base, 'SELECT Id, Email FROM User WHERE Id IN ' . Soql::texts( $this->userIds ) );
	}

	public function answer( Response $response ): array {
		$addresses = [];
		foreach ( Query::rows( $response )->rows as $row ) {
			$addresses[ SalesforceId::of( '005', JsonPath::text( $row, 'Id' ) ) ] = mb_strtolower( JsonPath::text( $row, 'Email' ) );
		}
		return $addresses;
	}
}
