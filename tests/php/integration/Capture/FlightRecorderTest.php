<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Capture;

use Causeway\Storage\Database;
use Causeway\Storage\FlightBook;
use Causeway\Storage\Settings;
use Causeway\Support\CallbackOrigin;
use Causeway\Support\FrozenClock;
use Causeway\Support\LoginNameHash;
use Causeway\Support\SystemRandomness;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_Error;
use WP_User;

/** What everybody on `authenticate` made of one armed person's login. */
final class FlightRecorderTest extends LoginPathTestCase {

	private function arm( WP_User $user, int $seconds = 86_400 ): void {
		$hash        = new LoginNameHash( $this->hashKey() );
		$this->armed = [ [ $user->ID, $this->now() + $seconds, [ $hash->of( $user->user_login ), $hash->of( $user->user_email ) ] ] ];
	}

	/** @return list<array<string, mixed>> Entries of the only recording that changed something. */
	private function changes(): array {
		self::assertCount( 1, $this->flights );
		$entries = $this->flights[0]['entries'];
		self::assertIsArray( $entries );
		return array_values( array_filter( $entries, static fn ( array $entry ): bool => $entry['changed'] ) );
	}

	/** @return iterable<string, array{string}> */
	public static function names(): iterable {
		yield 'the login name' => [ 'anna' ];
		yield 'the address' => [ 'Anna@people.example ' ];
	}

	#[DataProvider( 'names' )]
	public function testNamesWhoRefusedAfterThePassword( string $typed ): void {
		$this->arm( self::user( [ 'user_login' => 'anna', 'user_pass' => self::PASSWORD ] ) );
		add_filter( 'authenticate', [ $this, 'refuse' ], 57 );
		$this->wire();
		$result = $this->logIn( trim( $typed ), self::PASSWORD );
		self::assertInstanceOf( WP_Error::class, $result );
		self::assertSame( [ 'closed_on_sundays' ], $result->get_error_codes() );
		$this->endRequest();

		[ $password, $refusal ] = $this->changes();
		self::assertSame( [ 'authenticate', 20, 'person' ], [ $password['hook'], $password['priority'], $password['verdict'] ] );
		self::assertContains( [ 'name' => 'wp_authenticate_username_password', 'component' => 'wordpress' ], $password['callbacks'] );
		self::assertSame( [ 'authenticate', 57, 'refused', [ 'closed_on_sundays' ] ], [ $refusal['hook'], $refusal['priority'], $refusal['verdict'], $refusal['codes'] ] );
		self::assertSame( [ self::class . '::refuse' ], array_column( $refusal['callbacks'], 'name' ) );
		self::assertSame( [ true, $this->attempts[0]->reference->letters() ], [ $this->flights[0]['isDecided'], $this->flights[0]['reference'] ] );
	}

	public function refuse( mixed $user ): mixed {
		return $user instanceof WP_User ? new WP_Error( 'closed_on_sundays', 'Not today, ' . self::PASSWORD ) : $user;
	}

	public function testNeverHoldsAPasswordItsHashOrAMessage(): void {
		$user = self::user( [ 'user_login' => 'anna', 'user_pass' => self::PASSWORD ] );
		$this->arm( $user );
		add_filter( 'authenticate', [ $this, 'refuse' ], 57 );
		$this->wire();
		$this->logIn( 'anna', self::PASSWORD );
		$this->logIn( 'anna', 'another secret' );
		$this->endRequest();
		$kept = (string) wp_json_encode( $this->flights );
		self::assertStringContainsString( 'incorrect_password', $kept );
		foreach ( [ self::PASSWORD, 'another secret', $user->user_pass, 'Not today' ] as $secret ) {
			self::assertStringNotContainsString( (string) wp_json_encode( $secret ), $kept );
			self::assertStringNotContainsString( $secret, $kept );
		}
	}

	public function testSeesTheOneWhoRefusesInsideThePasswordCheck(): void {
		$this->arm( self::user( [ 'user_login' => 'anna', 'user_pass' => self::PASSWORD ] ) );
		add_filter( 'wp_authenticate_user', [ $this, 'refuse' ], 12 );
		$this->wire();
		$this->logIn( 'anna', self::PASSWORD );
		$this->endRequest();
		$first = $this->changes()[0];
		self::assertSame( [ 'wp_authenticate_user', 12, 'refused', [ 'closed_on_sundays' ] ], [ $first['hook'], $first['priority'], $first['verdict'], $first['codes'] ] );
	}

	public function testSaysWhereTheRequestEndedBeforeEverybodyWasAsked(): void {
		$this->arm( self::user( [ 'user_login' => 'anna', 'user_pass' => self::PASSWORD ] ) );
		add_filter( 'authenticate', static fn () => throw new \LogicException( 'a page of its own' ), 60 );
		$this->wire();
		try {
			$this->logIn( 'anna', self::PASSWORD );
			self::fail( 'it went on' );
		} catch ( \LogicException ) {
			$this->endRequest();
		}
		self::assertFalse( $this->flights[0]['isDecided'] );
		$entries = $this->flights[0]['entries'];
		self::assertIsArray( $entries );
		self::assertLessThan( 60, end( $entries )['priority'] );
	}

