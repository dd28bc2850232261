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
 * Reads whether a user is frozen or locked out; null where nothing is answered. It takes the right Manage Users.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_userlogin.htm
 *
 * @implements ApiRequest<LoginState|null>
 */
final class GetLoginState implements ApiRequest {

	public function __construct( private readonly string $userId ) {}

	public function request( string $base ): Request {
		return Query::live( $base, 'SELECT Id, UserId, IsFrozen, IsPasswordLocked FROM UserLogin WHERE UserId = ' . Soql::text( $this->userId ) . ' LIMIT 1' );
	}

	public function answer( Response $response ): ?LoginState {
		$row = Query::rows( $response )->rows[0] ?? null;
		$id  = SalesforceId::of( '', JsonPath::text( $row, 'Id' ) );
		return '' === $id ? null : new LoginState( $id, 'true' === JsonPath::text( $row, 'IsFrozen' ), 'true' === JsonPath::text( $row, 'IsPasswordLocked' ) );
	}
}
