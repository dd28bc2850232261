<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Takes back that a user was retired, on the user and on the contact card. The licences stay away.
 *
 * Source: https://docs.superoffice.com/en/api/reference/restful/agent/User_Agent/v1UserAgent_MakeRetired.html
 *
 * @implements ApiRequest<bool>
 */
final class Reinstate implements ApiRequest {

	public function __construct( private readonly string $associateId ) {}

	public function request( string $base ): Request {
		return Agent::write(
			$base,
			'User/MakeRetired',
			[
				'AssociateId' => (int) $this->associateId,
				'Retired'     => false,
			]
		);
	}

	public function answer( Response $response ): bool {
		return true;
	}
}
