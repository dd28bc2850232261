<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\HubSpot\Paths;

/**
 * Lists contacts, active or deleted, in the order of their ids. Deleted ones keep their properties; there is no way to filter or to sort them.
 *
 * Source: https://github.com/HubSpot/HubSpot-public-api-spec-collection (Contacts)
 *
 * @implements ApiRequest<ContactPage>
 */
final class ListContacts implements ApiRequest {

	private const MOST = 100;

	/** @param list<string> $properties */
	private function __construct( private readonly bool $isDeleted, private readonly string $after, private readonly array $properties, private readonly int $limit, private readonly bool $withCompanies ) {}

	/** @param string $after `next` of the page before; '' for the first one. */
	public static function deleted( string $after = '' ): self {
		return new self( true, $after, [ 'email', 'firstname', 'lastname', 'associatedcompanyid' ], self::MOST, false );
	}

	/** One contact and its companies: enough to know whether the app may read both. */
	public static function one( bool $isDeleted = false ): self {
		return new self( $isDeleted, '', [ 'email' ], 1, ! $isDeleted );
	}

	public function request( string $base ): Request {
		$query = array_filter(
			[
				'limit'        => (string) $this->limit,
				'properties'   => implode( ',', $this->properties ),
				'after'        => $this->after,
				'archived'     => $this->isDeleted ? 'true' : '',
				'associations' => $this->withCompanies ? 'companies' : '',
			],
			static fn ( string $value ): bool => '' !== $value
		);
		return new Request( 'GET', $base . Paths::CONTACTS . '?' . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 ) );
	}

	public function answer( Response $response ): ContactPage {
		return ContactPage::of( $response );
	}
}
