<?php
/**
 * The commands of WP-CLI's bundle that Packagist's mirror lacks and that tests, demo and benchmarks use, with the bundle's names and arguments.
 *
 * Loaded with --require before WordPress.
 *
 * @package Causeway
 */

declare(strict_types=1);

if ( ! class_exists( 'WP_CLI' ) ) {
	return;
}

/*
 * WP-CLI 2.4 is older than this PHP. What its own files complain about is not the site's fault and stays out of the site's debug log.
 */
set_error_handler(
	static fn ( int $level, string $message, string $file ): bool => str_starts_with( $file, WP_CLI_ROOT ) || str_contains( $file, '/wp-cli/vendor/' )
);

/**
 * `wp core`.
 */
final class Core_Commands {

	/**
	 * Installs WordPress.
	 *
	 * @when after_wp_load
	 *
	 * @param list<string>          $args  None.
	 * @param array<string, string> $named title, admin_user, admin_password, admin_email.
	 */
	public function install( array $args, array $named ): void {
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		if ( is_blog_installed() ) {
			WP_CLI::success( 'WordPress is already installed.' );
			return;
		}
		if ( isset( $named['skip-email'] ) ) {
			add_filter( 'pre_wp_mail', '__return_true' );
		}
		$made = wp_install( $named['title'], $named['admin_user'], $named['admin_email'], true, '', $named['admin_password'] );
		if ( is_wp_error( $made ) || 0 === $made['user_id'] ) {
			WP_CLI::error( 'WordPress could not be installed.' );
		}
		WP_CLI::success( 'WordPress installed successfully.' );
	}

	/**
	 * Makes a network in subfolders of an installed site; the constants of wp-config.php are the caller's.
	 *
	 * @subcommand multisite-convert
	 *
	 * @param list<string>          $args  None.
	 * @param array<string, string> $named title, domain.
	 */
	public function multisite_convert( array $args, array $named ): void {
		global $wpdb;
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		require_once ABSPATH . 'wp-admin/includes/network.php';
		foreach ( $wpdb->tables( 'ms_global' ) as $table => $prefixed ) {
			$wpdb->$table = $prefixed;
		}
		install_network();
		$made = populate_network( 1, $named['domain'], (string) get_option( 'admin_email' ), $named['title'], '/', false );
		if ( is_wp_error( $made ) && 'no_wildcard_dns' !== $made->get_error_code() ) {
			WP_CLI::error( $made );
		}
		WP_CLI::success( 'Network created.' );
	}

	/**
	 * Prints WordPress's version.
	 */
	public function version(): void {
		WP_CLI::line( wp_get_wp_version() );
	}
}

/**
 * `wp plugin`.
 */
final class Plugin_Commands {

	/**
	 * Activates plugins.
	 *
	 * @param list<string>         $args  Folder names.
	 * @param array<string, mixed> $named network.
	 */
	public function activate( array $args, array $named ): void {
		foreach ( $args as $slug ) {
			$result = activate_plugin( $this->file( $slug ), '', isset( $named['network'] ) );
			if ( is_wp_error( $result ) ) {
				WP_CLI::error( $result );
			}
			WP_CLI::log( "Plugin '$slug' activated." );
		}
	}

	/**
	 * Deactivates plugins.
	 *
	 * @param list<string>         $args  Folder names.
	 * @param array<string, mixed> $named network.
	 */
	public function deactivate( array $args, array $named ): void {
		foreach ( $args as $slug ) {
			deactivate_plugins( $this->file( $slug ), false, isset( $named['network'] ) );
			WP_CLI::log( "Plugin '$slug' deactivated." );
		}
	}

	/**
	 * Runs plugins' uninstall.php, as deleting them in wp-admin does, and leaves their files.
	 *
	 * @param list<string> $args Folder names.
	 */
	public function uninstall( array $args ): void {
		foreach ( $args as $slug ) {
			$file = $this->file( $slug );
			deactivate_plugins( $file );
			uninstall_plugin( $file );
			WP_CLI::log( "Uninstalled '$slug'." );
		}
	}

