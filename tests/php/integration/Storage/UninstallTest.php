<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Storage;

use Causeway\Storage\Database;
use Causeway\Storage\Installer;
use Causeway\Storage\Roles;
use Causeway\Storage\Schema;
use Causeway\Storage\Settings;
use Causeway\Support\SystemRandomness;
use Causeway\Tests\Support\WordPressTestCase;

final class UninstallTest extends WordPressTestCase {

	private bool $wasInstalled;

	protected function changesSchema(): bool {
		return true;
	}

	protected function setUp(): void {
		parent::setUp();
		$this->wasInstalled = false !== get_option( Settings::OPTION );
		$this->installer()->uninstall();
	}

	protected function tearDown(): void {
		if ( $this->wasInstalled ) {
			$this->installer()->install();
		} else {
			$this->installer()->uninstall();
		}
		parent::tearDown();
	}

	public function test_uninstalling_leaves_the_database_as_before(): void {
		$before = $this->dump();
		$this->installer()->install();
		$this->installer()->install();
		wp_schedule_event( time(), 'hourly', 'causeway_tick' );
		$person = self::user();
		$person->add_cap( 'causeway_view' );
		self::assertTrue( get_role( 'administrator' )?->has_cap( 'causeway_apply_fixes' ) );
		self::assertNotSame( $before, $this->dump() );

		if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
			define( 'WP_UNINSTALL_PLUGIN', 'causeway/plugin.php' );
		}
		require dirname( __DIR__, 4 ) . '/uninstall.php';

		self::assertFalse( ( new \WP_User( $person->ID ) )->has_cap( 'causeway_view' ) );
		require_once ABSPATH . 'wp-admin/includes/user.php';
		wp_delete_user( $person->ID );
		self::assertSame( $before, $this->dump() );
	}

	public function test_ten_tables_are_made_once_in_the_network(): void {
		$this->installer()->install();
		$database = new Database( self::wpdb() );
		foreach ( Schema::TABLES as $table ) {
			self::assertSame( '0', $database->value( "SELECT COUNT(*) FROM {$database->table( $table )}" ), $table );
			self::assertStringStartsWith( self::wpdb()->base_prefix, $database->table( $table ) );
		}
	}

	public function test_tables_of_an_earlier_version_get_what_came_since_and_keep_their_rows(): void {
		$this->installer()->install();
		$database = new Database( self::wpdb() );
		$table    = $database->table( 'connections' );
		$database->run( "ALTER TABLE {$table} DROP COLUMN saved_today" );
		$database->run( "INSERT INTO {$table} (site_id, slug, `system`, fields, secrets, token, facts, conditions) VALUES (%d, 'old', 'zoho-crm', '{}', '', '', '{}', '[]')", $database->siteId() );
		( new Schema( $database ) )->install();
		( new Schema( $database ) )->install();
		self::assertSame( '0', $database->value( "SELECT saved_today FROM {$table} WHERE slug = 'old'" ) );
	}

	public function test_a_site_of_a_network_takes_its_own_rows_along(): void {
		$this->installer()->install();
		$database = new Database( self::wpdb() );
		foreach ( [ 1, 2 ] as $site ) {
			$database->run( "INSERT INTO {$database->table( 'breakers' )} (site_id, host, failures, opened_at) VALUES (%d, 'x', 1, 1)", $site );
		}
		( new Schema( $database ) )->forgetSite( 2 );
		self::assertSame( '1', $database->value( "SELECT COUNT(*) FROM {$database->table( 'breakers' )}" ) );
	}

	private function installer(): Installer {
		$database = new Database( self::wpdb() );
		return new Installer( $database, new Settings( $database, new SystemRandomness() ), new Roles() );
	}

	/** @return array{tables: list<string>, options: array<string, string>, meta: list<string>} Table names, options and user meta keys. */
	private function dump(): array {
		wp_cache_flush();
		$tables  = self::wpdb()->get_col( 'SHOW TABLES' );
		$options = [];
		foreach ( self::wpdb()->get_results( 'SELECT option_name, option_value FROM ' . self::wpdb()->options . " WHERE option_name NOT LIKE '\\_%transient%' ORDER BY option_name", ARRAY_A ) ?? [] as $row ) {
			$options[ (string) $row['option_name'] ] = (string) $row['option_value'];
		}
		sort( $tables );
		return [
			'tables'  => array_map( 'strval', $tables ),
			'options' => $options,
			'meta'    => array_map( 'strval', self::wpdb()->get_col( 'SELECT DISTINCT meta_key FROM ' . self::wpdb()->usermeta . " WHERE meta_value LIKE '%causeway%' ORDER BY meta_key" ) ),
		];
	}
}
