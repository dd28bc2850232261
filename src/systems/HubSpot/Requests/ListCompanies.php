<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\HubSpot\HubSpotId;
use Causeway\Systems\HubSpot\Paths;

/**
 * Reads the companies of a contact.
 *
 * Source: https://github.com/HubSpot/HubSpot-public-api-spec-collection (Associations, version 4)
 *
 * @implements ApiRequest<list<string>>
 */
final class ListCompanies implements ApiRequest {

	/** @param string $contactId Digits. */
	public function __construct( private readonly string $contactId ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . Paths::ASSOCIATIONS . '/' . $this->contactId . '/associations/companies?limit=100' );
	}

	public function answer( Response $response ): array {
		$json = $response->json();
		if ( ! is_array( $json['results'] ?? null ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer holds no list of companies.', status: $response->status );
		}
		$ids = array_map( static fn ( array $row ): string => HubSpotId::of( JsonPath::text( $row, 'toObjectId' ) ), JsonPath::rows( $json, 'results' ) );
		return array_values( array_unique( array_filter( $ids, static fn ( string $id ): bool => '' !== $id ) ) );
	}
}
