<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/** The agents of the web API: everything is a POST, and what is not there is `null` and no error. */
final class Agent {

	/** End of 1970, Unix seconds. */
	private const FIRST_YEAR_ENDS = 365 * 86_400;

	private const HEADERS = [
		'Content-Type' => 'application/json',
		'Accept'       => 'application/json',
	];

	/**
	 * A call that changes nothing.
	 *
	 * @param array<string, mixed>|null $body
	 */
	public static function ask( string $base, string $call, ?array $body = null ): Request {
		return new Request( 'POST', $base . '/v1/Agents/' . $call, self::HEADERS, [], (string) json_encode( $body ) );
	}

	/**
	 * A call that changes something, so it is never repeated by itself.
	 *
	 * @param array<mixed>|\stdClass $body
	 */
	public static function write( string $base, string $call, array|\stdClass $body ): Request {
		return new Request( 'POST', $base . '/v1/Agents/' . $call, self::HEADERS, [], (string) json_encode( $body, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION ), false );
	}

	/** A time as Unix seconds; 0 where it was never set, which reads as the year 1 or 1970. Without a zone it is UTC. */
	public static function time( string $text ): int {
		if ( 1 !== preg_match( '/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/D', $text, $parts ) ) {
			return 0;
		}
		$time = \DateTimeImmutable::createFromFormat( 'Y-m-d\TH:i:sP', $parts[1] . ( $parts[2] ?? 'Z' ) );
		return false === $time || $time->getTimestamp() < self::FIRST_YEAR_ENDS ? 0 : $time->getTimestamp();
	}

	/**
	 * The record of an answer; null where there is none.
	 *
	 * @param string $key Member that holds its id.
	 * @return array<mixed>|null
	 * @throws ConnectorFault Malformed, where it is another record than the one asked for.
	 */
	public static function record( Response $response, string $key, string $id ): ?array {
		if ( 204 === $response->status || 'null' === trim( $response->body ) ) {
			return null;
		}
		$json = $response->json();
		if ( JsonPath::text( $json, $key ) !== $id ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer holds another user than the one asked for.', status: $response->status );
		}
		return $json;
	}
}
