<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\OData;

/**
 * Finds the contact with an id and those with an address, in one call. Dataverse compares text without case.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/filter-rows
 *
 * @implements ApiRequest<list<Contact>>
 */
final class FindContacts implements ApiRequest {

	private const LIMIT = 50;

	/**
	 * @param string       $id      '' where none is known.
	 * @param string       $address '' where none is known; one of the two is.
	 * @param list<string> $columns
	 */
	public function __construct( private readonly string $id, private readonly string $address, private readonly array $columns = Contact::COLUMNS ) {}

	public function request( string $base ): Request {
		$conditions = '' === $this->id ? [] : [ 'contactid eq ' . $this->id ];
		foreach ( '' === $this->address ? [] : [ 1, 2, 3 ] as $number ) {
			$conditions[] = 'emailaddress' . $number . ' eq ' . OData::text( $this->address );
		}
		return OData::get(
			$base,
			'contacts',
			[
				'$select' => implode( ',', $this->columns ),
				'$filter' => implode( ' or ', $conditions ),
				'$top'    => (string) self::LIMIT,
			],
			OData::WITH_NAMES
		);
	}

	public function answer( Response $response ): array {
		$contacts = array_map( static fn ( array $row ): Contact => new Contact( $row ), OData::rows( $response ) );
		return array_values( array_filter( $contacts, fn ( Contact $contact ): bool => '' !== $contact->id && ( $contact->id === $this->id || $contact->bears( $this->address ) ) ) );
	}
}
