<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * A write. It is never repeated by itself: whether a lost answer means that it took effect is found out by reading.
 *
 * @implements ApiRequest<null>
 */
abstract class Write implements ApiRequest {

	/**
	 * @param 'POST'|'PATCH'       $method
	 * @param array<string, mixed> $body
	 */
	protected function __construct( private readonly string $method, private readonly string $path, private readonly array $body ) {}

	final public function request( string $base ): Request {
		return new Request( $this->method, $base . '/api/v1' . $this->path, [ 'Content-Type' => 'application/json' ], [], (string) json_encode( $this->body ), false );
	}

	/** Calls that take many tell of each whether it went well; Causeway sends one at a time. */
	final public function answer( Response $response ): mixed {
		$json = 204 === $response->status ? [] : $response->json();
		foreach ( JsonPath::rows( $json, 'results' ) as $row ) {
			if ( 'true' !== JsonPath::text( $row, 'success' ) ) {
				$word = substr( (string) preg_replace( '/[^A-Z_]/', '', JsonPath::text( $row, 'errors', 'errorCode' ) ), 0, 64 );
				throw new ConnectorFault( 'FORBIDDEN' === $word ? FaultKind::Forbidden : FaultKind::Rejected, 'Zoho Desk did not carry it out' . ( '' === $word ? '' : ' (' . $word . ')' ) . '.', vendorCode: $word, status: $response->status );
			}
		}
		return null;
	}
}
