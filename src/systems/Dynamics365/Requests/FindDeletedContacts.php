<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\FetchXml;
use Causeway\Systems\Dynamics365\OData;

/**
 * Finds contacts in the recycle bin by id or by address. A deleted row keeps its columns.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/restore-deleted-records
 *
 * @implements ApiRequest<list<Contact>>
 */
final class FindDeletedContacts implements ApiRequest {

	private const LIMIT = '50';

	/**
	 * @param string $id      '' where none is known.
	 * @param string $address '' where it shall not be looked for; one of the two is given.
	 */
	public function __construct( private readonly string $id, private readonly string $address ) {}

	public function request( string $base ): Request {
		$conditions = ( '' === $this->id ? '' : FetchXml::equals( 'contactid', $this->id ) ) . ( '' === $this->address ? '' : FetchXml::equals( 'emailaddress1', $this->address ) );
		return OData::get( $base, 'contacts', [ 'fetchXml' => FetchXml::ofBin( [ 'contactid', 'fullname', 'emailaddress1', 'parentcustomerid', 'modifiedon' ], $conditions, [ 'top' => self::LIMIT ] ) ], OData::WITH_NAMES );
	}

	public function answer( Response $response ): array {
		$contacts = array_map( static fn ( array $row ): Contact => new Contact( $row ), OData::rows( $response ) );
		return array_values( array_filter( $contacts, fn ( Contact $contact ): bool => '' !== $contact->id && ( $contact->id === $this->id || ( '' !== $this->address && $contact->email() === mb_strtolower( $this->address ) ) ) ) );
	}
}
