<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Capture;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\PreserveGlobalState;
use PHPUnit\Framework\Attributes\RunInSeparateProcess;
use RuntimeException;
use WP_Error;
use WP_User;

/** Whatever fails in Causeway, the login is as bare WordPress's. */
final class GuardedLoginTest extends LoginPathTestCase {

	private const NAMES = [
		'begin',
		'account-found',
		'password-checked',
		'after-password',
		'judged',
		'failed',
		'application-password',
		'logged-in',
		'errors',
		'text',
		'lost-password',
		'call-started',
		'call-ended',
		'page-begins',
		'page',
		'finish',
	];

	protected function setUp(): void {
		parent::setUp();
		$this->expectsFaults = true;
	}

	/** @return iterable<string, array{string}> */
	public static function callbacks(): iterable {
		foreach ( self::NAMES as $name ) {
			yield $name => [ $name ];
		}
	}

	#[DataProvider( 'callbacks' )]
	public function testAFaultInAnyCallbackLeavesTheLoginAsBareWordPressHasIt( string $name ): void {
		self::user( [ 'user_login' => 'anna' ] );
		self::user(
			[
				'user_login' => 'bert@people.example',
				'user_email' => 'bert@people.example',
			]
		);
		$verdicts = fn (): array => array_map(
			fn ( array $try ): mixed => self::plain( $this->logIn( ...$try ) ),
			[ [ 'nobody-here', 'x' ], [ 'anna', 'x' ], [ 'bert@people.example', 'x' ], [ 'anna', self::PASSWORD ] ]
		);
		$bare     = $verdicts();
		$this->wire( static fn ( string $callback ) => $callback === $name ? throw new RuntimeException( 'ours' ) : null );
		self::assertSame( $bare, $verdicts() );
		$this->everything();
	}

	/** What is shown after a fault is WordPress's own as well, where the fault came before it was made. */
	#[DataProvider( 'callbacks' )]
	public function testAfterAFaultTheMessagesAreWordPressesOwn( string $name ): void {
		if ( in_array( $name, [ 'application-password', 'logged-in', 'text', 'lost-password', 'call-started', 'call-ended', 'page-begins', 'page', 'finish' ], true ) ) {
			self::assertContains( $name, self::NAMES, 'comes after the message, or not at all on this form' );
			return;
		}
		self::user( [ 'user_login' => 'anna' ] );
		$bare = $this->logIn( 'anna', 'x' );
		$this->wire( static fn ( string $callback ) => $callback === $name ? throw new RuntimeException( 'ours' ) : null );
		$ours = $this->logIn( 'anna', 'x' );
		self::assertInstanceOf( WP_Error::class, $ours );
		self::assertEquals( $bare, $this->shown( $ours ) );
	}

	public function testTheTableNamesEveryCallback(): void {
		self::user( [ 'user_login' => 'anna' ] );
		$seen = [];
		$this->wire(
			static function ( string $name ) use ( &$seen ): void {
				$seen[ $name ] = true;
			}
		);
		$error = $this->logIn( 'anna', 'x' );
		self::assertInstanceOf( WP_Error::class, $error );
		$this->shown( $error );
		$this->logIn( 'anna', self::PASSWORD );
		$this->everything();
		self::assertEqualsCanonicalizing( self::NAMES, array_keys( $seen ) );
	}

	public function testThreeFaultsLeaveOnlyBareWordPress(): void {
		$throw = static fn ( string $name ) => 'failed' === $name ? throw new RuntimeException( 'ours' ) : null;
		for ( $i = 0; $i < 3; $i++ ) {
			$this->wire( $throw );
			$this->logIn( 'nobody-here', 'x' );
			foreach ( [ 'authenticate', 'wp_login_failed' ] as $hook ) {
				remove_all_filters( $hook, PHP_INT_MIN );
				remove_all_filters( $hook, PHP_INT_MAX );
			}
		}
		$this->isAwake = false;
		$this->wire();
		$error = $this->logIn( 'nobody-here', 'x' );
		self::assertInstanceOf( WP_Error::class, $error );
		self::assertSame( $error, $this->shown( $error ) );
		self::assertFalse( $this->isAwake );
	}

	#[RunInSeparateProcess]
	#[PreserveGlobalState( false )]
	public function testTheKillSwitchLeavesNoCallback(): void {
		define( 'CAUSEWAY_DISABLE', true );
		$count = static fn (): int => array_sum( array_map( static fn ( \WP_Hook $hook ): int => array_sum( array_map( 'count', $hook->callbacks ) ), $GLOBALS['wp_filter'] ) );
		$before = $count();
		$this->wire();
		self::assertSame( $before, $count() );
	}

	/** Fires what the login form does not. */
	private function everything(): void {
		do_action( 'application_password_failed_authentication', new WP_Error( 'incorrect_password', 'x' ) );
		$_POST['user_login'] = 'anna';
		$errors              = new WP_Error( 'captcha', 'x' );
		self::assertEquals( $errors, apply_filters( 'lostpassword_errors', $errors, false ) );
		$arguments = [ 'method' => 'GET' ];
		self::assertSame( $arguments, apply_filters( 'http_request_args', $arguments, 'https://www.zohoapis.com/crm/v2/Contacts/1' ) );
		do_action( 'http_api_debug', self::answer( 204 ), 'response', 'x', $arguments, 'https://www.zohoapis.com/crm/v2/Contacts/1' );
		ob_start();
		$levels = ob_get_level();
		$this->beginPage();
		echo apply_filters( 'wp_template_enhancement_output_buffer', '<p>Nothing</p>', '' );
		while ( ob_get_level() > $levels ) {
			ob_end_flush();
		}
		self::assertSame( '<p>Nothing</p>', ob_get_clean() );
		$this->endRequest();
	}

	/** @return array{int, list<string>, list<string>} */
	private static function plain( WP_User|WP_Error $verdict ): array {
		return $verdict instanceof WP_User ? [ $verdict->ID, [], [] ] : [ 0, array_map( 'strval', $verdict->get_error_codes() ), $verdict->get_error_messages() ];
	}
}
