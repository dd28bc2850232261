<?php
/**
 * Stands in for WP-CLI: keeps the commands that are registered, and what they print.
 */

declare(strict_types=1);

namespace Causeway\Tests\Integration\Cli {

	/** A command ended with an exit code, as `exit` would. */
	final class CommandEnded extends \RuntimeException {}

	/** What one command printed, and its exit code. */
	final class CommandResult {

		public function __construct( public readonly int $code, public readonly string $out, public readonly string $error ) {}

		/** @return array<mixed> */
		public function json(): array {
			$json = json_decode( $this->out, true );
			return is_array( $json ) ? $json : [];
		}
	}
}

namespace {

	use Causeway\Tests\Integration\Cli\CommandEnded;
	use Causeway\Tests\Integration\Cli\CommandResult;

	final class WP_CLI {

		/** @var array<string, callable> */
		public static array $commands = [];

		/** Whether the person at the terminal says yes. */
		public static bool $saysYes = false;

		private static string $out = '';

		private static string $error = '';

		/** @param array<string, mixed> $arguments */
		public static function add_command( string $name, callable $command, array $arguments = [] ): void {
			self::$commands[ $name ] = $command;
		}

		/**
		 * @param list<string>         $arguments
		 * @param array<string, mixed> $options
		 */
		public static function run( string $name, array $arguments = [], array $options = [] ): CommandResult {
			self::$out   = '';
			self::$error = '';
			$code        = 0;
			try {
				( self::$commands[ $name ] )( $arguments, $options );
			} catch ( CommandEnded $end ) {
				$code = $end->getCode();
			}
			return new CommandResult( $code, self::$out, self::$error );
		}

		public static function line( string $line = '' ): void {
			self::$out .= $line . "\n";
		}

		public static function log( string $line ): void {
			self::$out .= $line . "\n";
		}

		public static function success( string $line ): void {
			self::$out .= "Success: {$line}\n";
		}

		public static function warning( string $line ): void {
			self::$error .= "Warning: {$line}\n";
		}

		public static function error( string $line, bool $ends = true ): void {
			self::$error .= "Error: {$line}\n";
			if ( $ends ) {
				self::halt( 1 );
			}
		}

		public static function halt( int $code ): never {
			throw new CommandEnded( 'Ended.', $code );
		}

		/** @param array<string, mixed> $options */
		public static function confirm( string $question, array $options = [] ): void {
			if ( isset( $options['yes'] ) ) {
				return;
			}
			self::$out .= $question . "\n";
			if ( ! self::$saysYes ) {
				self::halt( 0 );
			}
		}
	}
}

namespace WP_CLI\Utils {

	/**
	 * @param list<array<string, string>> $items
	 * @param list<string>                $columns
	 */
	function format_items( string $format, array $items, array $columns ): void {
		\WP_CLI::line( "{$format}: " . implode( ' | ', $columns ) );
		foreach ( $items as $item ) {
			\WP_CLI::line( implode( ' | ', array_map( static fn ( string $column ): string => $item[ $column ], $columns ) ) );
		}
	}
}
