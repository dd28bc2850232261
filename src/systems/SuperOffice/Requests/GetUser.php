<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Reads a user of an own server with card, licences and their seats; null where there is no such user. A POST that changes nothing.
 *
 * Source: https://docs.superoffice.com/en/api/reference/restful/agent/User_Agent/v1UserAgent_GetUser.html
 *
 * @implements ApiRequest<User|null>
 */
final class GetUser implements ApiRequest {

	public function __construct( private readonly string $associateId ) {}

	public function request( string $base ): Request {
		return Agent::ask( $base, 'User/GetUser?userId=' . $this->associateId );
	}

	public function answer( Response $response ): ?User {
		$json = Agent::record( $response, 'AssociateId', $this->associateId );
		return null === $json ? null : new User( $json, $response->body );
	}
}
