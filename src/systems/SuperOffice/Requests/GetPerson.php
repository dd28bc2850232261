<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Reads a contact card. Where there is none, the API answers 404, which is a fault (NotFound).
 *
 * Source: https://docs.superoffice.com/en/api/reference/restful/rest/Person/index.html
 *
 * @implements ApiRequest<Person>
 */
final class GetPerson implements ApiRequest {

	public function __construct( private readonly string $id ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/v1/Person/' . $this->id, [ 'Accept' => 'application/json' ] );
	}

	public function answer( Response $response ): Person {
		$person = Person::fromJson( $response->json() );
		if ( $person->id !== $this->id ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer holds another contact than the one asked for.', status: $response->status );
		}
		return $person;
	}
}
