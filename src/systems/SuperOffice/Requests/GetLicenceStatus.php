<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Reads the dates of an own server's licence. It wants the id of some user. A POST that changes nothing.
 *
 * Source: https://docs.superoffice.com/en/api/reference/restful/agent/License_Agent/index.html
 *
 * @implements ApiRequest<LicenceStatus>
 */
final class GetLicenceStatus implements ApiRequest {

	public function __construct( private readonly string $associateId ) {}

	public function request( string $base ): Request {
		return Agent::ask( $base, 'License/GetUserAndInstallationLicenceStatus', [ 'AssociateId' => (int) $this->associateId ] );
	}

	public function answer( Response $response ): LicenceStatus {
		$json = $response->json();
		return new LicenceStatus( Agent::time( JsonPath::text( $json, 'ExpiryDate' ) ), Agent::time( JsonPath::text( $json, 'GraceDate' ) ) );
	}
}
