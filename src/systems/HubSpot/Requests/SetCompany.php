<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\HubSpot\Paths;

/**
 * Links a contact with a company, in the way that HubSpot's own screens do. Done twice it has the effect of once.
 *
 * Source: https://github.com/HubSpot/HubSpot-public-api-spec-collection (Associations, version 4)
 *
 * @implements ApiRequest<null>
 */
final class SetCompany implements ApiRequest {

	/** Both ids are digits. */
	public function __construct( private readonly string $contactId, private readonly string $companyId ) {}

	public function request( string $base ): Request {
		return new Request( 'PUT', $base . Paths::ASSOCIATIONS . '/' . $this->contactId . '/associations/default/companies/' . $this->companyId );
	}

	public function answer( Response $response ): mixed {
		$response->json();
		return null;
	}
}
