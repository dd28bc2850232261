<?php
/**
 * Writes down which of WordPress's login actions fire, by the number that a visitor sends along. Only for tests.
 */

declare(strict_types=1);

foreach ( [ 'wp_login', 'wp_login_failed' ] as $hook ) {
	add_action(
		$hook,
		static function () use ( $hook ): void {
			$visitor = preg_replace( '/\W/', '', (string) ( $_SERVER['HTTP_X_VISITOR'] ?? '' ) );
			file_put_contents( ABSPATH . 'login-hooks.log', "{$visitor} {$hook}\n", FILE_APPEND | LOCK_EX );
		}
	);
}
