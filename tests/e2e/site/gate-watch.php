<?php
/**
 * Plugin Name: Gate watch
 * Description: The visitor's address is what a header says, as behind a proxy that a site trusts; password checks are counted, whoever makes them.
 *
 * @package Causeway
 */

declare(strict_types=1);

namespace Causeway\Capture {

	/**
	 * Stands before PHP's own function in the room that spends a dummy check.
	 *
	 * @param string $password As PHP's.
	 * @param string $hash     As PHP's.
	 */
	function password_verify( string $password, string $hash ): bool {
		\gate_watch_note( 'check' );
		return \password_verify( $password, $hash );
	}
}

namespace {

	/** @param string $what One line of the log. */
	function gate_watch_note( string $what ): void {
		file_put_contents( WP_CONTENT_DIR . '/gate-watch.log', $what . "\n", FILE_APPEND );
	}

	add_filter( 'causeway_visitor_address', static fn ( string $address ): string => is_string( $_SERVER['HTTP_X_TEST_ADDRESS'] ?? null ) ? $_SERVER['HTTP_X_TEST_ADDRESS'] : $address );
	add_filter(
		'check_password',
		static function ( $is_right ) {
			gate_watch_note( 'check' );
			return $is_right;
		}
	);
}
