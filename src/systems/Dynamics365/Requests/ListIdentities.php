<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\OData;

/**
 * The login providers that a contact logs in with. The person's name there is not read.
 *
 * Source: https://learn.microsoft.com/power-pages/security/authentication/
 *
 * @implements ApiRequest<list<string>>
 */
final class ListIdentities implements ApiRequest {

	/** @param string $contactId '' for anybody's. */
	public function __construct( private readonly string $contactId ) {}

	public function request( string $base ): Request {
		return OData::get(
			$base,
			'adx_externalidentities',
			[
				'$select' => 'adx_identityprovidername',
				'$top'    => '20',
			] + ( '' === $this->contactId ? [] : [ '$filter' => '_adx_contactid_value eq ' . $this->contactId ] )
		);
	}

	public function answer( Response $response ): array {
		return array_map( static fn ( array $row ): string => JsonPath::text( $row, 'adx_identityprovidername' ), OData::rows( $response ) );
	}
}
