<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** Hands mail to `wp_mail()`, so that the site's own mailer and its filters work. */
final class WordPressMailer implements Mailer {

	public function send( array $recipients, string $subject, string $body, string $html = '' ): string {
		$reason = '';
		$listen = static function ( mixed $error ) use ( &$reason ): void {
			$reason = $error instanceof \WP_Error ? $error->get_error_message() : '';
		};
		// Mailers that send in a way of their own know nothing of a second body: they send the HTML, or the text where there is none.
		$both = static function ( mixed $mailer ) use ( $body ): void {
			if ( $mailer instanceof \PHPMailer\PHPMailer\PHPMailer ) {
				$mailer->AltBody = $body; // phpcs:ignore WordPress.NamingConventions.ValidVariableName.UsedPropertyNotSnakeCase -- The mailer's own name.
			}
		};
		add_action( 'wp_mail_failed', $listen );
		if ( '' !== $html ) {
			add_action( 'phpmailer_init', $both );
		}
		try {
			$isSent = '' === $html ? wp_mail( $recipients, $subject, $body ) : wp_mail( $recipients, $subject, $html, [ 'Content-Type: text/html; charset=UTF-8' ] );
		} catch ( \Throwable $error ) {
			$isSent = false;
			$reason = $error->getMessage();
		} finally {
			remove_action( 'wp_mail_failed', $listen );
			remove_action( 'phpmailer_init', $both );
		}
		if ( $isSent ) {
			return '';
		}
		$reason = (string) preg_replace( '/[^\s<>@]+@[^\s<>@]+/', '…', wp_strip_all_tags( $reason ) );
		return '' === $reason ? __( 'The mailer of this site refused the mail without saying why.', 'causeway' ) : mb_substr( $reason, 0, 300 );
	}
}
