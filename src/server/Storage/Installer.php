<?php

declare(strict_types=1);

namespace Causeway\Storage;

/**
 * Sets a site up and takes everything back.
 *
 * A network is never looped over: each site sets itself up on the first request of an admin, of cron or of the CLI.
 */
final class Installer {

	public function __construct(
		private readonly Database $database,
		private readonly Settings $settings,
		private readonly Roles $roles,
	) {}

	public function hooks(): void {
		add_action( 'admin_init', $this->ensure( ... ), 1 );
		if ( wp_doing_cron() ) {
			add_action( 'init', $this->ensure( ... ), 1 );
		}
	}

	/** Brings this site to the present version. Costs nothing where it is there. */
	public function ensure(): void {
		if ( $this->settings->schemaVersion() < Schema::VERSION ) {
			$this->install();
		}
	}

	public function install(): void {
		( new Schema( $this->database ) )->install();
		$this->roles->grant();
		$this->settings->install( Schema::VERSION );
	}

	/** Leaves the database as it was before the first activation. Sites of a network are gone through one after the other. */
	public function uninstall(): void {
		$sites = is_multisite() ? get_sites(
			[
				'fields' => 'ids',
				'number' => 0,
			]
		) : [];
		foreach ( is_array( $sites ) && [] !== $sites ? $sites : [ 0 ] as $site ) {
			if ( is_int( $site ) && 0 !== $site ) {
				switch_to_blog( $site );
			}
			$this->roles->revoke();
			$this->settings->remove();
			SitePatterns::remove();
			UserPreferences::remove( $this->database );
			FlightBook::remove( $this->database );
			wp_clear_scheduled_hook( 'causeway_tick' );
			if ( is_int( $site ) && 0 !== $site ) {
				restore_current_blog();
			}
		}
		( new Schema( $this->database ) )->drop();
	}

	/** @return array{version: int, wanted: int, tables: array<string, bool>} What is there of our tables. */
	public function status(): array {
		$tables = [];
		foreach ( Schema::TABLES as $name ) {
			$tables[ $this->database->table( $name ) ] = $this->database->has( $name );
		}
		return [
			'version' => $this->settings->schemaVersion(),
			'wanted'  => Schema::VERSION,
			'tables'  => $tables,
		];
	}

	/** @param mixed $site Whatever the caller of `wp_uninitialize_site` passed on. */
	public function forgetSite( mixed $site ): void {
		if ( $site instanceof \WP_Site ) {
			( new Schema( $this->database ) )->forgetSite( (int) $site->blog_id );
		}
	}
}
