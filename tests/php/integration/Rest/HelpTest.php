<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Rest;

use PHPUnit\Framework\Attributes\CoversNothing;

/** `POST /help`: open to everybody, and alike for everybody. */
#[CoversNothing]
final class HelpTest extends DoorTestCase {

	/** @return array{int, array<string, string>, string} Everything but the reference, which the asker knew or was just given. */
	private static function told( HttpAnswer $answer ): array {
		return [ $answer->status, $answer->headers, (string) preg_replace( '/[0-9A-Z]{4}-[0-9A-Z]{4}/', 'REFERENCE', $answer->body ) ];
	}

	public function test_known_unknown_and_invented_references_get_the_same_answer(): void {
		self::user( [ 'user_login' => 'anna', 'user_email' => 'anna@people.example' ] );
		$this->administrator();
		$this->connect();
		$known   = $this->refuse();
		$unknown = $this->refuse( 0, 'nobody.ever@example.org', false );
		$this->work();
		$this->logIn( null );
		foreach ( [ 'mail', 'tell', 'invitation' ] as $wish ) {
			$answers = array_map( fn ( string $reference ): array => self::told( $this->http( 'POST', '/help', [ 'reference' => $reference, 'wish' => $wish, 'comment' => 'Hello' ] ) ), [ (string) $known, (string) $unknown, 'K7QM-3FXA' ] );
			self::assertSame( 202, $answers[0][0] );
			self::assertSame( $answers[0], $answers[1] );
			self::assertSame( $answers[0], $answers[2] );
		}
		$reports = array_map( fn ( string $address ): array => self::told( $this->http( 'POST', '/help', [ 'message' => 'Contact your administrator', 'email' => $address ] ) ), [ 'anna@people.example', self::PORTAL_EMAIL, 'nobody@nowhere.example' ] );
		self::assertSame( 202, $reports[0][0] );
		self::assertSame( $reports[0], $reports[1] );
		self::assertSame( $reports[0], $reports[2] );
		self::assertStringContainsString( 'no-store', $reports[0][1]['cache-control'] ?? '' );
	}

	public function test_bad_input_gets_one_clear_sentence(): void {
		foreach ( [
			[ 400, [ 'reference' => '--------' ] ],
			[ 400, [ 'reference' => 'K7QM-3FXA', 'wish' => 'delete' ] ],
			[ 400, [ 'reference' => 'K7QM-3FXA', 'wish' => [ 'mail' ] ] ],
			[ 400, [] ],
			[ 400, [ 'message' => 'x', 'email' => 'no address' ] ],
			[ 400, [ 'message' => str_repeat( 'x', 100_000 ), 'email' => 'anna@people.example' ] ],
		] as [ $status, $body ] ) {
			$answer = $this->http( 'POST', '/help', $body );
			self::assertSame( $status, $answer->status, (string) json_encode( $body ) );
		}
		self::assertSame( '0', self::wpdb()->get_var( "SELECT COUNT(*) FROM {$this->database()->table( 'jobs' )} WHERE kind = 'answer-help'" ) );
	}

	public function test_too_many_requests_are_told_when_to_come_back(): void {
		$_SERVER['REMOTE_ADDR'] = '203.0.113.9';
		for ( $time = 0; $time < 12; $time++ ) {
			self::assertSame( 202, $this->http( 'POST', '/help', [ 'reference' => 'K7QM-3FXA' ] )->status );
		}
		$answer = $this->http( 'POST', '/help', [ 'reference' => 'K7QM-3FXA' ] );
		self::assertSame( 429, $answer->status );
		self::assertGreaterThan( 0, (int) ( $answer->headers['retry-after'] ?? '0' ) );
	}
}
