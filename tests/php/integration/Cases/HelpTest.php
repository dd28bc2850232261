<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Cases;

use Causeway\Cases\HelpAnswers;
use Causeway\Cases\HelpWish;
use Causeway\Cases\JournalKind;
use Causeway\Cases\MailedLinks;
use Causeway\Connector\FaultKind;
use Causeway\Support\Reference;
use Causeway\Support\ViewToken;
use Causeway\Tests\Fakes\ScriptedInvitation;
use Causeway\Tests\Support\SwitchesLocale;

/** What a refused person may ask for, from the request to the mail and the proven view. */
final class HelpTest extends CaseRoomTestCase {

	use SwitchesLocale;

	private \WP_User $anna;

	protected function setUp(): void {
		parent::setUp();
		$this->anna = self::user(
			[
				'user_login'   => 'anna',
				'user_email'   => 'anna@people.example',
				'display_name' => 'Anna Vik',
			]
		);
	}

	protected function tearDown(): void {
		$this->speakEnglishAgain();
		parent::tearDown();
	}

	private function settle(): void {
		for ( $round = 0; $round < 12; $round++ ) {
			$this->room->work();
			$this->room->hurry();
		}
	}

	/** @return list<string> */
	private function toldTo( string $address ): array {
		return array_column( array_filter( $this->room->mailer->sent, static fn ( array $mail ): bool => [ $address ] === $mail['recipients'] ), 'body' );
	}

	private function tokenIn( string $mail ): string {
		self::assertSame( 1, preg_match( '/&token=([0-9a-f]{32})/', $mail, $found ) );
		return $found[1] ?? '';
	}

	public function test_mails_the_reason_to_the_address_on_record_and_to_nobody_else(): void {
		$reference = $this->room->refuse( $this->anna->ID, 'anna', true );
		self::assertSame( 0, $this->room->help->ask( $reference, HelpWish::Mail, '' ) );
		$this->settle();
		$mails = $this->toldTo( 'anna@people.example' );
		self::assertCount( 1, $mails );
		self::assertStringContainsString( (string) $reference, $mails[0] );
		self::assertStringContainsString( 'wp-login.php?action=causeway', $mails[0] );
		$html = array_column( $this->room->mailer->sent, 'html' );
		self::assertStringContainsString( '<a href="', implode( '', $html ) );
	}

	public function test_the_mail_is_in_the_language_of_the_person_and_the_site_keeps_its_own(): void {
		$this->installLocales( 'de_DE' );
		update_user_meta( $this->anna->ID, 'locale', 'de_DE' );
		$reference = $this->room->refuse( $this->anna->ID, 'anna', true );
		$this->room->help->ask( $reference, HelpWish::Mail, '' );
		$this->settle();
		$mails = $this->toldTo( 'anna@people.example' );
		self::assertCount( 1, $mails );
		self::assertStringContainsString( "nennen Sie diese Referenz: {$reference}", $mails[0] );
		self::assertSame( 'en_US', determine_locale() );
		self::assertStringContainsString( 'The person asked what is wrong', implode( '', array_map( static fn ( $entry ): string => $entry->text, $this->allEntries() ) ) );
	}

	public function test_a_stranger_is_answered_alike_and_nobody_gets_a_mail(): void {
		$unknown = $this->room->refuse( 0, 'nobody@nowhere.example' );
		$none    = Reference::parse( 'K7QM-3FXA' );
		self::assertNotNull( $none );
		foreach ( [ $unknown, $none ] as $reference ) {
			foreach ( HelpWish::cases() as $wish ) {
				self::assertSame( 0, $this->room->help->ask( $reference, $wish, 'Hello' ) );
			}
		}
		$this->settle();
		self::assertSame( [], array_filter( $this->room->mailer->sent, static fn ( array $mail ): bool => str_contains( $mail['subject'], 'asks for help' ) || str_contains( $mail['subject'], 'Your login' ) ) );
		self::assertNull( $this->room->queue->nextRunAt( 'answer-help:mail:K7QM3FXA' ), 'the request is gone' );
	}

	public function test_a_person_gets_three_such_mails_a_day_whoever_asks(): void {
		for ( $time = 0; $time < 5; $time++ ) {
			$this->room->address = "203.0.113.{$time}";
			$this->room->help->ask( $this->room->refuse( $this->anna->ID, 'anna' ), HelpWish::Mail, '' );
			$this->settle();
		}
		self::assertCount( 3, $this->toldTo( 'anna@people.example' ) );
	}