	public function testLeavesEveryVerdictAsItWas(): void {
		$user = self::user( [ 'user_login' => 'anna', 'user_pass' => self::PASSWORD ] );
		$this->wire();
		$bare = $this->logIn( 'anna', self::PASSWORD );
		$this->arm( $user );
		$noted = $this->logIn( 'anna', self::PASSWORD );
		$this->endRequest();
		self::assertInstanceOf( WP_User::class, $bare );
		self::assertInstanceOf( WP_User::class, $noted );
		self::assertSame( [ $user->ID, $user->ID ], [ $bare->ID, $noted->ID ] );
		self::assertCount( 1, $this->flights );
		self::assertSame( '', $this->flights[0]['reference'], 'nobody was refused' );
	}

	public function testAFaultOfTheRecorderLosesNoAttempt(): void {
		$this->expectsFaults = true;
		$this->arm( self::user( [ 'user_login' => 'anna', 'user_pass' => self::PASSWORD ] ) );
		$this->wire( static fn ( string $name ) => 'flight' === $name ? throw new \RuntimeException( 'broken' ) : null );
		$result = $this->logIn( 'anna', 'wrong' );
		$this->endRequest();
		self::assertInstanceOf( WP_Error::class, $result );
		self::assertSame( 'incorrect_password', $result->get_error_code() );
		self::assertCount( 1, $this->attempts );
	}

	public function testAddsNothingForAnybodyElseAndNoQuery(): void {
		$anna = self::user( [ 'user_login' => 'anna', 'user_pass' => self::PASSWORD ] );
		self::user( [ 'user_login' => 'bert', 'user_pass' => self::PASSWORD ] );
		$this->wire();
		$log   = function (): int {
			wp_cache_flush();
			return count( self::queriesOf( fn () => $this->logIn( 'bert', 'wrong' ) ) );
		};
		$off   = $log();
		$hooks = fn (): int => array_sum( array_map( count( ... ), $GLOBALS['wp_filter']['authenticate']->callbacks ) );
		$count = $hooks();
		$this->arm( $anna );
		self::assertSame( [ $off, $count ], [ $log(), $hooks() ], 'another person is armed' );
		$this->arm( $anna, -1 );
		$this->logIn( 'anna', 'wrong' );
		$this->endRequest();
		self::assertSame( [ [], $count ], [ $this->flights, $hooks() ], 'her day is over' );
	}

	public function testTheBookArmsFiveAndKeepsFiveRecordings(): void {
		$clock    = new FrozenClock( 1_790_000_000 );
		$settings = new Settings( new Database( self::wpdb() ), new SystemRandomness() );
		$book     = new FlightBook( $settings, new LoginNameHash( 'a key' ), $clock );
		$users    = [];
		foreach ( range( 1, 6 ) as $number ) {
			$users[] = self::user( [ 'user_login' => "person{$number}" ] )->ID;
		}
		$until = $clock->now() + 100;
		self::assertSame( [ true, true, true, true, true, false ], array_map( static fn ( int $id ): bool => $book->arm( $id, [ "person{$id}", "{$id}@people.example" ], $until ), $users ) );
		self::assertLessThanOrEqual( 450, strlen( (string) maybe_serialize( get_option( Settings::OPTION )['armed'] ?? '' ) ), 'of 2 KB that every request loads' );
		$book->disarm( $users[0] );
		self::assertSame( [ 0, $until ], [ $book->armedUntil( $users[0] ), $book->armedUntil( $users[1] ) ] );
		self::assertTrue( $book->arm( $users[5], [ 'person6' ], $until ) );

		foreach ( range( 1, 7 ) as $at ) {
			$book->record( $users[1], [ 'at' => $at, 'reference' => '', 'isDecided' => true, 'entries' => [] ] );
		}
		self::assertSame( [ 7, 6, 5, 4, 3 ], array_column( $book->recordings( $users[1] ), 'at' ) );
		$book->forget( $users[1] );
		self::assertSame( [ [], 0 ], [ $book->recordings( $users[1] ), $book->armedUntil( $users[1] ) ] );
	}

	public function testACallbackIsNamedByWhereItIsDeclared(): void {
		$here = [ 'plugin' => dirname( __DIR__ ) ];
		self::assertSame( [ self::class . '::refuse', 'plugin:Capture' ], array_values( get_object_vars( CallbackOrigin::of( [ $this, 'refuse' ], $here ) ) ) );
		self::assertSame( [ 'closure in FlightRecorderTest.php:' . ( __LINE__ + 1 ), 'plugin:Capture' ], array_values( get_object_vars( CallbackOrigin::of(
			static fn (): int => 1,
			$here
		) ) ) );
		self::assertSame( [ 'unknown', '' ], array_values( get_object_vars( CallbackOrigin::of( 'no_such_function', $here ) ) ) );
	}
}
