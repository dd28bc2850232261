<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\OData;

/**
 * Names of the web roles that a contact was given. Each of the two data models of Power Pages keeps them elsewhere.
 *
 * Source: https://learn.microsoft.com/power-pages/admin/enhanced-data-model
 *
 * @implements ApiRequest<list<string>>
 */
final class ListWebRoles implements ApiRequest {

	/** @param 'mspp'|'adx' $model */
	public function __construct( private readonly string $contactId, private readonly string $model ) {}

	public function request( string $base ): Request {
		$relation = 'mspp' === $this->model ? 'powerpagecomponent_mspp_webrole_contact' : 'adx_webrole_contact';
		return OData::get( $base, 'contacts(' . $this->contactId . ')/' . $relation, [ '$select' => $this->name() ] );
	}

	public function answer( Response $response ): array {
		return array_map( fn ( array $row ): string => JsonPath::text( $row, $this->name() ), OData::rows( $response ) );
	}

	private function name(): string {
		return 'mspp' === $this->model ? 'name' : 'adx_name';
	}
}
