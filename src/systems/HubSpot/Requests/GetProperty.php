<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\SharedRead;
use Causeway\Systems\HubSpot\Paths;

/**
 * Reads how a property of contacts is defined, among those in use or among the archived ones.
 *
 * Source: https://github.com/HubSpot/HubSpot-public-api-spec-collection (Properties)
 *
 * @implements SharedRead<Property>
 */
final class GetProperty implements SharedRead {

	/** @param string $name {@see Property::isName()} */
	public function __construct( private readonly string $name, private readonly bool $isArchived = false ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . Paths::PROPERTIES . '/' . rawurlencode( $this->name ) . ( $this->isArchived ? '?archived=true' : '' ) );
	}

	public function answer( Response $response ): Property {
		$property = Property::of( $response->json() );
		if ( $property->name !== $this->name ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer holds another property than the one asked for.', status: $response->status );
		}
		return $property;
	}
}
