<?php

declare(strict_types=1);

namespace Causeway\Cli;

/** Prints answers. JSON is the contract; tables are for reading. */
final class Output {

	public const FORMATS = [ 'table', 'json', 'csv', 'yaml' ];

	/** Exit codes: done, could not, bad arguments, done in part. */
	public const COULD_NOT     = 1;
	public const BAD_ARGUMENTS = 2;
	public const IN_PART       = 3;

	/** Control characters of both kinds (ESC is one, the eight-bit CSI another) and the marks that turn the direction of writing. */
	private const UNSAFE = '/[\x00-\x1f\x7f\x{80}-\x{9f}\x{061c}\x{200e}\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}]/u';

	/** @param array<string, mixed> $options Named arguments of the command. */
	public static function format( array $options ): string {
		$format = $options['format'] ?? 'table';
		if ( ! is_string( $format ) || ! in_array( $format, self::FORMATS, true ) ) {
			self::refuse( 'Choose one of --format=' . implode( '|', self::FORMATS ) . '.', self::BAD_ARGUMENTS );
		}
		return $format;
	}

	/**
	 * @param list<array<string, bool|float|int|string|null>> $rows
	 * @param list<string>                                    $columns
	 */
	public static function rows( string $format, array $rows, array $columns ): void {
		if ( 'json' === $format ) {
			self::json( $rows );
			return;
		}
		if ( [] === $rows && 'table' === $format ) {
			\WP_CLI::line( 'Nothing to show.' );
			return;
		}
		\WP_CLI\Utils\format_items( $format, array_map( static fn ( array $row ): array => array_map( self::cell( ... ), $row ), $rows ), $columns );
	}

	/**
	 * Letters of every script as they are; what a terminal would obey stands as `\u….`, so that it is still the same text for a program.
	 *
	 * @param array<mixed> $value
	 */
	public static function json( array $value ): void {
		$json = (string) json_encode( $value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE );
		\WP_CLI::line( (string) preg_replace_callback( self::UNSAFE, static fn ( array $found ): string => sprintf( '\u%04x', mb_ord( $found[0], 'UTF-8' ) ), $json ) );
	}

	/** Ends the command with one sentence on standard error. */
	public static function refuse( string $message, int $code = self::COULD_NOT ): never {
		\WP_CLI::error( $message, false );
		\WP_CLI::halt( $code );
	}

	/** One line of plain text for a terminal: no control character, nothing that turns the direction of writing, whatever a name held. */
	public static function plain( string $text ): string {
		$text = mb_scrub( $text, 'UTF-8' );
		return trim( (string) preg_replace( [ '/[\t\r\n\x{2028}\x{2029}]+/u', self::UNSAFE ], [ ' ', '' ], $text ) );
	}

	private static function cell( bool|float|int|string|null $value ): string {
		return match ( true ) {
			null === $value  => '',
			is_bool( $value ) => $value ? 'yes' : 'no',
			default          => self::plain( (string) $value ),
		};
	}

	private function __construct() {}
}
