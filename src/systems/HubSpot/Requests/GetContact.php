<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\HubSpot\Paths;

/**
 * Reads one contact, by its id or by its main address, among the active or among the deleted ones.
 *
 * The id in the answer may be another than the one asked for: a contact that was merged away is answered with the one that took its place.
 * Source: https://github.com/HubSpot/HubSpot-public-api-spec-collection (Contacts)
 *
 * @implements ApiRequest<Contact>
 */
final class GetContact implements ApiRequest {

	/** @param list<string> $properties */
	private function __construct( private readonly string $key, private readonly bool $isAddress, private readonly array $properties, private readonly bool $isDeleted ) {}

	/** @param list<string> $properties */
	public static function byId( string $id, array $properties = Contact::CERTAIN, bool $isDeleted = false ): self {
		return new self( $id, false, $properties, $isDeleted );
	}

	/** @param list<string> $properties */
	public static function byAddress( string $address, array $properties = Contact::CERTAIN, bool $isDeleted = false ): self {
		return new self( mb_strtolower( $address ), true, $properties, $isDeleted );
	}

	public function request( string $base ): Request {
		$query = array_filter(
			[
				'idProperty' => $this->isAddress ? 'email' : '',
				'properties' => implode( ',', $this->properties ),
				'archived'   => $this->isDeleted ? 'true' : '',
			],
			static fn ( string $value ): bool => '' !== $value
		);
		return new Request( 'GET', $base . Paths::CONTACTS . '/' . rawurlencode( $this->key ) . '?' . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 ) );
	}

	public function answer( Response $response ): Contact {
		return Contact::of( $response->json() );
	}
}
