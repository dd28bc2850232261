<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Capture;

use Causeway\Capture\LostPassword;
use Causeway\Support\LoginNameHash;
use PHPUnit\Framework\Attributes\DataProvider;
use Causeway\Capture\LoginHooks;
use WP_Error;
use WP_User;

/** A login on wp-login.php, judged by the real WordPress. */
final class LoginPathTest extends LoginPathTestCase {

	/** @return iterable<string, array{string, string, string}> Name typed, password typed, code of bare WordPress. */
	public static function refusals(): iterable {
		yield 'unknown name' => [ 'nobody-here', 'x', 'invalid_username' ];
		yield 'unknown address' => [ 'nobody@here.example', 'x', 'invalid_email' ];
		yield 'known name' => [ 'anna', 'x', 'incorrect_password' ];
		yield 'known address' => [ 'anna@people.example', 'x', 'incorrect_password' ];
		yield 'markup' => [ '"><img src=x onerror=alert(1)>&lt;b&gt;', 'x', 'invalid_username' ];
		yield 'emoji' => [ '🙂🙂', 'x', 'invalid_username' ];
		yield 'SQL' => [ "' OR 1=1 -- \\", 'x', 'invalid_username' ];
		yield 'a megabyte' => [ str_repeat( 'a', 1_000_000 ), 'x', 'invalid_username' ];
	}

	#[DataProvider( 'refusals' )]
	public function testEachRefusalIsOneWriteAndTheSameAnswer( string $name, string $password, string $code ): void {
		self::user( [ 'user_login' => 'anna' ] );
		$this->wire();
		$error = $this->logIn( $name, $password );
		self::assertInstanceOf( WP_Error::class, $error );
		self::assertSame( $code, $error->get_error_code(), 'programs read the code as WordPress gave it' );

		$shown = $this->shown( $error );
		$this->endRequest();
		self::assertCount( 1, $this->attempts );
		$attempt   = $this->attempts[0];
		$reference = (string) $attempt->reference;

		self::assertSame( [ 'incorrect_password' ], $shown->get_error_codes() );
		$answer = str_replace( $reference, 'REFERENCE', $shown->get_error_message() );
		self::assertStringContainsString( 'REFERENCE', $answer );
		self::assertSame( $answer, $this->answerToUnknown() );
		self::assertSame( [ 'wp-login', $code, false, '' ], [ $attempt->entry, $attempt->code, $attempt->isProven, $attempt->viewHash ] );
		self::assertMatchesRegularExpression( '/^[0-9a-f]{16}$/', $attempt->loginHash );
	}

	public function testKnownAndUnknownNamesCostTheSameQueriesBeyondBareWordPress(): void {
		self::user( [ 'user_login' => 'anna' ] );
		$names = [ 'anna', 'nobody-here', 'anna@people.example', 'nobody@here.example' ];
		$count = function () use ( $names ): array {
			$counts = [];
			foreach ( $names as $name ) {
				wp_cache_flush();
				$counts[ $name ] = count(
					self::queriesOf(
						function () use ( $name ): void {
							$error = $this->logIn( $name, 'wrong' );
							self::assertInstanceOf( WP_Error::class, $error );
							$this->shown( $error );
							$this->endRequest();
						}
					)
				);
			}
			return $counts;
		};
		$bare = $count();
		$this->wire();
		self::assertSame( array_map( static fn ( int $queries ): int => $queries + 1, $bare ), $count() );
		self::assertCount( 4, $this->attempts );
		self::assertSame( 0, $this->reads );
	}

	public function testAGoodLoginCostsNoQueryAndLeavesNoRow(): void {
		self::user( [ 'user_login' => 'anna' ] );
		$count = fn (): int => count(
			self::queriesOf(
				function (): void {
					self::assertInstanceOf( WP_User::class, $this->logIn( 'anna', self::PASSWORD ) );
					$this->endRequest();
				}
			)
		);
		$count();
		wp_cache_flush();
		$bare = $count();
		$this->wire();
		wp_cache_flush();
		self::assertSame( $bare, $count() );
		self::assertSame( [], $this->attempts );
	}

