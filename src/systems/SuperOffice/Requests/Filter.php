<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

/**
 * Writes an archive's filter.
 *
 * How a quote inside a text is escaped is not documented, so a text with one, or with a backslash, is not asked for at all.
 */
final class Filter {

	public static function isPlain( string $text ): bool {
		return 1 === preg_match( '/^[^\x00-\x1F\x7F\'"\\\\]{1,200}$/uD', $text );
	}

	public static function is( string $column, string $text ): string {
		return $column . " eq '" . $text . "'";
	}

	/** @param non-empty-list<string> $conditions */
	public static function anyOf( array $conditions ): string {
		return implode( ' or ', $conditions );
	}
}
