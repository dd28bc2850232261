<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Admin;

use Causeway\Admin\Screens;
use Causeway\Tests\Support\WordPressTestCase;

final class ScreensTest extends WordPressTestCase {

	private const CAPABILITIES = [ 'causeway_view', 'causeway_manage_cases', 'causeway_apply_fixes', 'causeway_manage_connections' ];

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		remove_all_actions( 'admin_menu' );
		remove_all_actions( 'admin_enqueue_scripts' );
		$GLOBALS['menu']    = [];
		$GLOBALS['submenu'] = [];
		( new Screens( WP_PLUGIN_DIR . '/causeway/plugin.php', new \Causeway\Storage\UserPreferences() ) )->hooks();
	}

	/** @param list<string> $capabilities */
	private function openMenuAs( array $capabilities ): void {
		$user = self::user( [ 'role' => 'subscriber' ] );
		foreach ( $capabilities as $capability ) {
			$user->add_cap( $capability );
		}
		wp_set_current_user( $user->ID );
		do_action( 'admin_menu', '' );
	}

	/** @param array<string, string> $query */
	private function render( array $query = [] ): string {
		$_GET = [ 'page' => 'causeway' ] + $query;
		set_current_screen( 'toplevel_page_causeway' );
		ob_start();
		do_action( 'toplevel_page_causeway' );
		return (string) ob_get_clean();
	}

	private function bootData(): string {
		do_action( 'admin_enqueue_scripts', 'toplevel_page_causeway' );
		return implode( '', (array) wp_scripts()->get_data( 'causeway-admin', 'before' ) );
	}

	public function test_people_without_the_capability_see_no_menu(): void {
		$this->openMenuAs( [] );
		self::assertArrayNotHasKey( 'causeway', $GLOBALS['submenu'] );
	}

	public function test_all_entries_lead_to_one_page(): void {
		$this->openMenuAs( [ 'causeway_view' ] );
		self::assertSame(
			[ 'causeway', 'admin.php?page=causeway&amp;screen=incidents', 'admin.php?page=causeway&amp;screen=cases', 'admin.php?page=causeway&amp;screen=people', 'admin.php?page=causeway&amp;screen=connections', 'admin.php?page=causeway&amp;screen=explain', 'admin.php?page=causeway&amp;screen=catalog', 'admin.php?page=causeway&amp;screen=journal' ],
			array_column( $GLOBALS['submenu']['causeway'], 2 )
		);
	}

	/** @return iterable<string, array{array<string, string>, string}> */
	public static function addresses(): iterable {
		yield 'the overview' => [ [], 'causeway' ];
		yield 'a case' => [ [ 'case' => '12' ], 'admin.php?page=causeway&amp;screen=cases' ];
		yield 'an incident' => [ [ 'incident' => '7' ], 'admin.php?page=causeway&amp;screen=incidents' ];
		yield 'connections' => [ [ 'screen' => 'connections' ], 'admin.php?page=causeway&amp;screen=connections' ];
		yield 'the catalog' => [ [ 'screen' => 'catalog' ], 'admin.php?page=causeway&amp;screen=catalog' ];
		yield 'a cause of the catalog' => [ [ 'screen' => 'catalog', 'entry' => 'zoho-crm/contact-in-recycle-bin' ], 'admin.php?page=causeway&amp;screen=catalog' ];
		yield 'a screen that is not there' => [ [ 'screen' => '"><script>' ], 'causeway' ];
	}

	/**
	 * @dataProvider addresses
	 * @param array<string, string> $query
	 */
	public function test_the_menu_marks_the_screen_that_the_address_asks_for( array $query, string $marked ): void {
		$this->openMenuAs( [ 'causeway_view' ] );
		$this->render( $query );
		self::assertSame( $marked, apply_filters( 'submenu_file', 'causeway', 'causeway' ) );
	}

	public function test_the_frame_prints_nothing_of_a_hostile_address(): void {
		$this->openMenuAs( [ 'causeway_view' ] );
		$html = $this->render( [ 'case' => '12<script>alert(1)</script>' ] );
		self::assertStringContainsString( 'Case 12', $html );
		self::assertStringNotContainsString( '<script', $html );
	}

	public function test_the_page_of_a_cause_leads_back_to_the_catalog_and_prints_nothing_of_its_address(): void {
		$this->openMenuAs( [ 'causeway_view' ] );
		$html = $this->render( [ 'screen' => 'catalog', 'entry' => 'zoho-crm/"><script>alert(1)</script>' ] );
		self::assertMatchesRegularExpression( '#<a href="[^"]*page=causeway(?:&\#038;|&amp;)screen=catalog">Whole catalog</a>#', $html );
		self::assertStringNotContainsString( 'alert', $html );
	}

	public function test_the_page_says_what_to_do_without_javascript(): void {
		$this->openMenuAs( [ 'causeway_view' ] );
		self::assertMatchesRegularExpression( '#<noscript>.*JavaScript.*wp causeway case list.*</noscript>#s', $this->render() );
	}

	public function test_other_admin_pages_get_no_script_and_no_style(): void {
		$this->openMenuAs( self::CAPABILITIES );
		set_current_screen( 'users' );
		do_action( 'admin_enqueue_scripts', 'users.php' );
		self::assertFalse( wp_script_is( 'causeway-admin', 'registered' ) );
		self::assertFalse( wp_style_is( 'causeway-admin', 'registered' ) );
	}

	public function test_the_menu_costs_no_query(): void {
		$user = self::user( [ 'role' => 'subscriber' ] );
		$user->add_cap( 'causeway_view' );
		wp_set_current_user( $user->ID );
		self::assertSame( [], self::queriesOf( static fn () => do_action( 'admin_menu', '' ) ) );
	}

	public function test_the_screens_are_told_what_the_person_may_do(): void {
		$this->openMenuAs( [ 'causeway_view', 'causeway_manage_cases' ] );
		$this->render();
		self::assertStringContainsString( '"can":{"manageCases":true,"applyFixes":false,"manageConnections":false}', $this->bootData() );
	}

	/**
	 * @dataProvider helped
	 * @param array<string, string> $query
	 */
	public function test_the_help_is_about_the_screen_that_is_shown( array $query, string $shown ): void {
		$this->openMenuAs( [ 'causeway_view' ] );
		$_GET = [ 'page' => 'causeway' ] + $query;
		set_current_screen( 'toplevel_page_causeway' );
		do_action( 'load-toplevel_page_causeway' );
		$about = get_current_screen()?->get_help_tab( 'causeway-about' );
		self::assertIsArray( $about );
		preg_match_all( '/<p data-causeway-screen="([a-z]+)"( hidden)?>[^<]{40,}/', $about['content'], $found );
		self::assertCount( 9, $found[1] );
		self::assertSame( [ $shown ], array_values( array_map( static fn ( int $at ): string => $found[1][ $at ], array_keys( $found[2], '', true ) ) ) );
		self::assertSame( '', get_current_screen()?->get_help_sidebar(), 'no way to Site Health for those whom it refuses' );
	}

	/** @return iterable<string, array{array<string, string>, string}> */
	public static function helped(): iterable {
		yield 'the overview' => [ [], 'overview' ];
		yield 'a case' => [ [ 'case' => '12' ], 'cases' ];
		yield 'the journal' => [ [ 'screen' => 'journal' ], 'journal' ];
	}

	public function test_a_hostile_site_name_cannot_leave_the_boot_data(): void {
		add_filter( 'option_blogname', static fn (): string => '</script><script>alert(1)</script>' );
		$this->openMenuAs( [ 'causeway_view' ] );
		$this->render();
		self::assertStringNotContainsString( '<', $this->bootData() );
	}
}
