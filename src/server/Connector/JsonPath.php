<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** Reads values out of a vendor's decoded JSON without trusting its shape. What is missing or of another kind is empty. */
final class JsonPath {

	/** A scalar as text; '' where there is none. Booleans read as `true` and `false`. */
	public static function text( mixed $json, string|int ...$path ): string {
		$value = self::at( $json, ...$path );
		return match ( true ) {
			is_bool( $value ) => $value ? 'true' : 'false',
			is_scalar( $value ) => (string) $value,
			default => '',
		};
	}

	/** @return list<array<mixed>> The objects of a list; anything else in it is left out. */
	public static function rows( mixed $json, string|int ...$path ): array {
		$value = self::at( $json, ...$path );
		return is_array( $value ) && array_is_list( $value ) ? array_values( array_filter( $value, 'is_array' ) ) : [];
	}

	/** Whether the key is there at all, be its value null. */
	public static function has( mixed $json, string|int $key ): bool {
		return is_array( $json ) && array_key_exists( $key, $json );
	}

	private static function at( mixed $json, string|int ...$path ): mixed {
		foreach ( $path as $key ) {
			if ( ! is_array( $json ) || ! array_key_exists( $key, $json ) ) {
				return null;
			}
			$json = $json[ $key ];
		}
		return $json;
	}
}
