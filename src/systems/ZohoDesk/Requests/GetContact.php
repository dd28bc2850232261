<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Reads one contact by its id; one in the recycle bin may come back marked as such. Null where there is none and the API says so with 204.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/Contact.json)
 *
 * @implements ApiRequest<Contact|null>
 */
final class GetContact implements ApiRequest {

	public function __construct( private readonly string $id ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/api/v1/contacts/' . $this->id . '?include=accounts' );
	}

	public function answer( Response $response ): ?Contact {
		if ( 204 === $response->status ) {
			return null;
		}
		$contact = Contact::fromRow( $response->json() );
		if ( $contact?->id !== $this->id ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer holds another record than the one asked for.', status: $response->status );
		}
		return $contact;
	}
}
