<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Storage;

use Causeway\Storage\Database;
use Causeway\Storage\Settings;
use Causeway\Support\SystemRandomness;
use Causeway\Tests\Support\WordPressTestCase;

final class SettingsTest extends WordPressTestCase {

	private Settings $settings;

	protected function setUp(): void {
		parent::setUp();
		delete_option( Settings::OPTION );
		$this->settings = $this->settings();
	}

	public function test_two_writers_do_not_undo_each_other(): void {
		$this->settings->install( 1 );
		get_option( Settings::OPTION );
		$other = $this->settings();
		$other->saveRecipients( [ 'a@example.org' ] );
		$this->settings->savePortalPageIds( [ 7 ] );

		self::assertSame( [ 'a@example.org' ], $this->settings->recipients() );
		self::assertSame( [ 7 ], $other->portalPageIds() );
	}

	public function test_the_key_stays_once_it_is_made_and_stands_before(): void {
		$before = $this->settings->hashKey();
		$this->settings->install( 1 );
		$made = $this->settings->hashKey();
		$this->settings->install( 2 );

		self::assertSame( 64, strlen( $before ) );
		self::assertNotSame( $before, $made );
		self::assertSame( $made, $this->settings->hashKey() );
		self::assertSame( 2, $this->settings->schemaVersion() );
	}

	public function test_reading_costs_no_query_and_the_option_is_loaded_with_the_others(): void {
		$this->settings->install( 1 );
		wp_load_alloptions();

		self::assertSame(
			[],
			self::queriesOf(
				function (): void {
					$this->settings->hashKey();
					$this->settings->vendorHosts();
					$this->settings->fuse();
					$this->settings->watchesSignInOf( 3 );
				}
			)
		);
	}

	public function test_250_people_of_a_million_fit_into_two_kilobytes(): void {
		$this->settings->install( 1 );
		$ids = array_map( static fn ( int $at ): int => 4_000 * $at + 17, range( 1, 300 ) );
		$this->settings->watchSignIns( $ids );
		$this->settings->saveVendorHosts( [ 'www.zohoapis.com:443' => 'zoho-crm', 'accounts.zoho.com:443' => 'zoho-crm' ] );

		self::assertTrue( $this->settings->watchesSignInOf( $ids[249] ) );
		self::assertFalse( $this->settings->watchesSignInOf( $ids[250] ) );
		self::assertFalse( $this->settings->watchesSignInOf( $ids[0] + 1 ) );
		self::assertLessThanOrEqual( 2048, strlen( serialize( get_option( Settings::OPTION ) ) ) );
	}

	public function test_the_list_of_people_gives_way_where_the_option_would_grow_too_large(): void {
		$this->settings->install( 1 );
		$this->settings->watchSignIns( array_map( static fn ( int $at ): int => 40_000_000 * $at, range( 1, 250 ) ) );
		$this->settings->saveRecipients( array_fill( 0, 5, str_repeat( 'a', 60 ) . '@example.org' ) );

		self::assertLessThanOrEqual( 2048, strlen( serialize( get_option( Settings::OPTION ) ) ) );
		self::assertTrue( $this->settings->watchesSignInOf( 40_000_000 ) );
	}

	public function test_the_sites_own_address_is_told_where_nobody_chose_another(): void {
		self::assertSame( [ get_option( 'admin_email' ) ], $this->settings->recipients() );
		$this->settings->install( 1 );
		$this->settings->saveRecipients( [ 'no address', 'b@example.org' ] );
		self::assertSame( [ 'b@example.org' ], $this->settings->recipients() );
	}

	public function test_the_fuse_is_kept_and_put_back(): void {
		$this->settings->install( 1 );
		$blown = [
			'faults'  => [ 1, 2, 3 ],
			'blownAt' => 3,
			'where'   => 'X.php:1',
		];
		$this->settings->saveFuse( $blown );
		self::assertSame( $blown, $this->settings->fuse() );
		$this->settings->saveFuse( [ 'faults' => [], 'blownAt' => 0, 'where' => '' ] );
		self::assertSame( 0, $this->settings->fuse()['blownAt'] );
	}

	private function settings(): Settings {
		return new Settings( new Database( self::wpdb() ), new SystemRandomness() );
	}
}
