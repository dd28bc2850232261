<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Cases;

use Causeway\Cases\JobNames;
use Causeway\Storage\ResetRequests;
use Causeway\Tests\Fakes\CaseRoom;
use Causeway\Tests\Support\WordPressTestCase;

/** The mail for a new password, sent by the background. */
final class ResetMailsTest extends WordPressTestCase {

	private const ANNA = [
		'user_login' => 'anna',
		'user_email' => 'anna@people.example',
	];

	private CaseRoom $room;

	protected function setUp(): void {
		parent::setUp();
		$this->room = new CaseRoom( self::wpdb() );
	}

	private function ask( string $hash, int $userId ): void {
		( new ResetRequests( $this->room->database, true ) )->put( $hash, $userId );
	}

	public function test_sends_one_mail_to_a_known_person_and_none_for_an_unknown_name(): void {
		$anna = self::user( self::ANNA );
		$this->ask( 'aaaa', $anna->ID );
		$this->ask( 'aaaa', $anna->ID );
		$this->ask( 'bbbb', 0 );
		$this->room->work();
		self::assertSame( [ 'anna@people.example' ], array_column( $this->mails, 'to' ) );
	}

	public function test_a_captcha_that_judged_the_form_is_not_asked_again_and_stays_for_the_next_form(): void {
		$anna    = self::user( self::ANNA );
		$captcha = static fn ( \WP_Error $errors ) => $errors->add( 'captcha', 'Solve the puzzle.' );
		add_action( 'lostpassword_post', $captcha );
		$this->ask( 'aaaa', $anna->ID );
		$this->room->work();
		self::assertSame( [ 'anna@people.example' ], array_column( $this->mails, 'to' ) );
		self::assertSame( 10, has_action( 'lostpassword_post', $captcha ) );
	}

	public function test_a_mail_that_could_not_be_handed_over_becomes_a_refusal_of_that_person(): void {
		$anna = self::user( self::ANNA );
		add_filter( 'pre_wp_mail', static fn (): bool => false, 10 );
		$this->ask( 'aaaa', $anna->ID );
		$this->room->work();
		$row = self::wpdb()->get_row( "SELECT user_id, code, symptom FROM {$this->room->database->table( 'attempts' )}", ARRAY_A );
		self::assertSame( [ (string) $anna->ID, 'retrieve_password_email_failure', 'wordpress:reset-mail-not-sent' ], array_map( 'strval', array_values( (array) $row ) ) );
	}

	public function test_the_request_is_served_where_work_was_done_lately_or_the_server_works_on(): void {
		$this->room->database->run( "DELETE FROM {$this->room->database->table( 'locks' )}" );
		self::assertFalse( ( new ResetRequests( $this->room->database, false ) )->isServed() );
		self::assertTrue( ( new ResetRequests( $this->room->database, true ) )->isServed() );
		$this->room->database->run( "INSERT INTO {$this->room->database->table( 'locks' )} (site_id, name, owner, lease_until) VALUES (%d, 'beat:cron', '', UNIX_TIMESTAMP() - 500)", $this->room->database->siteId() );
		self::assertTrue( ( new ResetRequests( $this->room->database, false ) )->isServed() );
		$this->room->database->run( "UPDATE {$this->room->database->table( 'locks' )} SET lease_until = UNIX_TIMESTAMP() - 700" );
		self::assertFalse( ( new ResetRequests( $this->room->database, false ) )->isServed() );
	}

	public function test_the_job_has_its_place_among_the_others(): void {
		self::assertLessThan( JobNames::PRIORITIES[ JobNames::INTAKE ], JobNames::PRIORITIES[ JobNames::SEND_RESET ] );
	}
}