	public function testTheFormAloneCostsNoQueryAndWakesNothing(): void {
		$_SERVER['REQUEST_METHOD'] = 'GET';
		$look                      = fn (): array => self::queriesOf(
			function (): void {
				wp_cache_flush();
				$error = wp_signon( [], false );
				self::assertInstanceOf( WP_Error::class, $error );
				self::assertSame( $error, apply_filters( 'wp_login_errors', $error, '' ) );
				$this->endRequest();
			}
		);
		$bare                      = $look();
		$this->wire();
		self::assertSame( $bare, $look() );
		self::assertFalse( $this->isAwake );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function emptyForms(): iterable {
		yield 'nothing typed' => [
			[
				'log' => '',
				'pwd' => '',
			],
		];
		yield 'no password' => [
			[
				'log' => 'anna',
				'pwd' => '',
			],
		];
		yield 'no name' => [
			[
				'log' => '',
				'pwd' => 'x',
			],
		];
		yield 'arrays' => [
			[
				'log' => [ 'a' ],
				'pwd' => [ 'b' ],
			],
		];
	}

	/** @param array<string, mixed> $form */
	#[DataProvider( 'emptyForms' )]
	public function testAnEmptyFieldIsNoRefusal( array $form ): void {
		$_POST = $form;
		$bare  = wp_signon( [], false );
		$this->wire();
		$ours = wp_signon( [], false );
		self::assertInstanceOf( WP_Error::class, $ours );
		self::assertEquals( $bare, $ours );
		self::assertEquals( $bare, apply_filters( 'wp_login_errors', $ours, '' ) );
		$this->endRequest();
		self::assertSame( [], $this->attempts );
	}

	public function testAnotherPluginsRefusalKeepsItsWordsAndGetsTheReference(): void {
		add_filter( 'wp_authenticate_user', static fn (): WP_Error => new WP_Error( 'pending_approval', 'Wait for approval.' ) );
		self::user( [ 'user_login' => 'anna' ] );
		$this->wire();
		$error = $this->logIn( 'anna', 'wrong' );
		self::assertInstanceOf( WP_Error::class, $error );
		$message = $this->shown( $error )->get_error_message();
		$this->endRequest();
		self::assertStringStartsWith( 'Wait for approval.', $message );
		self::assertStringContainsString( (string) $this->attempts[0]->reference, $message );
		self::assertSame( [ 'approval:pending', false ], [ $this->attempts[0]->symptom, $this->attempts[0]->isProven ] );
		self::assertSame( 'Wait for approval.', $error->get_error_message(), 'their object is left as it was' );
	}

	#[DataProvider( 'captchas' )]
	public function testACaptchaThatUsesWordPressesCodeKeepsItsWords( string $sentence, string $symptom ): void {
		add_filter( 'authenticate', static fn (): WP_Error => new WP_Error( 'incorrect_password', $sentence ), 50 );
		$this->wire();
		$error = $this->logIn( 'nobody-here', 'x' );
		self::assertInstanceOf( WP_Error::class, $error );
		self::assertStringStartsWith( $sentence, $this->shown( $error )->get_error_message() );
		$this->endRequest();
		self::assertSame( $symptom, $this->attempts[0]->symptom );
	}

	/** @return iterable<string, array{string, string}> */
	public static function captchas(): iterable {
		yield 'of a system of its own' => [ 'The captcha is wrong.', 'captcha:wrong' ];
		yield 'of a plugin that the catalog keeps with WordPress' => [ 'The robot check was not passed.', 'wordpress:robot-check' ];
	}

	public function testWhoLeftPriority20AsAUserIsProvenAndIsToldTheKnownCause(): void {
		$this->known = [
			'system' => 'zoho-crm',
			'cause'  => 'contact-deleted',
			'confidence' => 'certain',
		];
		$anna        = self::user( [ 'user_login' => 'anna' ] );
		add_filter( 'authenticate', static fn (): WP_Error => new WP_Error( 'crm_said_no', 'Contact your administrator.' ), 40 );
		$this->wire();
		$error = $this->logIn( 'anna', self::PASSWORD );
		self::assertInstanceOf( WP_Error::class, $error );
		self::assertStringContainsString( 'Text of zoho-crm/contact-deleted.', $this->shown( $error )->get_error_message() );
		$this->endRequest();
		self::assertSame( [ true, $anna->ID, 'crm_said_no', 1 ], [ $this->attempts[0]->isProven, $this->attempts[0]->userId, $this->attempts[0]->code, $this->reads ] );
	}

	public function testTheSameRefusalAfterAWrongPasswordProvesNothing(): void {
		self::user( [ 'user_login' => 'anna' ] );
		add_filter( 'authenticate', static fn (): WP_Error => new WP_Error( 'crm_said_no', 'Contact your administrator.' ), 40 );
		$this->wire();
		$error = $this->logIn( 'anna', 'wrong' );
		self::assertInstanceOf( WP_Error::class, $error );
		$this->shown( $error );
		$this->endRequest();
		self::assertSame( [ false, 0 ], [ $this->attempts[0]->isProven, $this->reads ] );
	}

	public function testATextRewrittenAfterOursIsRecordedAsShown(): void {
		add_filter( 'wp_login_errors', static fn (): WP_Error => new WP_Error( 'x', 'Too many attempts.' ), 5000 );
		$this->wire();
		$error = $this->logIn( 'nobody-here', 'x' );
		self::assertInstanceOf( WP_Error::class, $error );
		$this->shown( $error );
		$this->endRequest();
		self::assertSame( [ 'wordpress:unknown-name', 'limiter:locked' ], [ $this->attempts[0]->symptom, $this->attempts[0]->shownSymptom ] );
	}

	public function testBlockedCookiesAreSeenAlthoughNoHookTells(): void {
		self::user( [ 'user_login' => 'anna' ] );
		$this->wire();
		$this->logIn( 'anna', self::PASSWORD );
		$shown = $this->shown( new WP_Error( 'test_cookie', 'Cookies are blocked.' ) );
		$this->endRequest();
		self::assertStringStartsWith( 'Cookies are blocked.', $shown->get_error_message() );
		self::assertSame( 'wordpress:cookies-blocked', $this->attempts[0]->symptom );
	}

	public function testErrorsThatWordPressWipedAreNotBroughtBack(): void {
		$this->wire();
		$this->logIn( 'nobody-here', 'x' );
		$empty = new WP_Error();
		self::assertSame( $empty, apply_filters( 'wp_login_errors', $empty, '' ) );
		$loggedOut = new WP_Error();
		$loggedOut->add( 'loggedout', 'You are now logged out.', 'message' );
		self::assertSame( $loggedOut, apply_filters( 'wp_login_errors', $loggedOut, '' ) );
	}

	public function testAFilteredMessageIsReducedToHarmlessElements(): void {
		add_filter( 'causeway_visitor_message', static fn ( string $html ): string => $html . '<img src=x onerror=alert(1)><script>alert(1)</script><a href="javascript:alert(1)" onclick="x">l</a>' );
		$this->wire();
		$error = $this->logIn( 'nobody-here', 'x' );
		self::assertInstanceOf( WP_Error::class, $error );
		self::assertDoesNotMatchRegularExpression( '/<img|<script|javascript:|onclick/i', $this->shown( $error )->get_error_message() );
	}

	public function testXmlRpcAnswersAsBefore(): void {
		self::user( [ 'user_login' => 'anna' ] );
		require_once ABSPATH . WPINC . '/class-IXR.php';
		require_once ABSPATH . WPINC . '/class-wp-xmlrpc-server.php';
		$ask = static function (): array {
			$server = new \wp_xmlrpc_server();
			self::assertFalse( $server->login( 'anna', 'wrong' ) );
			return [ $server->error->code, $server->error->message ];
		};
		$bare = $ask();
		$this->wire();
		self::assertSame( $bare, $ask() );
	}

	public function testManyTriesInOneRequestAreOneAttempt(): void {
		$this->wire();
		for ( $i = 0; $i < 20; $i++ ) {
			wp_authenticate( 'person' . $i, 'x' );
		}
		$this->endRequest();
		self::assertCount( 1, $this->attempts );
	}

	public function testALoginAfterARefusalInTheSameRequestLeavesNoRow(): void {
		self::user( [ 'user_login' => 'anna' ] );
		$this->wire();
		$this->logIn( 'anna', 'wrong' );
		$this->logIn( 'anna', self::PASSWORD );
		$this->endRequest();
		self::assertSame( [], $this->attempts );
	}

	public function testAnApplicationPasswordThatFailsIsARefusal(): void {
		$this->wire();
		$_SERVER['PHP_AUTH_USER'] = 'anna';
		$GLOBALS['pagenow']       = 'index.php';
		do_action( 'application_password_failed_authentication', new WP_Error( 'incorrect_password', 'The provided password is an invalid application password.' ) );
		$this->endRequest();
		self::assertSame( [ 'rest', 'incorrect_password' ], [ $this->attempts[0]->entry, $this->attempts[0]->code ] );
	}

	/** @return iterable<string, array{string}> */
	public static function unknownNames(): iterable {
		yield 'address' => [ 'nobody@here.example' ];
		yield 'name' => [ 'nobody-here' ];
	}

	#[DataProvider( 'unknownNames' )]
	public function testALostPasswordOfAnUnknownNameIsAnsweredAsOneOfAKnown( string $name ): void {
		$targets = [];
		add_filter(
			'wp_redirect',
			static function ( string $target ) use ( &$targets ): bool {
				$targets[] = $target;
				return false;
			}
		);
		$this->wire();
		$_POST['user_login'] = $name;
		retrieve_password();
		self::assertSame( [ 'wp-login.php?checkemail=confirm' ], array_map( 'basename', $targets ) );
		self::assertSame( [ 0 ], array_column( $this->resets, 1 ) );
	}

	public function testAKnownAndAnUnknownNameCostTheSameAndAreSentToTheSamePage(): void {
		$anna  = self::user( [ 'user_login' => 'anna' ] );
		$seen  = [];
		$leave = static function ( string $target ): void {
			throw new \RuntimeException( $target );
		};
		foreach ( [ 'anna', 'nobody-here' ] as $name ) {
			$before = self::wpdb()->num_queries;
			try {
				( new LostPassword( $this, new LoginNameHash( 'key' ), $leave, static fn () => null ) )->equalise( new WP_Error(), $name, 'anna' === $name ? $anna : null );
			} catch ( \RuntimeException $left ) {
				$seen[] = [ $left->getMessage(), self::wpdb()->num_queries - $before ];
			}
		}
		self::assertSame( [ [ 'wp-login.php?checkemail=confirm', 1 ], [ 'wp-login.php?checkemail=confirm', 1 ] ], $seen );
		self::assertSame( [ $anna->ID, 0 ], array_column( $this->resets, 1 ) );
		self::assertNotSame( '', $this->resets[0][0] );
	}

	public function testWhereNobodyWorksInTheBackgroundWordPressSendsTheMailItself(): void {
		$this->areResetsServed = false;
		self::user( [ 'user_login' => 'anna', 'user_email' => 'anna@people.example' ] );
		$this->wire();
		$_POST['user_login'] = 'anna';
		self::assertTrue( retrieve_password() );
		self::assertSame( [ 'anna@people.example' ], array_column( $this->mails, 'to' ) );
		self::assertSame( [], $this->resets );
	}

	public function testACaptchaComesBeforeTheAnswerToALostPasswordAndHidesNothingElse(): void {
		add_action( 'lostpassword_post', static fn ( WP_Error $errors ) => $errors->add( 'captcha', 'Solve the puzzle.' ) );
		$this->wire();
		$_POST['user_login'] = 'nobody@here.example';
		$errors              = retrieve_password();
		self::assertInstanceOf( WP_Error::class, $errors );
		self::assertSame( [ 'captcha' ], $errors->get_error_codes() );
	}

	public function testNoCallLeavesTheMachine(): void {
		self::user( [ 'user_login' => 'anna' ] );
		$calls = 0;
		add_filter(
			'pre_http_request',
			static function () use ( &$calls ): WP_Error {
				++$calls;
				return new WP_Error( 'no', 'no' );
			},
			0
		);
		$this->wire();
		foreach ( [ 'anna', 'nobody-here' ] as $name ) {
			$error = $this->logIn( $name, 'wrong' );
			self::assertInstanceOf( WP_Error::class, $error );
			$this->shown( $error );
			$this->endRequest();
		}
		self::assertSame( 0, $calls );
	}

	/** What somebody unknown is shown, its reference taken out. */
	private function answerToUnknown(): string {
		$error = $this->logIn( 'somebody-unknown', 'y' );
		self::assertInstanceOf( WP_Error::class, $error );
		$message = $this->shown( $error )->get_error_message();
		$this->endRequest();
		return str_replace( (string) $this->attempts[1]->reference, 'REFERENCE', $message );
	}

	/** @return iterable<string, array{string, string}> Code and message of WordPress's own for an Application Password. */
	public static function tellingAnswers(): iterable {
		yield 'unknown name' => [ 'invalid_username', 'Unknown username. Check again or try your email address.' ];
		yield 'unknown address' => [ 'invalid_email', 'Unknown email address. Check again or try your username.' ];
		yield 'wrong password' => [ 'incorrect_password', 'The provided password is an invalid application password.' ];
	}

	#[DataProvider( 'tellingAnswers' )]
	public function testARestErrorSaysWhereToGoOnAndNotWhetherThereIsAnAccount( string $code, string $message ): void {
		$this->wire();
		do_action( 'application_password_failed_authentication', new WP_Error( $code, $message ) );
		$answer = apply_filters( 'rest_post_dispatch', new \WP_REST_Response( [ 'code' => $code, 'message' => $message, 'data' => [ 'status' => 401 ] ], 401 ), rest_get_server(), new \WP_REST_Request() );
		self::assertInstanceOf( \WP_REST_Response::class, $answer );
		$this->endRequest();
		$reference = (string) $this->attempts[0]->reference;
		self::assertSame(
			[
				'code'    => 'incorrect_password',
				'message' => "We could not log you in with this name and password. If you need help, give this reference to whoever runs this site: {$reference}",
				'data'    => [
					'status'   => 401,
					'causeway' => [
						'reference' => $reference,
						'help'      => site_url( 'wp-login.php?action=causeway&reference=' . $reference ),
					],
				],
			],
			$answer->get_data()
		);
	}

	public function testARestAnswerThatRefusesNobodyIsLeftAsItIs(): void {
		$this->wire();
		$answer = new \WP_REST_Response( [ 'code' => 'incorrect_password' ], 401 );
		apply_filters( 'rest_post_dispatch', $answer, rest_get_server(), new \WP_REST_Request() );
		self::assertSame( [ 'code' => 'incorrect_password' ], $answer->get_data() );
		do_action( 'application_password_failed_authentication', new WP_Error( 'invalid_username', 'x' ) );
		$good = new \WP_REST_Response( [ 'id' => 1 ] );
		apply_filters( 'rest_post_dispatch', $good, rest_get_server(), new \WP_REST_Request() );
		self::assertSame( [ 'id' => 1 ], $good->get_data() );
	}

	public function testAFormOfAPluginThatShowsItsErrorsByTheFilterGetsTheSameWordsForEveryName(): void {
		self::user( [ 'user_login' => 'anna' ] );
		$GLOBALS['pagenow'] = 'index.php';
		$shown = [];
		foreach ( [ 'anna', 'nobody-of-this-name' ] as $name ) {
			$this->wire();
			$error   = $this->logIn( $name, 'wrong' );
			self::assertInstanceOf( WP_Error::class, $error );
			$text    = apply_filters( 'login_errors', $error->get_error_message() );
			$shown[] = preg_replace( '/[0-9A-Z]{4}-[0-9A-Z]{4}/', 'REFERENCE', is_string( $text ) ? $text : '' );
			$this->endRequest();
		}
		self::assertStringContainsString( 'REFERENCE', (string) $shown[0] );
		self::assertSame( $shown[0], $shown[1] );
	}

	public function testWooCommercesFormForAForgottenPasswordAnswersEverybodyAlike(): void {
		$anna = self::user( [ 'user_login' => 'anna' ] );
		$_SERVER['REQUEST_URI'] = '/my-account/lost-password/';
		$this->wire();
		$room  = ( new \ReflectionProperty( LoginHooks::class, 'makeRoom' ) )->getValue( $this->login );
		self::assertInstanceOf( \Closure::class, $room );
		$sent  = [];
		add_filter(
			'wp_redirect',
			static function ( string $target ) use ( &$sent ): string {
				$sent[] = $target;
				return '';
			}
		);
		$form = new \Causeway\Compat\WooCommerce( static fn (): \Causeway\Capture\LostPassword => $room()->lostPassword() );
		foreach ( [ [ 'anna', $anna ], [ 'nobody-of-this-name', false ] ] as [ $name, $account ] ) {
			$_POST = [
				'wc_reset_password' => 'true',
				'user_login'        => $name,
			];
			$form->equalise( new WP_Error(), $account );
		}
		self::assertSame( [ '/my-account/lost-password/?reset-link-sent=true', '/my-account/lost-password/?reset-link-sent=true' ], $sent );
		self::assertSame( [ $anna->ID, 0 ], array_column( $this->resets, 1 ) );
		$form->equalise( new WP_Error( 'captcha', 'Solve the puzzle.' ), $anna );
		self::assertCount( 2, $this->resets, 'a captcha has its say first' );
	}
}
