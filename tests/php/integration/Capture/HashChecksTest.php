<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Capture;

use PHPUnit\Framework\Attributes\DataProvider;
use WP_Error;

/** One password check an attempt, whoever tries: measured as processor time, in checks at the site's cost. */
final class HashChecksTest extends LoginPathTestCase {

	private const COST = 10;

	protected function setUp(): void {
		parent::setUp();
		add_filter( 'wp_hash_password_options', static fn (): array => [ 'cost' => self::COST ], 20 );
	}

	/** @return iterable<string, array{string, string}> */
	public static function refusals(): iterable {
		yield 'unknown name' => [ 'nobody-here', 'wrong' ];
		yield 'unknown address' => [ 'nobody@here.example', 'wrong' ];
		yield 'known name' => [ 'anna', 'wrong' ];
		yield 'known address' => [ 'anna@people.example', 'wrong' ];
		yield 'login name is the address' => [ 'bert@people.example', 'wrong' ];
		yield 'pending account' => [ 'pending', 'wrong' ];
		yield 'pending account, right password' => [ 'pending', self::PASSWORD ];
		yield 'old hash, phpass' => [ 'phpass', 'wrong' ];
		yield 'old hash, MD5' => [ 'md5', 'wrong' ];
		yield 'old hash, bcrypt of less cost' => [ 'cheap', 'wrong' ];
		yield 'password of 5,000 bytes, known name' => [ 'anna', str_repeat( 'x', 5000 ) ];
		yield 'password of 5,000 bytes, unknown name' => [ 'nobody-here', str_repeat( 'x', 5000 ) ];
	}

	#[DataProvider( 'refusals' )]
	public function testARefusalCostsOneCheck( string $name, string $password ): void {
		$this->people();
		$this->wire();
		$one   = $this->timeOfOneCheck();
		$times = [];
		for ( $i = 0; $i < 3; $i++ ) {
			wp_cache_flush();
			$times[] = self::processorTime(
				function () use ( $name, $password ): void {
					self::assertInstanceOf( WP_Error::class, $this->logIn( $name, $password ) );
				}
			);
			$this->endRequest();
		}
		$checks = min( $times ) / $one;
		self::assertGreaterThan( 0.75, $checks, 'too quick: it tells that no check was made' );
		self::assertLessThan( 1.6, $checks, 'too slow: more than one check was made' );
	}

	public function testTheSparedCheckAnswersWordForWordAsWordPressWould(): void {
		$this->people();
		$bare = $this->logIn( 'bert@people.example', 'wrong' );
		$this->wire();
		$ours = $this->logIn( 'bert@people.example', 'wrong' );
		self::assertEquals( $bare, $ours );
	}

	public function testInAStormNothingIsAddedToWhatWordPressDoes(): void {
		$this->people();
		$this->wire();
		for ( $i = 0; $i < 7; $i++ ) {
			$this->logInAtOnce( 'nobody-here' );
			$this->endRequest();
		}
		$written = count( $this->attempts );
		$one     = $this->timeOfOneCheck();
		$time    = self::processorTime( fn () => $this->logInAtOnce( 'nobody-here' ) );
		$this->endRequest();
		self::assertLessThan( 0.5, $time / $one );
		self::assertSame( 5, $written );
		self::assertCount( 5, $this->attempts, 'nothing is written in a storm' );
	}

	public function testAStormLooksForNoEnglishTranslationAndKeepsEveryOtherLanguage(): void {
		$this->wire();
		for ( $i = 0; $i < 7; $i++ ) {
			$this->logInAtOnce( 'nobody-here' );
			$this->endRequest();
		}
		$before                            = $GLOBALS['wp_textdomain_registry'];
		$registry                          = clone $before;
		$GLOBALS['wp_textdomain_registry'] = $registry;
		foreach ( [ 'de_DE', 'en_US' ] as $locale ) {
			$registry->set( 'causeway', $locale, '/languages' );
			add_filter( 'determine_locale', static fn (): string => $locale, PHP_INT_MAX );
			$this->logInAtOnce( 'nobody-here' );
			$this->endRequest();
			remove_all_filters( 'determine_locale', PHP_INT_MAX );
		}
		// The tests that follow read the languages that are really there.
		$GLOBALS['wp_textdomain_registry'] = $before;
		self::assertSame( '/languages/', $registry->get( 'causeway', 'de_DE' ) );
		self::assertFalse( $registry->get( 'causeway', 'en_US' ) );
	}

	private function logInAtOnce( string $name ): void {
		wp_authenticate( $name, 'wrong' );
	}

	private function people(): void {
		self::user( [ 'user_login' => 'anna' ] );
		self::user(
			[
				'user_login' => 'bert@people.example',
				'user_email' => 'bert@people.example',
			]
		);
		$pending = self::user( [ 'user_login' => 'pending' ] );
		add_filter( 'wp_authenticate_user', static fn ( \WP_User|WP_Error $user ): \WP_User|WP_Error => $user instanceof \WP_User && $user->ID === $pending->ID ? new WP_Error( 'pending_approval', 'Wait.' ) : $user );
		require_once ABSPATH . WPINC . '/class-phpass.php';
		$hashes = [
			'phpass' => ( new \PasswordHash( 8, true ) )->HashPassword( self::PASSWORD ),
			'md5'    => md5( self::PASSWORD ),
			'cheap'  => '$wp' . password_hash( 'x', PASSWORD_BCRYPT, [ 'cost' => 5 ] ),
		];
		foreach ( $hashes as $name => $hash ) {
			$user = self::user( [ 'user_login' => $name ] );
			self::wpdb()->update( self::wpdb()->users, [ 'user_pass' => $hash ], [ 'ID' => $user->ID ] );
			clean_user_cache( $user );
		}
	}

	private function timeOfOneCheck(): float {
		$hash  = wp_hash_password( self::PASSWORD );
		$times = [];
		for ( $i = 0; $i < 3; $i++ ) {
			$times[] = self::processorTime( static fn (): bool => wp_check_password( 'wrong', $hash ) );
		}
		return min( $times );
	}

	private static function processorTime( callable $work ): float {
		$now   = static function (): float {
			$usage = getrusage();
			return is_array( $usage ) ? $usage['ru_utime.tv_sec'] + $usage['ru_utime.tv_usec'] / 1e6 + $usage['ru_stime.tv_sec'] + $usage['ru_stime.tv_usec'] / 1e6 : 0.0;
		};
		$start = $now();
		$work();
		return $now() - $start;
	}
}
