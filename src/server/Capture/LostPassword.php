<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Closure;

/** Makes wp-login.php answer a request for a new password in the same way whether or not there is an account. */
final class LostPassword {

	private const TELLING = [ 'invalid_email', 'invalidcombo' ];

	/** @param Closure(string): void $redirect Sends the visitor there and ends the request. */
	public function __construct( private readonly Closure $redirect ) {}

	/**
	 * `lostpassword_errors`, after everybody, so that captchas have had their say.
	 *
	 * Where nothing but the missing account stands in the way, the visitor goes where WordPress sends those who have one. Where
	 * something else does, only that is said.
	 */
	public function equalise( \WP_Error $errors, bool $hasAccount ): \WP_Error {
		$others = array_diff( $errors->get_error_codes(), self::TELLING );
		if ( [] === $others ) {
			if ( ! $hasAccount ) {
				$target = $_REQUEST['redirect_to'] ?? '';
				( $this->redirect )( is_string( $target ) && '' !== $target ? wp_unslash( $target ) : 'wp-login.php?checkemail=confirm' );
			}
			return $errors;
		}
		$said = new \WP_Error();
		foreach ( $others as $code ) {
			foreach ( $errors->get_error_messages( $code ) as $message ) {
				$said->add( $code, $message, $errors->get_error_data( $code ) ?? '' );
			}
		}
		return $said;
	}
}
