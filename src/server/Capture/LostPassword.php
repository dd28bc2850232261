<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Support\LoginNameHash;
use Closure;

/**
 * Makes wp-login.php answer a request for a new password in the same way, and in the same time, whether or not there is an account.
 *
 * Known and unknown names both become one row, and the same page comes back. The mail is sent by the background, so that neither its time
 * nor its failure tells anything; a failure becomes a case.
 */
final class LostPassword {

	private const TELLING = [ 'invalid_email', 'invalidcombo' ];

	/**
	 * @param Closure(string): void $redirect Sends the visitor there and ends the request.
	 * @param Closure(): void       $afterPut Called once a row was written.
	 */
	public function __construct(
		private readonly ResetQueue $queue,
		private readonly LoginNameHash $hash,
		private readonly Closure $redirect,
		private readonly Closure $afterPut,
	) {}

	/**
	 * `lostpassword_errors`, after everybody, so that captchas have had their say.
	 *
	 * Where nothing but the missing account stands in the way, the visitor goes where WordPress sends those who have one. Where
	 * something else does, only that is said.
	 */
	public function equalise( \WP_Error $errors, string $typedName, ?\WP_User $account ): \WP_Error {
		$others = array_diff( $errors->get_error_codes(), self::TELLING );
		if ( [] === $others ) {
			return $this->asForAnybody( $errors, $typedName, $account );
		}
		$said = new \WP_Error();
		foreach ( $others as $code ) {
			foreach ( $errors->get_error_messages( $code ) as $message ) {
				$said->add( $code, $message, $errors->get_error_data( $code ) ?? '' );
			}
		}
		return $said;
	}

	private function asForAnybody( \WP_Error $errors, string $typedName, ?\WP_User $account ): \WP_Error {
		$target = $_REQUEST['redirect_to'] ?? '';
		$this->answer( $typedName, $account, is_string( $target ) && '' !== $target ? wp_unslash( $target ) : 'wp-login.php?checkemail=confirm' );
		return $errors;
	}

	/**
	 * Queues the request and sends the visitor where those who have an account are sent. Returns only where nobody would take it from the
	 * queue and there is an account: then the caller mails while the visitor waits.
	 */
	public function answer( string $typedName, ?\WP_User $account, string $target ): void {
		if ( $this->queue->isServed() ) {
			$this->queue->put( $this->hash->of( $typedName ), null === $account ? 0 : $account->ID );
			( $this->afterPut )();
		} elseif ( null !== $account ) {
			return;
		}
		( $this->redirect )( $target );
	}
}
