<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Rest;

use Causeway\Cases\CaseState;
use Causeway\Storage\CaseTable;
use Causeway\Support\Reference;
use Causeway\Support\SystemRandomness;
use Causeway\Support\ViewToken;
use PHPUnit\Framework\Attributes\CoversNothing;

/** `GET /attempts/<reference>`: nobody learns from it what they have not proved. */
#[CoversNothing]
final class AttemptsTest extends DoorTestCase {

	/** @param string|null $token View token in the cookie; null for none. */
	private function look( Reference|string $reference, ?string $token = null ): HttpAnswer {
		if ( null !== $token ) {
			$_COOKIE[ ViewToken::COOKIE ] = $token;
		}
		return $this->http( 'GET', '/attempts/' . $reference );
	}

	/** @return array{int, array<string, string>, string} Everything but the reference itself, which the asker knew. */
	private function told( Reference $reference, ?string $token = null ): array {
		$answer = $this->look( $reference, $token );
		return [ $answer->status, $answer->headers, str_replace( (string) $reference, 'REFERENCE', $answer->body ) ];
	}

	public function test_every_reference_gets_the_same_answer_in_every_state_and_with_any_wrong_token(): void {
		$nobody = Reference::random( new SystemRandomness() );
		$this->logIn( null );
		$expected = $this->told( $nobody );
		self::assertSame( 200, $expected[0] );

		$this->administrator();
		$this->connect();
		$known   = $this->refuse();
		$unknown = $this->refuse( 0, 'nobody.ever@example.org', false, 'catalyst-connect:contact-your-administrator' );
		$states  = [ 'received' => fn () => null, 'diagnosed' => fn () => $this->work() ];
		foreach ( CaseState::cases() as $state ) {
			$states[ 'case ' . $state->value ] = fn () => self::wpdb()->query( "UPDATE {$this->database()->table( 'cases' )} SET state = '{$state->value}'" );
		}
		foreach ( [ 'received', 'explained', 'fixed' ] as $state ) {
			$states[ 'attempt ' . $state ] = fn () => self::wpdb()->query( "UPDATE {$this->database()->table( 'attempts' )} SET state = '{$state}'" );
		}
		$states['erased'] = fn () => self::wpdb()->query( "DELETE FROM {$this->database()->table( 'attempts' )}" );
		foreach ( $states as $name => $enter ) {
			$this->administrator();
			$enter();
			$this->logIn( null );
			foreach ( [ 'known' => $known, 'unknown' => $unknown, 'nobody' => $nobody ] as $whose => $reference ) {
				foreach ( [ null, '', strrev( self::VIEW_TOKEN ), strtoupper( self::VIEW_TOKEN ), self::VIEW_TOKEN . "\n", str_repeat( '0', 32 ), '%', str_repeat( 'a', 100_000 ) ] as $token ) {
					unset( $_COOKIE[ ViewToken::COOKIE ] );
					self::assertSame( $expected, $this->told( $reference, $token ), "{$whose}, {$name}, token " . substr( (string) json_encode( $token ), 0, 40 ) );
				}
			}
		}
	}

	public function test_ten_thousand_guesses_find_nothing_and_change_nothing_though_real_ones_are_among_them(): void {
		$this->administrator();
		$this->connect();
		$real = [];
		for ( $attempt = 0; $attempt < 20; $attempt++ ) {
			$real[] = $this->refuse();
		}
		$this->work();
		$this->logIn( null );
		$random = new SystemRandomness();
		$state  = fn (): string => implode(
			' ',
			array_map( fn ( string $table ): string => $table . ' ' . self::wpdb()->get_var( "SELECT COUNT(*) FROM {$this->database()->table( $table )}" ), [ 'attempts', 'cases', 'journal', 'jobs', 'limits', 'diagnoses' ] )
		);
		$before = $state();
		$told   = [];
		for ( $guess = 0; $guess < 10_000; $guess++ ) {
			$reference       = 0 === $guess % 500 ? $real[ intdiv( $guess, 500 ) ] : Reference::random( $random );
			$told[ md5( serialize( $this->told( $reference, bin2hex( $random->bytes( 16 ) ) ) ) ) ] = true;
		}
		self::assertCount( 1, $told, 'every guess gets the same answer, with the same headers' );
		self::assertSame( $before, $state() );
		self::assertSame( 'proven', $this->look( $real[0], self::VIEW_TOKEN )->at( 'tier' ), 'they were real' );
	}

