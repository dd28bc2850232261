<?php

declare(strict_types=1);

namespace Causeway\Compat;

use Causeway\Capture\LostPassword;
use Closure;

/**
 * WooCommerce's My Account has a form of its own for a forgotten password, which says whether there is an account and mails while the visitor
 * waits. Here it answers everybody alike, and the mail is sent by the background.
 *
 * Its login form needs nothing: it shows errors by the filter `login_errors`, as wp-login.php does (`WC_Form_Handler::process_login()`). Its
 * forgotten-password form fires `lostpassword_post` before it looks at the account (`WC_Shortcode_My_Account::retrieve_password()`).
 */
final class WooCommerce {

	/** @param Closure(): LostPassword $lostPassword Made only where its form was sent. */
	public function __construct( private readonly Closure $lostPassword ) {}

	/** `lostpassword_post`, after everybody. What captchas and others found is theirs to say. */
	public function equalise( mixed $errors, mixed $account ): void {
		$name = $_POST['user_login'] ?? '';
		if ( ! $errors instanceof \WP_Error || $errors->has_errors() || ! is_string( $name ) || '' === trim( $name ) ) {
			return;
		}
		// The form is sent to its own page, which is where WooCommerce redirects to as well.
		( $this->lostPassword )()->answer( wp_unslash( $name ), $account instanceof \WP_User ? $account : null, add_query_arg( 'reset-link-sent', 'true' ) );
	}
}