	/**
	 * Lists plugins.
	 *
	 * @subcommand list
	 *
	 * @param list<string>          $args  None.
	 * @param array<string, string> $named format.
	 */
	public function list_( array $args, array $named ): void {
		$rows = [];
		foreach ( get_plugins() as $file => $plugin ) {
			$rows[] = [
				'name'    => explode( '/', $file )[0],
				'status'  => is_plugin_active( $file ) ? 'active' : 'inactive',
				'version' => $plugin['Version'],
			];
		}
		WP_CLI\Utils\format_items( $named['format'] ?? 'table', $rows, [ 'name', 'status', 'version' ] );
	}

	/**
	 * The main file of a plugin.
	 */
	private function file( string $slug ): string {
		wp_clean_plugins_cache( false );
		foreach ( array_keys( get_plugins() ) as $file ) {
			if ( $slug === $file || str_starts_with( $file, $slug . '/' ) || "$slug.php" === $file ) {
				return $file;
			}
		}
		WP_CLI::error( "The plugin '$slug' could not be found." );
	}
}

WP_CLI::add_command( 'core', 'Core_Commands' );
WP_CLI::add_command( 'plugin', 'Plugin_Commands' );

WP_CLI::add_command(
	'eval',
	/**
	 * Runs PHP code.
	 *
	 * @param list<string> $args The code.
	 */
	static function ( array $args ): void {
		eval( $args[0] ); // phpcs:ignore Generic.PHP.ForbiddenFunctions -- That is what the command is.
	}
);

WP_CLI::add_command(
	'eval-file',
	/**
	 * Runs a PHP file; its further arguments are in `$args`.
	 *
	 * @param list<string> $args The file, then its arguments.
	 */
	static function ( array $args ): void {
		$file = array_shift( $args );
		require $file;
	}
);

WP_CLI::add_command(
	'cron event run',
	/**
	 * Runs events that are due, or those of the named hooks.
	 *
	 * @param list<string>         $args  Hooks.
	 * @param array<string, mixed> $named due-now.
	 */
	static function ( array $args, array $named ): void {
		$done = 0;
		foreach ( _get_cron_array() as $time => $hooks ) {
			foreach ( $hooks as $hook => $events ) {
				$isWanted = isset( $named['due-now'] ) ? $time <= time() : in_array( $hook, $args, true );
				foreach ( $isWanted ? $events : [] as $event ) {
					if ( false !== $event['schedule'] ) {
						wp_reschedule_event( $time, $event['schedule'], $hook, $event['args'] );
					}
					wp_unschedule_event( $time, $hook, $event['args'] );
					do_action_ref_array( $hook, $event['args'] );
					++$done;
				}
			}
		}
		WP_CLI::success( "Executed a total of $done cron events." );
	}
);

WP_CLI::add_command(
	'rewrite structure',
	/**
	 * Sets the permalink structure.
	 *
	 * @param list<string> $args The structure.
	 */
	static function ( array $args ): void {
		global $wp_rewrite;
		$wp_rewrite->set_permalink_structure( $args[0] );
		flush_rewrite_rules();
		WP_CLI::success( 'Rewrite structure set.' );
	}
);

WP_CLI::add_command(
	'user application-password create',
	/**
	 * Makes an application password and prints it.
	 *
	 * @param list<string> $args User and the password's name.
	 */
	static function ( array $args ): void {
		$user = get_user_by( is_numeric( $args[0] ) ? 'id' : 'login', $args[0] );
		$made = WP_Application_Passwords::create_new_application_password( $user ? $user->ID : 0, [ 'name' => $args[1] ] );
		if ( is_wp_error( $made ) ) {
			WP_CLI::error( $made );
		}
		WP_CLI::line( $made[0] );
	}
);

WP_CLI::add_command(
	'cache flush',
	static function (): void {
		wp_cache_flush();
		WP_CLI::success( 'The cache was flushed.' );
	}
);
