<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\OData;

/**
 * Reads columns of one contact. Where there is none, the answer is 404; where the role does not reach it, 403. A list leaves both out alike.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/webapi/retrieve-entity-using-web-api
 *
 * @implements ApiRequest<Contact>
 */
final class GetContact implements ApiRequest {

	/** @param list<string> $columns */
	public function __construct( private readonly string $id, private readonly array $columns ) {}

	public function request( string $base ): Request {
		return OData::get( $base, 'contacts(' . $this->id . ')', [ '$select' => implode( ',', $this->columns ) ], OData::WITH_NAMES );
	}

	public function answer( Response $response ): Contact {
		$contact = new Contact( $response->json() );
		if ( $contact->id !== $this->id ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer holds another record than the one asked for.', status: $response->status );
		}
		return $contact;
	}
}
