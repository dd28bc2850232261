<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\Dialect;

/**
 * Changes fields of one record. Setting the same values again has no further effect.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_update_fields.htm
 *
 * @implements ApiRequest<null>
 */
final class UpdateRecord implements ApiRequest {

	/**
	 * @param 'Contact'|'User'|'UserLogin' $object
	 * @param array<string, string|bool|null> $fields Null empties a field.
	 */
	public function __construct( private readonly string $object, private readonly string $id, private readonly array $fields ) {}

	public function request( string $base ): Request {
		return new Request(
			'PATCH',
			$base . Dialect::REST . '/sobjects/' . $this->object . '/' . rawurlencode( $this->id ),
			[ 'Content-Type' => 'application/json' ],
			[],
			(string) json_encode( $this->fields ),
			// Whether a lost answer means a changed record is found out by reading, never by sending again.
			false,
		);
	}

	public function answer( Response $response ): mixed {
		if ( 204 !== $response->status ) {
			throw new ConnectorFault( FaultKind::Malformed, 'Salesforce did not say that the record was changed.', status: $response->status );
		}
		return null;
	}
}
