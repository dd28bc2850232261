<?php
/**
 * Stand-in: a page with WordPress's own form, to which a refused login is sent back with a parameter.
 *
 * Imitates the `wp_login_failed` redirect of Theme My Login (`includes/actions.php`), Profile Builder (`front-end/login.php`) and of many
 * themes' "custom login page". Only logins that name `standin_page` are sent there.
 *
 * Plugin Name: Redirect login (stand-in)
 */

declare(strict_types=1);

add_action(
	'wp_login_failed',
	static function (): void {
		if ( isset( $_POST['standin_page'] ) ) {
			wp_safe_redirect( add_query_arg( 'login', 'failed', home_url( '/' . sanitize_title( wp_unslash( $_POST['standin_page'] ) ) . '/' ) ) );
			exit;
		}
	}
);

add_filter( 'login_form_middle', static fn ( string $html ): string => $html . '<input type="hidden" name="standin_page" value="sent-back">' );
