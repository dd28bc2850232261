<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Takes every licence of a user away: the first of the two saves that take a licence over.
 *
 * Source: https://docs.superoffice.com/en/api/reference/restful/agent/User_Agent/v1UserAgent_RemoveLicenses.html
 *
 * @implements ApiRequest<bool>
 */
final class RemoveLicences implements ApiRequest {

	public function __construct( private readonly string $associateId ) {}

	public function request( string $base ): Request {
		return Agent::write( $base, 'User/RemoveLicenses', [ 'AssociateId' => (int) $this->associateId ] );
	}

	public function answer( Response $response ): bool {
		return true;
	}
}
