<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\HubSpot\Paths;

/**
 * Reads from the audit log who deleted a record at a known time; '' where the log does not say. Enterprise accounts alone keep that log.
 *
 * Source: https://github.com/HubSpot/HubSpot-public-api-spec-collection (Audit Logs)
 *
 * @implements ApiRequest<string>
 */
final class GetDeletion implements ApiRequest {

	private const AROUND_SECONDS = 120;

	/** @param int $at Unix seconds. */
	public function __construct( private readonly string $id, private readonly int $at ) {}

	public function request( string $base ): Request {
		$query = [
			'occurredAfter'  => gmdate( 'Y-m-d\TH:i:s\Z', $this->at - self::AROUND_SECONDS ),
			'occurredBefore' => gmdate( 'Y-m-d\TH:i:s\Z', $this->at + self::AROUND_SECONDS ),
			'limit'          => '100',
		];
		return new Request( 'GET', $base . Paths::ACCOUNT . '/activity/audit-logs?' . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 ) );
	}

	public function answer( Response $response ): string {
		foreach ( JsonPath::rows( $response->json(), 'results' ) as $row ) {
			if ( JsonPath::text( $row, 'targetObjectId' ) === $this->id && 'DELETE' === JsonPath::text( $row, 'action' ) ) {
				return Redactor::clip( JsonPath::text( $row, 'actingUser', 'userEmail' ), 100 );
			}
		}
		return '';
	}
}
