<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Lists login users, all kinds of them, in the order of their ids.
 *
 * Online the agent for users is closed to applications; this list is documented for both.
 * Source: https://docs.superoffice.com/en/api/archive-providers/reference/allusers.html
 *
 * @implements ApiRequest<UserPage>
 */
final class ListUsers implements ApiRequest {

	/** Rows that a page has at most. */
	public const MOST_ROWS = 1_000;

	/** Columns that every version has. */
	public const BASIC = [ 'associateDbId', 'personId', 'contactId', 'fullName', 'userName', 'personEmail', 'isActive' ];

	/** And those since version 9. */
	public const WHOLE = [ ...self::BASIC, 'canLogin', 'userplan' ];

	/** @param list<string> $columns */
	public function __construct(
		private readonly string $filter,
		private readonly int $top,
		private readonly int $skip = 0,
		private readonly array $columns = self::WHOLE,
	) {}

	public function request( string $base ): Request {
		$query = [
			'$select'  => implode( ',', $this->columns ),
			'$filter'  => $this->filter,
			'$orderby' => 'associateDbId',
			'$top'     => (string) $this->top,
			'$skip'    => (string) $this->skip,
		];
		return new Request( 'GET', $base . '/v1/archive/AllUsers?' . http_build_query( array_filter( $query, static fn ( string $part ): bool => '' !== $part ), '', '&', PHP_QUERY_RFC3986 ), [ 'Accept' => 'application/json' ] );
	}

	public function answer( Response $response ): UserPage {
		$json = $response->json();
		if ( ! JsonPath::has( $json, 'value' ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer is no list of users.', status: $response->status );
		}
		$rows = array_map( UserRow::fromRow( ... ), JsonPath::rows( $json, 'value' ) );
		return new UserPage( array_values( array_filter( $rows ) ), '' !== JsonPath::text( $json, 'odata.nextLink' ) );
	}
}
