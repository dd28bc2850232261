<?php
/**
 * Plugin Name: Mail to the local inbox
 * Description: Sends every mail of this site to an SMTP server on this machine instead of to the world.
 * License:     GPL-2.0-or-later
 *
 * The constants INBOX_SMTP_HOST and INBOX_SMTP_PORT in wp-config.php say where. SMTP and not a filter of wp_mail(): so the whole
 * of WordPress's mail code runs, and a server that is down fails as it would on a real site.
 */

declare(strict_types=1);

defined( 'ABSPATH' ) || exit;

if ( defined( 'INBOX_SMTP_HOST' ) && defined( 'INBOX_SMTP_PORT' ) ) {
	add_action(
		'phpmailer_init',
		static function ( $mailer ): void {
			$mailer->isSMTP();
			$mailer->Host        = (string) INBOX_SMTP_HOST;
			$mailer->Port        = (int) INBOX_SMTP_PORT;
			$mailer->SMTPAuth    = false;
			$mailer->SMTPAutoTLS = false;
			$mailer->Timeout     = 5; // Seconds.
		},
		PHP_INT_MAX
	);
	// A site on a bare address would send from wordpress@127.0.0.1.
	add_filter( 'wp_mail_from', static fn ( string $from ): string => str_replace( '@127.0.0.1', '@northwind.example', $from ) );
}
