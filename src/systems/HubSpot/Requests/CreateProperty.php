<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\HubSpot\Paths;

/**
 * Creates a text property of contacts.
 *
 * Source: https://github.com/HubSpot/HubSpot-public-api-spec-collection (Properties)
 *
 * @implements ApiRequest<null>
 */
final class CreateProperty implements ApiRequest {

	/** The group that every account has. */
	private const GROUP = 'contactinformation';

	public function __construct( private readonly Property $property ) {}

	public function request( string $base ): Request {
		$body = [
			'name'      => $this->property->name,
			'label'     => $this->property->label,
			'type'      => 'string',
			'fieldType' => 'text',
			'groupName' => self::GROUP,
		];
		return new Request( 'POST', $base . Paths::PROPERTIES, [ 'Content-Type' => 'application/json' ], [], (string) json_encode( $body ), false );
	}

	public function answer( Response $response ): mixed {
		$response->json();
		return null;
	}
}
