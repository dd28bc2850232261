<?php
/**
 * Kills this program before the n-th of its writes, where the environment variable CAUSEWAY_DIES_AT says n: of a statement that writes, of a
 * call that writes, and of the moment right after such a call. Right after a statement is right before the next write: nothing else leaves the program.
 */

declare(strict_types=1);

$causeway_dies_at = (int) getenv( 'CAUSEWAY_DIES_AT' );
if ( $causeway_dies_at > 0 ) {
	$causeway_count = static function () use ( $causeway_dies_at ): void {
		static $writes = 0;
		if ( ++$writes === $causeway_dies_at ) {
			posix_kill( getmypid(), SIGKILL );
		}
	};
	add_filter(
		'query',
		static function ( string $query ) use ( $causeway_count ): string {
			if ( 1 === preg_match( '/^\s*(INSERT|UPDATE|DELETE|REPLACE)\b/i', $query ) ) {
				$causeway_count();
			}
			return $query;
		}
	);
	$causeway_calls = static fn ( array $call ): bool => ! in_array( strtoupper( (string) ( $call['method'] ?? 'GET' ) ), [ 'GET', 'HEAD' ], true );
	add_filter(
		'pre_http_request',
		static function ( mixed $answer, array $call ) use ( $causeway_count, $causeway_calls ): mixed {
			if ( $causeway_calls( $call ) ) {
				$causeway_count();
			}
			return $answer;
		},
		10,
		2
	);
	add_action(
		'http_api_debug',
		static function ( mixed $answer, string $context, string $class, array $call ) use ( $causeway_count, $causeway_calls ): void {
			if ( $causeway_calls( $call ) ) {
				$causeway_count();
			}
		},
		10,
		4
	);
}
