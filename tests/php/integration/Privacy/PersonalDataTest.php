<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Privacy;

use Causeway\Audit\PersonAtRisk;
use Causeway\Audit\RemoteRecord;
use Causeway\Diagnosis\Confidence;
use Causeway\Storage\RecordTable;
use Causeway\Storage\RiskTable;
use Causeway\Support\Truth;
use Causeway\Storage\Settings;
use Causeway\Support\SystemRandomness;
use Causeway\Tests\Integration\Rest\DoorTestCase;
use PHPUnit\Framework\Attributes\CoversNothing;

/** What WordPress's own tools for personal data hand out and erase. */
#[CoversNothing]
final class PersonalDataTest extends DoorTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->wiring->openAdmin();
	}

	/** @return array<string, mixed> As WordPress's page asks for it. */
	private function tool( string $kind, string $email ): array {
		$tools = apply_filters( "wp_privacy_personal_data_{$kind}s", [] );
		self::assertIsArray( $tools );
		self::assertIsArray( $tools['causeway'] ?? null );
		self::assertIsString( $tools['causeway'][ "{$kind}_friendly_name" ] );
		self::assertIsCallable( $tools['causeway']['callback'] );
		$answer = $tools['causeway']['callback']( $email, 1 );
		self::assertIsArray( $answer );
		self::assertTrue( $answer['done'] );
		return $answer;
	}

	/** @return array<string, int> How many items of each group are exported. */
	private function exported( string $email ): array {
		$data = $this->tool( 'exporter', $email )['data'];
		self::assertIsArray( $data );
		foreach ( $data as $item ) {
			self::assertSame( [ 'group_id', 'group_label', 'item_id', 'data' ], array_keys( (array) $item ) );
		}
		self::assertCount( count( $data ), array_unique( array_column( $data, 'item_id' ) ), 'Each item once.' );
		return array_count_values( array_column( $data, 'group_id' ) );
	}

	private function rows( string $table ): int {
		return (int) self::wpdb()->get_var( "SELECT COUNT(*) FROM {$this->database()->table( $table )}" );
	}

	/** @return array<string, int> Rows that hang on people. */
	private function allRows(): array {
		$rows = [];
		foreach ( [ 'cases', 'attempts', 'diagnoses', 'journal', 'words', 'links' ] as $table ) {
			$rows[ $table ] = $this->rows( $table );
		}
		return $rows;
	}

	public function test_a_wordpress_user_is_exported_and_erased_and_nobody_else(): void {
		$this->administrator();
		$ada  = self::user( [ 'user_login' => 'ada', 'user_email' => 'ada@people.example' ] );
		$noah = self::user( [ 'user_login' => 'noah', 'user_email' => 'noah@people.example' ] );
		$this->refuse( $noah->ID, 'noah' );
		$this->work();
		$others = $this->allRows();
		$counts = $this->ask( '{ overview { openCases peopleLockedOut unexplainedShare } cases { totalCount } }' )->at( 'data' );

		$this->refuse( $ada->ID, 'ada' );
		$this->refuse( $ada->ID, 'ada@people.example' );
		$this->work();
		self::assertSame( [ 'causeway-cases', 'causeway-attempts', 'causeway-journal' ], array_keys( $this->exported( 'ada@people.example' ) ) );
		self::assertSame( 2, $this->exported( 'ada@people.example' )['causeway-attempts'] );

		$erased = $this->tool( 'eraser', 'ada@people.example' );
		self::assertSame( [ true, false ], [ $erased['items_removed'], $erased['items_retained'] ] );
		self::assertSame( $others, $this->allRows() );
		self::assertSame( $counts, $this->ask( '{ overview { openCases peopleLockedOut unexplainedShare } cases { totalCount } }' )->at( 'data' ) );
		self::assertSame( [], $this->exported( 'ada@people.example' ) );
		$settings = new Settings( $this->database(), new SystemRandomness() );
		self::assertSame( [ false, true ], [ $settings->watchesSignInOf( $ada->ID ), $settings->watchesSignInOf( $noah->ID ) ] );
	}

	public function test_a_person_of_the_portal_alone_is_found_by_the_address(): void {
		$this->diagnosedCase();
		$this->refuse( 0, 'mara' );
		$this->work();
		$groups = $this->exported( self::PORTAL_EMAIL );
		self::assertSame( [ 1, 2, 1 ], [ $groups['causeway-cases'], $groups['causeway-attempts'], $groups['causeway-links'] ] );
		self::assertStringContainsString( self::CONTACT, (string) json_encode( $this->tool( 'exporter', self::PORTAL_EMAIL ) ) );

		self::assertTrue( $this->tool( 'eraser', self::PORTAL_EMAIL )['items_removed'] );
		self::assertSame( [ 0 ], array_values( array_unique( $this->allRows() ) ) );
	}

	public function test_somebody_whose_account_is_gone_is_still_found(): void {
		$this->diagnosedCase();
		self::wpdb()->query( 'DELETE FROM ccgclientportal_users' );
		self::assertSame( 1, $this->exported( self::PORTAL_EMAIL )['causeway-cases'] );
		self::assertTrue( $this->tool( 'eraser', self::PORTAL_EMAIL )['items_removed'] );
		self::assertSame( [ 0 ], array_values( array_unique( $this->allRows() ) ) );
	}

	public function test_an_address_without_any_account_is_found_by_what_was_typed(): void {
		$this->administrator();
		$this->refuse( 0, 'Nobody.Ever@example.org', false );
		$this->work();
		self::assertSame( 1, $this->exported( 'nobody.ever@example.org' )['causeway-cases'] ?? 0 );
		self::assertTrue( $this->tool( 'eraser', ' nobody.ever@EXAMPLE.org ' )['items_removed'] );
		self::assertSame( [ 0, 0 ], [ $this->rows( 'cases' ), $this->rows( 'attempts' ) ] );
	}

	public function test_attempts_that_no_case_has_yet_are_erased_too(): void {
		$ada = self::user( [ 'user_login' => 'ada', 'user_email' => 'ada@people.example' ] );
		$this->refuse( $ada->ID, 'ada' );
		$this->refuse( 0, 'ada@people.example', false );
		$this->refuse( 0, 'mara', false );
		self::assertTrue( $this->tool( 'eraser', 'ada@people.example' )['items_removed'] );
		self::assertSame( 1, $this->rows( 'attempts' ) );
		self::assertTrue( $this->tool( 'eraser', self::PORTAL_EMAIL )['items_removed'] );
		self::assertSame( 0, $this->rows( 'attempts' ) );
	}

	/** @return iterable<string, array{string}> */
	public static function addresses(): iterable {
		yield 'nobody’s' => [ 'nobody.ever@example.org' ];
		yield 'no address' => [ '' ];
		yield 'blanks' => [ '   ' ];
		yield 'SQL' => [ "' OR 1=1 -- @example.org" ];
		yield 'wildcards' => [ '%@%' ];
		yield 'a megabyte' => [ str_repeat( 'a', 1_000_000 ) . '@example.org' ];
	}

	/** @dataProvider addresses */
	public function test_erasing_nobody_and_erasing_twice_is_harmless( string $email ): void {
		$this->diagnosedCase();
		$before = $this->allRows();
		foreach ( [ 1, 2 ] as $time ) {
			self::assertSame( [ false, false, [] ], array_slice( array_values( $this->tool( 'eraser', $email ) ), 0, 3 ), "time {$time}" );
			self::assertSame( [], $this->exported( $email ) );
		}
		self::assertSame( $before, $this->allRows() );
		self::assertTrue( $this->tool( 'eraser', self::PORTAL_EMAIL )['items_removed'] );
		self::assertFalse( $this->tool( 'eraser', self::PORTAL_EMAIL )['items_removed'] );
	}

	public function test_more_than_a_hundred_attempts_are_exported(): void {
		$this->administrator();
		$ada = self::user( [ 'user_email' => 'ada@people.example' ] );
		for ( $attempt = 0; $attempt < 130; $attempt++ ) {
			$this->refuse( $ada->ID, 'ada', false );
		}
		$this->work();
		self::assertSame( 130, $this->exported( 'ada@people.example' )['causeway-attempts'] );
	}

	public function test_what_is_exported_is_ready_for_a_page(): void {
		$case = $this->diagnosedCase();
		$this->http( 'POST', "/cases/{$case}/resolve", [ 'note' => 'Rang <b>Mara</b> & "Noah"' ] );
		$text = (string) json_encode( $this->tool( 'exporter', self::PORTAL_EMAIL ), JSON_UNESCAPED_SLASHES );
		self::assertStringNotContainsString( '<b>', $text );
		self::assertStringContainsString( '&amp;', $text );
	}

	public function test_the_privacy_policy_has_a_paragraph(): void {
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		require_once ABSPATH . 'wp-admin/includes/class-wp-privacy-policy-content.php';
		set_current_screen( 'dashboard' );
		wp_set_current_user( self::user( [ 'role' => 'administrator' ] )->ID );
		remove_all_actions( 'admin_init' );
		$this->wiring->openAdmin();
		// Only the paragraph: what else an admin page does on this hook is not asked for here.
		foreach ( $GLOBALS['wp_filter']['admin_init']->callbacks as $callbacks ) {
			foreach ( $callbacks as $callback ) {
				$function = $callback['function'];
				if ( $function instanceof \Closure && 'suggestPolicy' === ( new \ReflectionFunction( $function ) )->getName() ) {
					$GLOBALS['wp_current_filter'][] = 'admin_init';
					$function();
					array_pop( $GLOBALS['wp_current_filter'] );
				}
			}
		}
		$suggested = implode( ' ', array_column( \WP_Privacy_Policy_Content::get_suggested_policy_text(), 'policy_text' ) );
		self::assertStringContainsString( 'Passwords are never kept.', $suggested );
	}

	public function test_what_the_flight_recorder_noted_is_handed_out_and_erased(): void {
		$user = self::user( [ 'user_login' => 'ada', 'user_email' => 'ada@people.example' ] );
		update_user_option( $user->ID, 'causeway_flights', [ [ 'at' => 1_790_000_000, 'reference' => '', 'isDecided' => true, 'entries' => [ [ 'hook' => 'authenticate', 'priority' => 57, 'callbacks' => [], 'verdict' => 'refused', 'codes' => [ 'shut' ], 'changed' => true ] ] ] ] );
		self::assertStringContainsString( 'authenticate 57: refused shut', (string) wp_json_encode( $this->tool( 'exporter', 'ada@people.example' )['data'] ) );
		self::assertTrue( $this->tool( 'eraser', 'ada@people.example' )['items_removed'] );
		self::assertFalse( get_user_option( 'causeway_flights', $user->ID ) );
	}

	public function test_what_audits_keep_is_handed_out_and_erased(): void {
		$anna = self::user(
			[
				'user_login' => 'anna',
				'user_email' => 'anna@people.example',
			]
		);
		$hash    = $this->hash( 'anna@people.example' );
		$records = new RecordTable( $this->database() );
		$records->keep(
			[
				new RemoteRecord( 'crm', 'contact', 'c1', 'live', $hash, '', 'a1', Truth::Unknown, Truth::Unknown, 0, 1 ),
				new RemoteRecord( 'crm', 'contact', 'c2', 'live', 'another', '', 'a1', Truth::Unknown, Truth::Unknown, 0, 1 ),
			],
			1
		);
		( new RiskTable( $this->database() ) )->settle( [ "user:{$anna->ID}" => [ 'crm' ] ], [ new PersonAtRisk( 0, "user:{$anna->ID}", $anna->ID, 'Anna', 'crm', 'zoho-crm', 'contact-without-account', Confidence::Certain, 1, 1 ) ] );
		self::assertSame(
			[
				'causeway-audit'   => 1,
				'causeway-records' => 1,
			],
			$this->exported( 'anna@people.example' )
		);
		self::assertTrue( $this->tool( 'eraser', 'anna@people.example' )['items_removed'] );
		self::assertSame( [ 0, 1 ], [ $this->rows( 'people' ), $this->rows( 'records' ) ], 'nobody else’s' );
	}
}
