<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\Soql;

/**
 * Lists the last logins of a user, newest first. It takes the right Manage Users; without it only one's own are answered.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_loginhistory.htm
 *
 * @implements ApiRequest<list<Login>>
 */
final class ListLoginsOfUser implements ApiRequest {

	private const MOST = 20;

	public function __construct( private readonly string $userId ) {}

	public function request( string $base ): Request {
		return Query::live( $base, 'SELECT Id, UserId, LoginTime, Status FROM LoginHistory WHERE UserId = ' . Soql::text( $this->userId ) . ' ORDER BY LoginTime DESC LIMIT ' . self::MOST );
	}

	public function answer( Response $response ): array {
		return array_map( static fn ( array $row ): Login => new Login( $row ), Query::rows( $response )->rows );
	}
}
