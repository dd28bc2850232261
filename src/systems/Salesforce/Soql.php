<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce;

/** Writes values into a query, so that nothing in them is read as a part of it. */
final class Soql {

	/** Between quotes; a backslash that escapes nothing is an error to Salesforce. */
	public static function text( string $value ): string {
		return "'" . strtr( $value, [ '\\' => '\\\\', "'" => "\\'", "\n" => '\\n', "\r" => '\\r', "\t" => '\\t' ] ) . "'";
	}

	/** @param non-empty-list<string> $values */
	public static function texts( array $values ): string {
		return '(' . implode( ',', array_map( self::text( ... ), $values ) ) . ')';
	}

	/** @param int $time Unix seconds. */
	public static function time( int $time ): string {
		return gmdate( 'Y-m-d\TH:i:s\Z', $time );
	}
}
