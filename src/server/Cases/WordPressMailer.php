<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** Hands mail to `wp_mail()`, so that the site's own mailer and its filters work. */
final class WordPressMailer implements Mailer {

	public function send( array $recipients, string $subject, string $body ): string {
		$reason = '';
		$listen = static function ( mixed $error ) use ( &$reason ): void {
			$reason = $error instanceof \WP_Error ? $error->get_error_message() : '';
		};
		add_action( 'wp_mail_failed', $listen );
		try {
			$isSent = wp_mail( $recipients, $subject, $body );
		} catch ( \Throwable $error ) {
			$isSent = false;
			$reason = $error->getMessage();
		} finally {
			remove_action( 'wp_mail_failed', $listen );
		}
		if ( $isSent ) {
			return '';
		}
		$reason = (string) preg_replace( '/[^\s<>@]+@[^\s<>@]+/', '…', wp_strip_all_tags( $reason ) );
		return '' === $reason ? __( 'The mailer of this site refused the mail without saying why.', 'causeway' ) : mb_substr( $reason, 0, 300 );
	}
}
