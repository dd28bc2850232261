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
 * Finds contact cards by an address; their ids come back. The address must be plain ({@see Filter::isPlain()}).
 *
 * Source: https://docs.superoffice.com/en/api/archive-providers/reference/person.html
 *
 * @implements ApiRequest<list<string>>
 */
final class FindPersons implements ApiRequest {

	private const LIMIT = 10;

	public function __construct( private readonly string $address ) {}

	public function request( string $base ): Request {
		$query = [
			'$select' => 'personId',
			'$filter' => Filter::is( 'email/emailAddress', $this->address ),
			'$top'    => (string) self::LIMIT,
		];
		return new Request( 'GET', $base . '/v1/Person?' . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 ), [ 'Accept' => 'application/json' ] );
	}

	public function answer( Response $response ): array {
		$json = $response->json();
		if ( ! JsonPath::has( $json, 'value' ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer is no list of contacts.', status: $response->status );
		}
		$ids = [];
		foreach ( JsonPath::rows( $json, 'value' ) as $row ) {
			$ids[] = UserRow::id( JsonPath::text( $row, 'personId' ) );
		}
		return array_values( array_unique( array_filter( $ids, static fn ( string $id ): bool => '' !== $id ) ) );
	}
}
