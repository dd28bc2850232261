<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Requests;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/** The form of every call and answer of the platform API. Source: https://jsonapi.org/format/1.0/ */
final class JsonApi {

	private const TYPE = 'application/vnd.api+json';

	public static function read( string $url ): Request {
		return new Request( 'GET', $url, [ 'Accept' => self::TYPE ] );
	}

	/**
	 * A write is never repeated by itself: Vendasta keeps no key by which it would know one again.
	 *
	 * @param array<string, mixed> $body
	 */
	public static function write( string $url, array $body ): Request {
		$headers = [
			'Accept'       => self::TYPE,
			'Content-Type' => self::TYPE,
		];
		return new Request( 'POST', $url, $headers, [], (string) json_encode( $body, JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE ), false );
	}

	/**
	 * The objects of a list.
	 *
	 * @return list<array<mixed>>
	 * @throws ConnectorFault Malformed, where it is none.
	 */
	public static function listOf( Response $response ): array {
		$data = $response->json()['data'] ?? null;
		if ( ! is_array( $data ) || ! array_is_list( $data ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer is no list.', status: $response->status );
		}
		return JsonPath::rows( $data );
	}

	/**
	 * Ids of a relationship; null where it was not shown.
	 *
	 * @return list<string>|null
	 */
	public static function identifiers( mixed $relationship ): ?array {
		$data = is_array( $relationship ) ? $relationship['data'] ?? null : null;
		if ( ! is_array( $data ) || ! array_is_list( $data ) ) {
			return null;
		}
		$ids = array_map( static fn ( array $one ): string => JsonPath::text( $one, 'id' ), JsonPath::rows( $data ) );
		return array_values( array_filter( $ids, static fn ( string $id ): bool => 1 === preg_match( '/^[\x21-\x7E]{1,128}$/D', $id ) ) );
	}
}
