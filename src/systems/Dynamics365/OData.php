<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * How the Web API is written and read.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors
 */
final class OData {

	/** Asks for names behind lookups, and for the table that a lookup points to. */
	public const WITH_NAMES = 'odata.include-annotations="*"';

	private const HEADERS = [
		'Accept'           => 'application/json',
		'OData-MaxVersion' => '4.0',
		'OData-Version'    => '4.0',
		'If-None-Match'    => 'null',
	];

	/**
	 * A call that reads.
	 *
	 * @param array<string, string> $query  Option => value, not yet encoded.
	 * @param string                $prefer Value of `Prefer`; '' for none.
	 */
	public static function get( string $base, string $path, array $query = [], string $prefer = '' ): Request {
		$options = http_build_query( $query, '', '&', PHP_QUERY_RFC3986 );
		$headers = self::HEADERS + ( '' === $prefer ? [] : [ 'Prefer' => $prefer ] );
		return new Request( 'GET', $base . '/' . $path . ( '' === $options ? '' : '?' . $options ), $headers );
	}

	/**
	 * A call that writes.
	 *
	 * @param 'POST'|'PATCH'        $method
	 * @param array<string, mixed>  $body
	 * @param array<string, string> $headers
	 */
	public static function write( string $method, string $base, string $path, array $body, array $headers, bool $idempotent ): Request {
		$headers = array_merge( self::HEADERS, [ 'Content-Type' => 'application/json; charset=utf-8' ], $headers );
		return new Request( $method, $base . '/' . $path, $headers, [], (string) json_encode( $body, JSON_UNESCAPED_SLASHES ), $idempotent );
	}

	/** A text inside a filter: a quote is doubled. */
	public static function text( string $text ): string {
		return "'" . str_replace( "'", "''", $text ) . "'";
	}

	/** A moment inside a filter. */
	public static function moment( int $unix ): string {
		return gmdate( 'Y-m-d\TH:i:s\Z', $unix );
	}

	/** Unix seconds of a moment, or of a day's beginning, in an answer; 0 where it holds neither. */
	public static function unix( string $moment ): int {
		$zone = new \DateTimeZone( 'UTC' );
		foreach ( [ '!Y-m-d\TH:i:sP', '!Y-m-d' ] as $format ) {
			$at = \DateTimeImmutable::createFromFormat( $format, (string) preg_replace( '/\.\d+/', '', $moment ), $zone );
			if ( false !== $at ) {
				return $at->getTimestamp();
			}
		}
		return 0;
	}

	/** A moment as evidence says it. */
	public static function sentence( int $unix ): string {
		return gmdate( 'j F Y, H:i', $unix ) . ' UTC';
	}

	/**
	 * The rows of a list.
	 *
	 * @return list<array<mixed>>
	 * @throws ConnectorFault Malformed, where the answer is no list: an empty page of a proxy must not read as "nobody".
	 */
	public static function rows( Response $response ): array {
		$json = $response->json();
		if ( ! is_array( $json['value'] ?? null ) || ! array_is_list( $json['value'] ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer is not the list that was asked for.', status: $response->status );
		}
		return JsonPath::rows( $json, 'value' );
	}

	/**
	 * What an annotation says of a property: `OData.Community.Display.V1.FormattedValue`, `Microsoft.Dynamics.CRM.lookuplogicalname`.
	 *
	 * @param array<mixed> $row
	 */
	public static function note( array $row, string $property, string $annotation ): string {
		return JsonPath::text( $row, $property . '@' . $annotation );
	}

	/**
	 * The name behind a lookup.
	 *
	 * @param array<mixed> $row
	 */
	public static function nameOf( array $row, string $property ): string {
		return self::note( $row, $property, 'OData.Community.Display.V1.FormattedValue' );
	}
}
