<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Live contacts in the order of their ids, which never change: the page after an id is the same whatever happens to the list meanwhile.
 *
 * The list of records ends at 100,000 (its page tokens) and counts from the front; COQL by id has no end, at three credits for 2,000 rows.
 * Source: https://www.zoho.com/crm/developer/docs/api/v8/COQL-Overview.html
 *
 * @implements ApiRequest<list<Contact>>
 */
final class ListContacts implements ApiRequest {

	/** Rows a call, at most. */
	public const MOST_ROWS = 2000;

	/**
	 * @param string $afterId Digits; '0' from the start.
	 * @param string $since   Only those changed at or after this moment (RFC 3339, as the API wrote it); '' for all.
	 */
	public function __construct( private readonly string $afterId, private readonly string $since ) {}

	public function request( string $base ): Request {
		$changed = '' === $this->since ? '' : " and Modified_Time >= '{$this->since}'";
		$query   = "select id, Email, Account_Name, Modified_Time from Contacts where id > {$this->afterId}{$changed} order by id asc limit 0, " . self::MOST_ROWS;
		return new Request( 'POST', $base . '/crm/v8/coql', [ 'Content-Type' => 'application/json' ], [], (string) json_encode( [ 'select_query' => $query ], JSON_UNESCAPED_SLASHES ) );
	}

	public function answer( Response $response ): array {
		if ( 204 === $response->status ) {
			return [];
		}
		$contacts = [];
		foreach ( JsonPath::rows( $response->json(), 'data' ) as $row ) {
			$contact = new Contact( JsonPath::text( $row, 'id' ), $row );
			if ( GetContact::isId( $contact->id ) ) {
				$contacts[] = $contact;
			}
		}
		return $contacts;
	}
}