	public function test_the_mailed_link_opens_the_view_once_for_half_an_hour_and_only_of_its_attempt(): void {
		$reference = $this->room->refuse( $this->anna->ID, 'anna' );
		$other     = $this->room->refuse( $this->anna->ID, 'anna' );
		$this->room->help->ask( $reference, HelpWish::Mail, '' );
		$this->settle();
		$token = $this->tokenIn( $this->toldTo( 'anna@people.example' )[0] );
		$links = new MailedLinks( $this->room->attempts, $this->room->randomness, $this->room->clock );
		self::assertNull( $links->open( $other, $token ) );
		self::assertNull( $links->open( $reference, strrev( $token ) ) );
		self::assertSame( 'anonymous', $this->room->desk->visitorView( $reference, $token )->tier, 'the mailed token is no view token' );
		$view = $links->open( $reference, $token );
		self::assertNotNull( $view );
		self::assertNull( $links->open( $reference, $token ), 'once' );
		self::assertSame( [ 'proven', 'anonymous' ], [ $this->room->desk->visitorView( $reference, $view )->tier, $this->room->desk->visitorView( $other, $view )->tier ] );
		$this->room->clock->advance( ViewToken::LIFETIME_SECONDS + 1 );
		self::assertSame( 'anonymous', $this->room->desk->visitorView( $reference, $view )->tier );
	}

	public function test_a_mailed_link_ends_after_a_day_and_with_the_next_mail(): void {
		$links = new MailedLinks( $this->room->attempts, $this->room->randomness, $this->room->clock );
		$first = $this->room->refuse( $this->anna->ID, 'anna' );
		$this->room->help->ask( $first, HelpWish::Mail, '' );
		$this->settle();
		$this->room->help->ask( $first, HelpWish::Mail, '' );
		$this->settle();
		[ $old, $new ] = array_map( $this->tokenIn( ... ), $this->toldTo( 'anna@people.example' ) );
		self::assertNull( $links->open( $first, $old ) );
		$this->room->clock->advance( HelpAnswers::LINK_SECONDS + 1 );
		self::assertNull( $links->open( $first, $new ) );
	}

	public function test_a_comment_reaches_the_case_and_whoever_runs_the_site_as_one_harmless_line(): void {
		$reference = $this->room->refuse( $this->anna->ID, 'anna' );
		$this->room->help->ask( $reference, HelpWish::Tell, "Please help\r\nBcc: all@people.example\0 <b>now</b> " . str_repeat( 'x', 100_000 ) );
		$this->settle();
		$asked = array_values( array_filter( $this->allEntries(), static fn ( $entry ): bool => JournalKind::Asked->value === $entry->kind ) );
		self::assertCount( 1, $asked );
		self::assertLessThan( 400, mb_strlen( $asked[0]->text ) );
		self::assertDoesNotMatchRegularExpression( '/[\x00-\x1f]/', $asked[0]->text );
		$mails = array_values( array_filter( $this->room->mailer->sent, static fn ( array $mail ): bool => str_contains( $mail['subject'], 'asks for help' ) ) );
		self::assertCount( 1, $mails );
		self::assertStringNotContainsString( 'Bcc', $mails[0]['subject'] );
		self::assertStringContainsString( 'Please help Bcc: all@people.example', $mails[0]['body'] );
	}

	/** @return array{list<string>, int} Invitations that the CRM sent, mails to whoever runs the site. */
	private function askForInvitation( int $times = 1, bool $mayWrite = true, string $setting = 'send', bool $isInvited = true, ?FaultKind $fault = null, bool $isKnown = true ): array {
		$this->room->crm->invitation            = new ScriptedInvitation();
		$this->room->crm->invitation->isInvited = $isInvited;
		$this->room->crm->invitation->fault     = $fault;
		$this->room->connect( $mayWrite, '' === $setting ? [] : [ 'visitor_resend' => $setting ] );
		for ( $time = 0; $time < $times; $time++ ) {
			$this->room->address = "203.0.113.{$time}";
			$reference           = $isKnown ? $this->room->refuse( $this->anna->ID, 'anna' ) : $this->room->refuse( 0, 'nobody' );
			self::assertSame( 0, $this->room->help->ask( $reference, HelpWish::Invitation, '' ) );
			$this->settle();
		}
		return [ $this->room->crm->invitation->sent, count( array_filter( $this->room->mailer->sent, static fn ( array $mail ): bool => str_contains( $mail['subject'], 'asks for help' ) ) ) ];
	}

	public function test_an_invitation_is_sent_again_at_once_where_the_connection_allows_it_and_the_journal_says_so(): void {
		self::assertSame( [ [ "user:{$this->anna->ID}" ], 0 ], $this->askForInvitation() );
		$done = array_values( array_filter( $this->allEntries(), static fn ( $entry ): bool => JournalKind::StepDone->value === $entry->kind ) );
		self::assertSame( [ [ 'send-again', 0, 'anna@people.example' ] ], array_map( static fn ( $entry ): array => [ $entry->step, $entry->actor, $entry->after['Mail to'] ?? '' ], $done ) );
	}