	public function test_the_token_of_one_attempt_opens_no_other(): void {
		$this->administrator();
		$this->connect();
		$theirs = $this->refuse();
		$this->work();
		self::wpdb()->query( "UPDATE {$this->database()->table( 'attempts' )} SET view_hash = '" . ViewToken::hash( str_repeat( 'b', 32 ) ) . "'" );
		$this->logIn( null );
		self::assertSame( 'anonymous', $this->look( $theirs, self::VIEW_TOKEN )->at( 'tier' ) );
		self::assertSame( 'proven', $this->look( $theirs, str_repeat( 'b', 32 ) )->at( 'tier' ) );
	}

	public function test_the_proven_person_is_told_what_is_wrong_and_when_it_is_fixed(): void {
		$this->administrator();
		$this->connect();
		$reference = $this->refuse();
		$this->logIn( null );
		self::assertSame( [ 'proven', 'received' ], [ $this->look( $reference, self::VIEW_TOKEN )->at( 'tier' ), $this->look( $reference )->at( 'state' ) ] );

		$this->administrator();
		$this->work();
		$this->logIn( null );
		$answer = $this->look( $reference, self::VIEW_TOKEN );
		self::assertSame( [ 'proven', 'explained' ], [ $answer->at( 'tier' ), $answer->at( 'state' ) ] );
		self::assertIsString( $answer->at( 'text' ) );
		self::assertStringContainsString( 'password is right', $answer->at( 'text' ) );

		$this->administrator();
		$this->http( 'POST', "/cases/{$this->onlyCase()}/resolve" );
		$this->logIn( null );
		self::assertSame( 'fixed', $this->look( $reference, self::VIEW_TOKEN )->at( 'state' ) );
	}

	public function test_a_token_ends_after_half_an_hour(): void {
		$reference = $this->refuse();
		self::wpdb()->query( "UPDATE {$this->database()->table( 'attempts' )} SET occurred_at = occurred_at - " . ( ViewToken::LIFETIME_SECONDS + 5 ) );
		self::assertSame( 'anonymous', $this->look( $reference, self::VIEW_TOKEN )->at( 'tier' ) );
	}

	public function test_no_cache_keeps_any_answer(): void {
		foreach ( [ $this->look( $this->refuse(), self::VIEW_TOKEN ), $this->look( 'K7QM-3FXA' ) ] as $answer ) {
			self::assertStringContainsString( 'no-store', $answer->headers['cache-control'] ?? '' );
			self::assertStringContainsString( 'private', $answer->headers['cache-control'] ?? '' );
		}
	}

	/** @return iterable<string, array{string, int}> */
	public static function typed(): iterable {
		yield 'as shown' => [ 'K7QM-3FXA', 200 ];
		yield 'without the dash' => [ 'K7QM3FXA', 200 ];
		yield 'in small letters, with look-alikes' => [ 'k7qm-3fxo', 200 ];
		yield 'a letter that no reference has' => [ 'U7QM-3FXA', 400 ];
		yield 'dashes alone' => [ '--------', 400 ];
		yield 'too short' => [ 'K7QM', 404 ];
		yield 'too long' => [ 'K7QM-3FXA-K7QM', 404 ];
		yield 'SQL' => [ "1'OR'1'=1", 404 ];
		yield 'a megabyte' => [ str_repeat( 'A', 1_000_000 ), 404 ];
	}

	/** @dataProvider typed */
	public function test_reads_a_reference_as_people_write_it( string $typed, int $status ): void {
		self::assertSame( $status, $this->look( $typed )->status );
	}

	public function test_the_reference_of_the_address_counts_not_one_of_the_query(): void {
		$this->refuse();
		self::assertSame( 'K7QM-3FXA', $this->http( 'GET', '/attempts/K7QM-3FXA', null, [], [ 'reference' => 'AAAA-AAAA' ] )->at( 'reference' ) );
	}

	public function test_a_reference_names_only_this_sites_attempts(): void {
		$reference = $this->refuse();
		self::wpdb()->query( "UPDATE {$this->database()->table( 'attempts' )} SET site_id = site_id + 1" );
		self::assertSame( 'anonymous', $this->look( $reference, self::VIEW_TOKEN )->at( 'tier' ) );
		self::assertNull( ( new CaseTable( $this->database() ) )->find( 1 ) );
	}
}
