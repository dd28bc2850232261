<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Admin;

use Causeway\Admin\DashboardWidget;
use Causeway\Admin\PersonPanel;
use Causeway\Admin\SiteHealth;
use Causeway\Audit\AuditDesk;
use Causeway\Audit\PersonAtRisk;
use Causeway\Cases\WorkList;
use Causeway\Connections\ConnectionDesk;
use Causeway\Connector\Registry;
use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\Confidence;
use Causeway\Health\CertificateCheck;
use Causeway\Health\PluginPairs;
use Causeway\Storage\AuditOption;
use Causeway\Storage\PluginList;
use Causeway\Storage\RiskTable;
use Causeway\Storage\SsoCertificates;
use Causeway\Tests\Integration\Cases\CaseRoomTestCase;

/** Where administrators look anyway. */
final class PlacesTest extends CaseRoomTestCase {

	private Catalog $catalog;

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		require_once ABSPATH . 'wp-admin/includes/dashboard.php';
		$this->catalog = Catalog::fromDirectory( dirname( __DIR__, 2 ) . '/Fakes/catalog' );
		foreach ( [ 'site_status_tests', 'debug_information', 'wp_dashboard_setup', 'user_row_actions', 'edit_user_profile' ] as $hook ) {
			remove_all_filters( $hook );
		}
		$catalog = fn (): Catalog => $this->catalog;
		$desk    = fn () => $this->room->desk;
		( new SiteHealth( $desk, fn (): ConnectionDesk => new ConnectionDesk( $this->room->connections, new Registry(), $this->catalog, $this->room->connections, $this->room->clock ), $catalog, new CertificateCheck( new SsoCertificates(), $this->room->clock ), new PluginPairs( new PluginList() ) ) )->hooks();
		( new DashboardWidget( $desk, fn () => $this->room->incidentDesk, $catalog ) )->hooks();
		( new PersonPanel( $desk, fn (): AuditDesk => new AuditDesk( new AuditOption(), new RiskTable( $this->room->database ), new WorkList( $this->room->queue ), $this->room->early ), $catalog ) )->hooks();
	}

	/** @return array<string, string> Status by test. */
	private function health(): array {
		$tests = apply_filters( 'site_status_tests', [ 'direct' => [], 'async' => [] ] );
		self::assertIsArray( $tests );
		return array_map( static fn ( array $test ): string => ( $test['test'] )()['status'], $tests['direct'] );
	}

	private function logInWith( string ...$capabilities ): void {
		$viewer = self::user( [ 'role' => 'administrator' ] );
		foreach ( $capabilities as $capability ) {
			$viewer->add_cap( $capability );
		}
		wp_set_current_user( $viewer->ID );
	}

	private function profileOf( \WP_User $user ): string {
		ob_start();
		do_action( 'edit_user_profile', $user );
		return (string) ob_get_clean();
	}

	public function test_site_health_says_what_keeps_people_out_of_this_site(): void {
		self::assertSame( [ 'causeway_pace' => 'recommended', 'causeway_connections' => 'recommended', 'causeway_addresses' => 'good', 'causeway_mail' => 'good', 'causeway_clock' => 'good', 'causeway_certificates' => 'good', 'causeway_pairs' => 'good' ], array_diff_key( $this->health(), [ 'causeway_salts' => 1 ] ) );
		$this->room->connect();
		self::assertSame( 'good', $this->health()['causeway_connections'] );
		add_filter( 'home_url', static fn (): string => 'https://portal.example' );
		add_filter( 'site_url', static fn (): string => 'http://portal.example' );
		self::assertSame( 'critical', $this->health()['causeway_addresses'] );
		remove_all_filters( 'site_url' );
		add_filter( 'site_url', static fn (): string => 'https://www.portal.example' );
		self::assertSame( 'critical', $this->health()['causeway_addresses'] );
	}

	public function test_the_report_holds_no_secret(): void {
		$this->room->connect();
		$report = (string) wp_json_encode( apply_filters( 'debug_information', [] ) );
		self::assertStringContainsString( '0123456789abcdef', $report, 'the version of the catalog' );
		self::assertStringNotContainsString( 's3cret-value', $report );
	}

	public function test_a_profile_says_why_and_leads_to_the_case(): void {
		$this->logInWith( 'causeway_view' );
		$user = self::user( [ 'display_name' => 'Ada' ] );
		self::assertStringContainsString( 'knows of nothing', $this->profileOf( $user ) );

		$this->room->connect();
		$this->room->refuse( $user->ID, $user->user_login, true );
		$this->room->work();
		$case = $this->room->desk->ofUser( $user->ID );
		self::assertNotNull( $case );
		self::assertStringContainsString( 'page=causeway&#038;case=' . $case->id, $this->profileOf( $user ) );

		( new RiskTable( $this->room->database ) )->settle( [ 'user:' . $user->ID => [ 'crm' ] ], [ new PersonAtRisk( 0, 'user:' . $user->ID, $user->ID, 'Ada', 'crm', 'crm', 'contact-in-recycle-bin', Confidence::Certain, 1, 1 ) ] );
		self::assertStringContainsString( 'would be refused if they tried now', $this->profileOf( $user ) );
	}

	public function test_whoever_may_not_see_cases_sees_none_of_it(): void {
		$user = self::user();
		wp_set_current_user( self::user( [ 'role' => 'editor' ] )->ID );
		self::assertSame( '', $this->profileOf( $user ) );
		self::assertSame( [], apply_filters( 'user_row_actions', [], $user ) );
		$GLOBALS['wp_meta_boxes'] = [];
		set_current_screen( 'dashboard' );
		do_action( 'wp_dashboard_setup' );
		self::assertStringNotContainsString( 'causeway', (string) wp_json_encode( $GLOBALS['wp_meta_boxes'] ) );
	}

	public function test_the_list_of_users_costs_no_query(): void {
		$this->logInWith( 'causeway_view' );
		$user = self::user();
		get_userdata( $user->ID );
		self::assertSame( [], self::queriesOf( static fn () => apply_filters( 'user_row_actions', [], $user ) ) );
		self::assertArrayHasKey( 'causeway', apply_filters( 'user_row_actions', [], $user ) );
	}

	public function test_the_dashboard_counts_people_and_names_causes(): void {
		$this->logInWith( 'causeway_view' );
		$user = self::user();
		$this->room->connect();
		$this->room->refuse( $user->ID, $user->user_login, true );
		$this->room->work();
		set_current_screen( 'dashboard' );
		do_action( 'wp_dashboard_setup' );
		ob_start();
		do_meta_boxes( 'dashboard', 'normal', '' );
		$html = (string) ob_get_clean();
		self::assertStringContainsString( '1 person cannot log in.', $html );
		self::assertStringContainsString( 'cause=crm%2Fcontact-in-recycle-bin', $html );
	}
}
