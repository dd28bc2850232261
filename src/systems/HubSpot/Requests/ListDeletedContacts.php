<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\HubSpot\Paths;

/**
 * Lists deleted contacts in the order of their ids. They keep their properties; there is no way to filter or to sort them.
 *
 * Source: https://github.com/HubSpot/HubSpot-public-api-spec-collection (Contacts)
 *
 * @implements ApiRequest<ContactPage>
 */
final class ListDeletedContacts implements ApiRequest {

	private const MOST = 100;

	/** @param string $after `next` of the page before; '' for the first one. */
	public function __construct( private readonly string $after = '' ) {}

	public function request( string $base ): Request {
		$query = [
			'archived'   => 'true',
			'limit'      => (string) self::MOST,
			'properties' => 'email,firstname,lastname,associatedcompanyid',
		];
		if ( '' !== $this->after ) {
			$query['after'] = $this->after;
		}
		return new Request( 'GET', $base . Paths::CONTACTS . '?' . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 ) );
	}

	public function answer( Response $response ): ContactPage {
		return ContactPage::of( $response );
	}
}
