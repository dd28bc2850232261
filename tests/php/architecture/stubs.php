<?php
/**
 * Names that exist only at run time: constants a site may define, and WP-CLI, which has no stubs of its own here.
 */

namespace {
	define( 'CAUSEWAY_ALLOW_LOCAL_ENDPOINTS', (bool) getenv( 'CAUSEWAY_ALLOW_LOCAL_ENDPOINTS' ) );
	define( 'CAUSEWAY_DISABLE', (bool) getenv( 'CAUSEWAY_DISABLE' ) );

	class WP_CLI {

		/** @param array<string, mixed> $args */
		public static function add_command( string $name, mixed $callable, array $args = [] ): bool {}

		public static function line( string $message = '' ): void {}

		public static function log( string $message ): void {}

		public static function success( string $message ): void {}

		public static function warning( string $message ): void {}

		/** @return ($exit is false ? null : never) */
		public static function error( string $message, bool|int $exit = true ) {}

		public static function halt( int $code ): never {}

		/** @param array<string, mixed> $assocArgs */
		public static function confirm( string $question, array $assocArgs = [] ): void {}
	}
}

namespace WP_CLI\Utils {
	/**
	 * @param list<array<string, mixed>> $items
	 * @param list<string>               $fields
	 */
	function format_items( string $format, array $items, array $fields ): void {}
}