	public function test_a_person_gets_one_invitation_a_day_and_further_wishes_go_to_whoever_runs_the_site(): void {
		self::assertSame( [ [ "user:{$this->anna->ID}" ], 1 ], $this->askForInvitation( 4 ) );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function leftToAPerson(): iterable {
		yield 'nobody switched it on' => [ [ 'setting' => '' ] ];
		yield 'it is switched off' => [ [ 'setting' => 'ask' ] ];
		yield 'the connection may only read' => [ [ 'mayWrite' => false ] ];
		yield 'nobody has invited the person' => [ [ 'isInvited' => false ] ];
		yield 'the system does not answer' => [ [ 'fault' => FaultKind::TimedOut ] ];
	}

	/**
	 * @dataProvider leftToAPerson
	 * @param array<string, mixed> $circumstances
	 */
	public function test_everywhere_else_the_wish_goes_to_whoever_runs_the_site( array $circumstances ): void {
		self::assertSame( [ [], 1 ], $this->askForInvitation( ...$circumstances ) );
		self::assertStringContainsString( 'asks for their invitation', implode( '', array_map( static fn ( $entry ): string => $entry->text, $this->allEntries() ) ) );
	}

	public function test_nothing_is_sent_for_somebody_unknown(): void {
		self::assertSame( [ [], 0 ], $this->askForInvitation( isKnown: false ) );
	}

	/** @return list<\Causeway\Cases\JournalEntry> */
	private function allEntries(): array {
		$ids = self::wpdb()->get_col( "SELECT id FROM {$this->room->database->table( 'cases' )}" );
		return array_merge( ...array_map( fn ( string $id ): array => $this->room->journal->ofCase( (int) $id ), array_filter( $ids, 'is_string' ) ) );
	}

	public function test_whoever_asks_too_often_waits_and_others_do_not(): void {
		$reference = Reference::parse( 'K7QM-3FXA' );
		self::assertNotNull( $reference );
		$waits = [];
		for ( $time = 0; $time < 14; $time++ ) {
			$waits[] = $this->room->help->ask( $reference, HelpWish::Mail, '' ) > 0;
		}
		self::assertSame( [ ...array_fill( 0, 12, false ), true, true ], $waits );
		$this->room->address = '198.51.100.1';
		self::assertSame( 0, $this->room->help->ask( $reference, HelpWish::Mail, '' ) );
		self::wpdb()->query( "UPDATE {$this->room->database->table( 'limits' )} SET ends_at = UNIX_TIMESTAMP()" );
		$this->room->address = '203.0.113.7';
		self::assertSame( 0, $this->room->help->ask( $reference, HelpWish::Mail, '' ), 'the window is over' );
	}

	public function test_a_network_shares_a_limit_and_no_address_is_kept(): void {
		$reference = Reference::parse( 'K7QM-3FXA' );
		self::assertNotNull( $reference );
		$waits = 0;
		for ( $time = 0; $time < 70; $time++ ) {
			$this->room->address = "203.0.113.{$time}";
			$waits              += $this->room->help->ask( $reference, HelpWish::Tell, '' ) > 0 ? 1 : 0;
		}
		self::assertSame( 10, $waits );
		$rows = (string) json_encode( self::wpdb()->get_results( "SELECT * FROM {$this->room->database->table( 'limits' )}" ) );
		self::assertStringNotContainsString( '203.0', $rows );
		self::assertStringNotContainsString( bin2hex( "\xcb\x00\x71" ), $rows );
	}

	public function test_a_known_persons_report_opens_a_case_and_is_no_evidence(): void {
		$reference = $this->room->help->report( 'Please contact your administrator.', 'ANNA@people.example' );
		self::assertInstanceOf( Reference::class, $reference );
		$this->settle();
		$attempt = $this->room->attempts->byReference( $reference );
		self::assertNotNull( $attempt );
		$case = $this->room->cases->find( $attempt->caseId );
		self::assertSame( $this->anna->ID, $case?->userId );
		self::assertSame( [], $attempt->symptoms() );
	}

	public function test_strangers_reports_share_one_case_that_is_nobodys(): void {
		$references = [];
		for ( $time = 0; $time < 3; $time++ ) {
			$references[] = $this->room->help->report( 'Contact your administrator', "nobody{$time}@nowhere.example" );
		}
		$this->settle();
		$cases = [];
		foreach ( $references as $reference ) {
			self::assertInstanceOf( Reference::class, $reference );
			$cases[] = $this->room->attempts->byReference( $reference )?->caseId;
		}
		self::assertCount( 1, array_unique( $cases ) );
		self::assertFalse( $this->room->cases->find( (int) $cases[0] )?->isKnown() );
		self::assertSame( '0', self::wpdb()->get_var( "SELECT COUNT(*) FROM {$this->room->database->table( 'attempts' )} WHERE login_hash LIKE '%@%'" ) );
	}

	public function test_a_request_costs_the_same_statements_for_everybody(): void {
		$known   = $this->room->refuse( $this->anna->ID, 'anna' );
		$unknown = $this->room->refuse( 0, 'nobody' );
		$none    = Reference::parse( 'K7QM-3FXA' );
		self::assertNotNull( $none );
		$counts = [];
		foreach ( [ $known, $unknown, $none ] as $reference ) {
			$before   = self::wpdb()->num_queries;
			$this->room->help->ask( $reference, HelpWish::Mail, '' );
			$counts[] = self::wpdb()->num_queries - $before;
		}
		foreach ( [ 'anna@people.example', 'nobody@nowhere.example', 'zoë@nowhere.example' ] as $address ) {
			$before   = self::wpdb()->num_queries;
			$this->room->help->report( 'x', $address );
			$counts[] = self::wpdb()->num_queries - $before;
		}
		self::assertSame( [ 3, 3, 3, 4, 4, 4 ], $counts );
	}
}
