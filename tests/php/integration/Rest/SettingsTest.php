<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Rest;

use Causeway\Storage\Settings;
use PHPUnit\Framework\Attributes\CoversNothing;

/** `PUT /settings`. */
#[CoversNothing]
final class SettingsTest extends DoorTestCase {

	public function test_saves_what_is_given_and_leaves_the_rest(): void {
		$this->administrator();
		$page = self::page( 'A portal’s form.' )->ID;

		$this->http( 'PUT', '/settings', [ 'recipients' => [ 'desk@example.org', 'second@example.org' ] ] );
		$answer = $this->http( 'PUT', '/settings', [ 'portal_page_ids' => [ $page, 999_999 ] ] );

		self::assertSame( 200, $answer->status );
		self::assertSame( [ 'desk@example.org', 'second@example.org' ], $answer->at( 'recipients' ) );
		self::assertSame( [ $page ], $answer->at( 'portal_page_ids' ) );
		$stored = get_option( Settings::OPTION );
		self::assertIsArray( $stored );
		self::assertSame( [ [ 'desk@example.org', 'second@example.org' ], [ $page ] ], [ $stored['recipients'], $stored['pages'] ] );
	}

	public function test_what_roles_may_do_is_changed_by_whoever_may_promote_people(): void {
		$this->administrator();
		self::assertSame( 200, $this->http( 'PUT', '/settings', [ 'roles' => [ 'editor' => [ 'causeway_view', 'causeway_manage_cases', 'manage_options' ], 'administrator' => [], 'nobody' => [ 'causeway_view' ] ] ] )->status );
		$editor = get_role( 'editor' );
		self::assertSame( [ true, true, false, false ], [ $editor?->has_cap( 'causeway_view' ), $editor?->has_cap( 'causeway_manage_cases' ), $editor?->has_cap( 'causeway_apply_fixes' ), $editor?->has_cap( 'manage_options' ) ] );
		self::assertTrue( get_role( 'administrator' )?->has_cap( 'causeway_manage_settings' ) );
		$roles = array_column( (array) $this->ask( '{ settings { roles { role capabilities } } }' )->at( 'data', 'settings', 'roles' ), 'capabilities', 'role' );
		self::assertSame( [ 'causeway_view', 'causeway_manage_cases' ], $roles['editor'] );
		$this->http( 'PUT', '/settings', [ 'roles' => [ 'editor' => [] ] ] );
		self::assertFalse( get_role( 'editor' )?->has_cap( 'causeway_view' ) );

		$this->logIn( self::personWith( [ 'causeway_manage_settings' ] ) );
		self::assertSame( [ 403, 'causeway_forbidden' ], [ $this->http( 'PUT', '/settings', [ 'roles' => [ 'editor' => [ 'causeway_view' ] ] ] )->status, $this->http( 'PUT', '/settings', [ 'roles' => [ 'editor' => [ 'causeway_view' ] ] ] )->code() ] );
		self::assertFalse( get_role( 'editor' )?->has_cap( 'causeway_view' ) );
	}

	public function test_how_long_things_are_kept_has_limits(): void {
		$this->administrator();
		self::assertSame( 400, $this->http( 'PUT', '/settings', [ 'attempt_days' => 1 ] )->status );
		self::assertSame( 400, $this->http( 'PUT', '/settings', [ 'case_days' => 100_000 ] )->status );
		$answer = $this->http( 'PUT', '/settings', [ 'attempt_days' => 60, 'mails_each_case' => false ] );
		self::assertSame( [ 60, 180, false ], [ $answer->at( 'attempt_days' ), $answer->at( 'case_days' ), $answer->at( 'mails_each_case' ) ] );
		$answer = $this->http( 'PUT', '/settings', [ 'attempt_days' => 30, 'mails_each_case' => true ] );
		$stored = get_option( Settings::OPTION );
		self::assertIsArray( $stored );
		self::assertSame( [], array_intersect( [ 'retention', 'incidentsOnly' ], array_keys( $stored ) ), 'what is as usual takes no room' );
	}

	public function test_the_storm_gate_is_off_until_somebody_who_may_switches_it_on(): void {
		$this->logIn( self::personWith( [ 'causeway_view' ] ) );
		self::assertSame( 403, $this->http( 'PUT', '/settings', [ 'storm_gate' => true ] )->status );
		$this->administrator();
		self::assertFalse( $this->ask( '{ settings { stormGate } }' )->at( 'data', 'settings', 'stormGate' ) );
		self::assertTrue( $this->http( 'PUT', '/settings', [ 'storm_gate' => true ] )->at( 'storm_gate' ) );
		self::assertTrue( $this->ask( '{ settings { stormGate } }' )->at( 'data', 'settings', 'stormGate' ) );
		self::assertFalse( $this->http( 'PUT', '/settings', [ 'storm_gate' => false ] )->at( 'storm_gate' ) );
		self::assertArrayNotHasKey( 'gate', (array) get_option( Settings::OPTION ) );
	}

	public function test_settings_are_read_by_whoever_may_change_them(): void {
		$this->logIn( self::personWith( [ 'causeway_view' ] ) );
		self::assertNull( $this->ask( '{ settings { recipients } }' )->at( 'data', 'settings' ) );
	}

	public function test_no_recipients_is_the_sites_own_address(): void {
		$this->administrator();
		$this->http( 'PUT', '/settings', [ 'recipients' => [ 'desk@example.org' ] ] );

		self::assertSame( [ get_option( 'admin_email' ) ], $this->http( 'PUT', '/settings', [ 'recipients' => [] ] )->at( 'recipients' ) );
	}
}
