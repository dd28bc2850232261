<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Response;

/** Some contacts, and where the next ones begin. */
final class ContactPage {

	/**
	 * @param list<Contact> $contacts
	 * @param string        $next     '' where there are no more.
	 */
	private function __construct( public readonly array $contacts, public readonly string $next ) {}

	/** @throws ConnectorFault Malformed, also where there is no list at all: that is not an empty one. */
	public static function of( Response $response ): self {
		$json = $response->json();
		if ( ! is_array( $json['results'] ?? null ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer holds no list of contacts.', status: $response->status );
		}
		$next = JsonPath::text( $json, 'paging', 'next', 'after' );
		return new self( array_map( Contact::of( ... ), JsonPath::rows( $json, 'results' ) ), 1 === preg_match( '/^[\x21-\x7E]{1,500}$/D', $next ) ? $next : '' );
	}
}
