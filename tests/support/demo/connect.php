<?php
/**
 * Points a site at the CRM of this run, in two ways.
 *
 * `php connect.php <site folder> <refresh token> <organisation>` connects the portal alone. Loaded with WP-CLI's --require it adds
 * `wp demo connect`, which does the same and then sets Causeway's connection: one start of PHP instead of two.
 */

declare(strict_types=1);

namespace NorthwindDemo;

/** The simulated CRM forgets its access tokens when it ends, so the portal starts each run with a refresh. */
function connect_portal( string $refreshToken, string $organisation ): void {
	global $wpdb;

	$wpdb->query( 'DELETE FROM ccgclientportal_auth' );
	$wpdb->insert(
		'ccgclientportal_auth',
		[
			'apifor'        => 'crm',
			'orgid'         => $organisation,
			'access_token'  => '',
			'refresh_token' => $refreshToken,
			'create_time'   => gmdate( 'Y-m-d H:i:s', time() - DAY_IN_SECONDS ),
		]
	);
}

if ( class_exists( \WP_CLI::class ) ) {
	\WP_CLI::add_command(
		'demo connect',
		/**
		 * Connects the portal and Causeway. Arguments: refresh token and organisation of the portal. Options: the fields of Causeway's connection.
		 *
		 * @param list<string>          $args  Refresh token, organisation.
		 * @param array<string, string> $named Fields.
		 */
		static function ( array $args, array $named ): void {
			connect_portal( $args[0] ?? '', $args[1] ?? '' );
			\WP_CLI::run_command( [ 'causeway', 'connection', 'set', 'zoho-crm' ], $named );
		}
	);
	return;
}

[ , $site, $refreshToken, $organisation ] = $argv;
$_SERVER['HTTP_HOST']                  ??= '127.0.0.1';
require $site . '/wp-load.php';
connect_portal( $refreshToken, $organisation );
