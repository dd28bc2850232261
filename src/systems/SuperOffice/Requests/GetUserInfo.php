<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Reads whether a user may log in; null where there is no such user. A POST that changes nothing.
 *
 * Source: https://docs.superoffice.com/en/api/reference/restful/agent/User_Agent/v1UserAgent_GetUserInfo.html
 *
 * @implements ApiRequest<UserInfo|null>
 */
final class GetUserInfo implements ApiRequest {

	public function __construct( private readonly string $associateId ) {}

	public function request( string $base ): Request {
		return Agent::ask( $base, 'User/GetUserInfo?userInfoId=' . $this->associateId );
	}

	public function answer( Response $response ): ?UserInfo {
		$json = Agent::record( $response, 'UserInfoId', $this->associateId );
		return null === $json ? null : new UserInfo(
			'true' === JsonPath::text( $json, 'Deleted' ),
			UserRow::truth( JsonPath::text( $json, 'CanLogon' ) ),
			Redactor::clip( JsonPath::text( $json, 'RoleName' ), 60 ),
		);
	}
}
