<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Finds live contacts by an e-mail address, exactly.
 *
 * COQL reads the records themselves; the search index is late by seconds to minutes. How COQL escapes a quote is not documented, so an
 * address with one goes through the search.
 * Sources: https://www.zoho.com/crm/developer/docs/api/v8/COQL-Overview.html, https://www.zoho.com/crm/developer/docs/api/v8/search-records.html
 *
 * @implements ApiRequest<list<Contact>>
 */
final class FindContactsByEmail implements ApiRequest {

	private const LIMIT = 10;

	/** @param list<string> $fields E-mail fields that count. */
	public function __construct( private readonly string $email, public readonly array $fields = [ 'Email', 'Secondary_Email' ] ) {}

	/** Whether the address may stand inside a COQL text as it is. */
	public function isPlain(): bool {
		return 1 === preg_match( '/^[A-Za-z0-9.!#$%&*+\/=?^_`{|}~-]+@[A-Za-z0-9.-]+$/D', $this->email );
	}

	public function request( string $base ): Request {
		if ( ! $this->isPlain() ) {
			// The search takes a comma or a parenthesis only after a backslash.
			$email = (string) preg_replace( '/([(),\\\\])/', '\\\\$1', $this->email );
			return new Request( 'GET', $base . '/crm/v8/Contacts/search?email=' . rawurlencode( $email ) . '&fields=' . rawurlencode( implode( ',', $this->fields ) ) );
		}
		$criteria = implode( ' or ', array_map( fn ( string $field ): string => $field . " = '" . $this->email . "'", $this->fields ) );
		$query    = 'select id, ' . implode( ', ', $this->fields ) . ' from Contacts where ' . ( count( $this->fields ) > 1 ? '(' . $criteria . ')' : $criteria ) . ' limit 0, ' . self::LIMIT;
		return new Request( 'POST', $base . '/crm/v8/coql', [ 'Content-Type' => 'application/json' ], [], (string) json_encode( [ 'select_query' => $query ], JSON_UNESCAPED_SLASHES ) );
	}

	public function answer( Response $response ): array {
		if ( 204 === $response->status ) {
			return [];
		}
		$found = [];
		foreach ( JsonPath::rows( $response->json(), 'data' ) as $row ) {
			$contact = new Contact( JsonPath::text( $row, 'id' ), $row );
			if ( GetContact::isId( $contact->id ) && $contact->hasAddress( $this->email, ...$this->fields ) ) {
				$found[] = $contact;
			}
		}
		return $found;
	}
}
