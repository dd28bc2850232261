<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\Soql;

/**
 * Finds contacts by id or by address, those in the recycle bin included: they keep their address there.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_queryall.htm
 *
 * @implements ApiRequest<list<Contact>>
 */
final class FindContacts implements ApiRequest {

	public const FIELDS = [ 'Id', 'Name', 'Email', 'AccountId', 'Account.Name', 'IsDeleted', 'MasterRecordId', 'LastModifiedDate', 'LastModifiedBy.Name' ];

	private const MOST = 50;

	/** @param list<string> $fields */
	private function __construct( private readonly string $where, private readonly array $fields ) {}

	/** @param list<string> $fields */
	public static function byId( string $id, array $fields = self::FIELDS ): self {
		return new self( 'Id = ' . Soql::text( $id ), $fields );
	}

	/**
	 * Salesforce is said to compare without case; should it not, the address is looked for as it is written here and in lower case.
	 *
	 * @param list<string> $fields
	 */
	public static function byAddress( string $address, array $fields = self::FIELDS ): self {
		return new self( 'Email IN ' . Soql::texts( array_values( array_unique( [ $address, mb_strtolower( $address ) ] ) ) ), $fields );
	}

	public function request( string $base ): Request {
		return Query::withDeleted( $base, 'SELECT ' . implode( ', ', $this->fields ) . ' FROM Contact WHERE ' . $this->where . ' LIMIT ' . self::MOST );
	}

	public function answer( Response $response ): array {
		$contacts = array_map( static fn ( array $row ): Contact => new Contact( $row ), Query::rows( $response )->rows );
		return array_values( array_filter( $contacts, static fn ( Contact $contact ): bool => '' !== $contact->id ) );
	}
}
