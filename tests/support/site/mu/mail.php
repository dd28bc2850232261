<?php
/**
 * Plugin Name: Mail (tests and demo)
 * Description: Hands every mail to the inbox on this machine.
 *
 * @package Causeway
 */

declare(strict_types=1);

defined( 'ABSPATH' ) || exit;

add_action(
	'phpmailer_init',
	static function ( object $mailer ): void {
		$mailer->isSMTP();
		$mailer->Host        = '127.0.0.1';
		$mailer->Port        = TEST_SITE_SMTP_PORT;
		$mailer->SMTPAuth    = false;
		$mailer->SMTPAutoTLS = false;
		$mailer->Timeout     = 5;
	}
);

// A site on a bare address would send from wordpress@127.0.0.1, which no mail program accepts.
add_filter( 'wp_mail_from', static fn ( string $from ): string => str_ends_with( $from, '@127.0.0.1' ) || str_ends_with( $from, '@localhost' ) ? 'wordpress@portal.example' : $from );
