<?php
/**
 * Stand-in: a shop's account page with a login form and a form for a forgotten password, at `/?standin-account=login` and `…=lost`.
 *
 * Imitates WooCommerce: what `includes/class-wc-form-handler.php` does at `wp_loaded` with the fields of `templates/myaccount/form-login.php`
 * and `form-lost-password.php`, and which hooks `includes/shortcodes/class-wc-shortcode-my-account.php` fires before it looks at an account.
 *
 * Plugin Name: Account page (stand-in)
 */

declare(strict_types=1);

namespace StandIn\AccountPage;

/** What the page says above its form. @var list<string> $notices */
$notices = [];

$is_sent = static fn ( string $nonce, string $action, string ...$fields ): bool => [] === array_diff( $fields, array_keys( $_POST ) ) && is_string( $_POST[ $nonce ] ?? null ) && false !== wp_verify_nonce( $_POST[ $nonce ], $action );

add_action(
	'wp_loaded',
	static function () use ( &$notices, $is_sent ): void {
		if ( $is_sent( 'woocommerce-login-nonce', 'woocommerce-login', 'login', 'username', 'password' ) ) {
			$user = wp_signon(
				[
					'user_login'    => trim( wp_unslash( $_POST['username'] ) ),
					'user_password' => $_POST['password'],
					'remember'      => false,
				],
				is_ssl()
			);
			if ( ! is_wp_error( $user ) ) {
				wp_safe_redirect( home_url( '/?standin-account=login' ) );
				exit;
			}
			$notices[] = apply_filters( 'login_errors', $user->get_error_message() );
			do_action( 'woocommerce_login_failed' );
		}
		if ( $is_sent( 'woocommerce-lost-password-nonce', 'lost_password', 'wc_reset_password', 'user_login' ) ) {
			$login = sanitize_user( wp_unslash( $_POST['user_login'] ) );
			$user  = get_user_by( 'login', $login );
			$user  = false === $user && is_email( $login ) ? get_user_by( 'email', $login ) : $user;
			$wrong = new \WP_Error();
			do_action( 'lostpassword_post', $wrong, $user );
			if ( $wrong->has_errors() ) {
				$notices[] = $wrong->get_error_message();
				return;
			}
			if ( false === $user ) {
				$notices[] = 'Invalid username or email.';
				return;
			}
			do_action( 'retrieve_password', $user->user_login );
			wp_mail( $user->user_email, 'Password Reset Request', get_password_reset_key( $user ) );
			wp_safe_redirect( home_url( '/?standin-account=lost&reset-link-sent=true' ) );
			exit;
		}
	},
	20
);

add_action(
	'template_redirect',
	static function () use ( &$notices ): void {
		$page = $_GET['standin-account'] ?? '';
		if ( ! in_array( $page, [ 'login', 'lost' ], true ) ) {
			return;
		}
		echo '<!doctype html><html><head><title>My account</title></head><body class="woocommerce-account">';
		if ( isset( $_GET['reset-link-sent'] ) ) {
			echo '<div class="woocommerce-message" role="alert">Password reset email has been sent.</div></body></html>';
			exit;
		}
		foreach ( $notices as $notice ) {
			echo '<ul class="woocommerce-error" role="alert"><li>' . wp_kses_post( $notice ) . '</li></ul>';
		}
		echo '<form method="post">';
		if ( 'login' === $page ) {
			echo '<input name="username" value="' . esc_attr( wp_unslash( $_POST['username'] ?? '' ) ) . '"><input type="password" name="password">';
			wp_nonce_field( 'woocommerce-login', 'woocommerce-login-nonce' );
			echo '<button name="login" value="Log in">Log in</button>';
		} else {
			echo '<input name="user_login"><input type="hidden" name="wc_reset_password" value="true">';
			wp_nonce_field( 'lost_password', 'woocommerce-lost-password-nonce' );
			echo '<button value="Reset password">Reset password</button>';
		}
		echo '</form></body></html>';
		exit;
	}
);
