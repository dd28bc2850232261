<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Saves a user of an own server as it was read, with other licences.
 *
 * Source: https://docs.superoffice.com/en/api/reference/restful/agent/User_Agent/v1UserAgent_SaveUser.html
 *
 * @implements ApiRequest<bool>
 */
final class SaveUser implements ApiRequest {

	/** @param \stdClass $user {@see User::withLicences()} */
	public function __construct( private readonly \stdClass $user ) {}

	public function request( string $base ): Request {
		return Agent::write( $base, 'User/SaveUser', $this->user );
	}

	public function answer( Response $response ): bool {
		return true;
	}
}
