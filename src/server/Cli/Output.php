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

	/** @param array<mixed> $value */
	public static function json( array $value ): void {
		\WP_CLI::line( (string) json_encode( $value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE ) );
	}

	/** Ends the command with one sentence on standard error. */
	public static function refuse( string $message, int $code = self::COULD_NOT ): never {
		\WP_CLI::error( $message, false );
		\WP_CLI::halt( $code );
	}

	/** One line of plain text for a terminal: no control characters, whatever a name held. */
	public static function plain( string $text ): string {
		return (string) preg_replace( '/[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]/', '', $text );
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
