<?php
/**
 * Runs when an admin deletes the plugin: leaves the database as it was before the first activation.
 *
 * WordPress calls this file by its name; the hook function instead would cost a query on every request.
 *
 * @package Causeway
 */

declare(strict_types=1);

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

( static function (): void {
	global $wpdb;

	spl_autoload_register(
		static function ( string $class ): void {
			$file = __DIR__ . '/src/server/' . strtr( substr( $class, strlen( 'Causeway\\' ) ), '\\', '/' ) . '.php';
			if ( str_starts_with( $class, 'Causeway\\' ) && is_file( $file ) ) {
				require_once $file;
			}
		}
	);
	$database = new Causeway\Storage\Database( $wpdb );
	$settings = new Causeway\Storage\Settings( $database, new Causeway\Support\SystemRandomness() );
	( new Causeway\Storage\Installer( $database, $settings, new Causeway\Storage\Roles() ) )->uninstall();
} )();
