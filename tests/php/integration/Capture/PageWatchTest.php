<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Capture;

use Causeway\Block\LoginErrorSlot;
use Causeway\Block\SlotSettings;
use Causeway\Capture\LoginHooks;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_Error;

/** A portal's own form on its own page: no hook of WordPress tells of its refusals. */
final class PageWatchTest extends LoginPathTestCase {

	private const HIDDEN = 'data-wp-bind--hidden="!context.reference" hidden>';

	private const OPAQUE = '<p class="error">Please contact your administrator</p><form><input name="username"><input type="password" name="password"></form>';

	protected function setUp(): void {
		parent::setUp();
		$GLOBALS['pagenow'] = 'index.php';
		$_POST              = [
			'username' => 'anna@people.example',
			'password' => 'secret',
		];
	}

	private function slot(): string {
		return LoginErrorSlot::markup( 'class="wp-block-causeway-login-error"', SlotSettings::fromAttributes( [ 'contactText' => 'Call <b>us</b>' ] ) );
	}

	/** Sends the page as WordPress does, after the portal's calls. */
	private function send( string $html, int ...$statuses ): string {
		// Before 6.9 WordPress has no buffer of its own, and ours is a real one.
		$hasBuffer = function_exists( 'wp_start_template_enhancement_output_buffer' );
		ob_start();
		$levels = ob_get_level();
		$this->beginPage( '<!-- wp:causeway/login-error /-->' );
		foreach ( $statuses as $status ) {
			$url = 'https://www.zohoapis.com/crm/v2/Contacts/4876876000000333001';
			apply_filters( 'http_request_args', [], $url );
			do_action( 'http_api_debug', 0 === $status ? new WP_Error( 'http_request_failed', 'cURL error 28: Operation timed out' ) : self::answer( $status ), 'response', 'x', [], $url );
		}
		echo $hasBuffer ? apply_filters( 'wp_template_enhancement_output_buffer', $html, $html ) : $html;
		while ( ob_get_level() > $levels ) {
			ob_end_flush();
		}
		return (string) ob_get_clean();
	}

	public function testARefusalAfterTheVendorCallIsProvenAndToldInTheBlock(): void {
		$this->wire();
		$page = $this->send( $this->slot() . self::OPAQUE, 204 );
		$this->endRequest();
		self::assertCount( 1, $this->attempts );
		$attempt = $this->attempts[0];
		self::assertSame(
			[ 'portal-page', '', 'catalyst-connect:contact-administrator', true, '{"system":"zoho-crm","path":"/crm/v2/Contacts/{id}","status":204,"code":"","fault":"","ms":0}' ],
			[ $attempt->entry, $attempt->code, $attempt->symptom, $attempt->isProven, $attempt->portalCall ]
		);
		self::assertMatchesRegularExpression( '/^[0-9a-f]{32}$/', $attempt->viewHash );
		self::assertStringContainsString( (string) $attempt->reference, $page );
		self::assertStringContainsString( 'data-causeway-tier="proven-looking"', $page );
		self::assertStringContainsString( 'Call &lt;b&gt;us&lt;/b&gt;', $page );
		self::assertStringEndsWith( self::OPAQUE, $page, 'the portal’s own page is left as it is' );
	}

	public function testTheKnownCauseIsToldToTheProvenPersonOnly(): void {
		$this->known = [
			'system' => 'zoho-crm',
			'cause'  => 'contact-deleted',
			'confidence' => 'certain',
		];
		$this->wire();
		self::assertStringContainsString( 'Text of zoho-crm/contact-deleted.', $this->send( $this->slot() . self::OPAQUE, 204 ) );
		self::assertSame( 1, $this->reads );
	}

	/** @return iterable<string, array{string, list<int>, bool, string}> Page, vendor answers, proven, symptom. */
	public static function anonymousRefusals(): iterable {
		yield 'the opaque sentence without a call proves nothing' => [ self::OPAQUE, [], false, 'catalyst-connect:contact-administrator' ];
		yield 'wrong password' => [ '<p>Invalid User Name / Password</p><input type="password">', [], false, 'catalyst-connect:invalid' ];
		yield 'wrong password beside a help sentence that is a whole run' => [ '<aside><p>Please contact your administrator</p></aside><p>Invalid User Name / Password</p>', [], false, 'catalyst-connect:invalid' ];
		yield 'time-out' => [ self::OPAQUE, [ 0 ], true, 'catalyst-connect:contact-administrator' ];
		yield 'quota gone' => [ self::OPAQUE, [ 200, 429 ], true, 'catalyst-connect:contact-administrator' ];
		yield 'no Account: every call went well' => [ self::OPAQUE, [ 200, 200 ], true, 'catalyst-connect:contact-administrator' ];
	}

	/** @param list<int> $statuses */
	#[DataProvider( 'anonymousRefusals' )]
	public function testTellsWhatIsProvenFromWhatIsNot( string $html, array $statuses, bool $isProven, string $symptom ): void {
		$this->known = [
			'system' => 'zoho-crm',
			'cause'  => 'private',
			'confidence' => 'certain',
		];
		$this->wire();
		$page = $this->send( $this->slot() . $html, ...$statuses );
		$this->endRequest();
		self::assertSame( [ $isProven, $symptom ], [ $this->attempts[0]->isProven, $this->attempts[0]->symptom ] );
		self::assertSame( $isProven, str_contains( $page, 'Text of zoho-crm/private.' ) );
		self::assertSame( $isProven, '' !== $this->attempts[0]->viewHash );
	}

	/** @return iterable<string, array{string}> */
	public static function harmlessPages(): iterable {
		yield 'a help paragraph' => [ '<p>If you cannot log in, please contact your administrator.</p>' ];
		yield 'a hidden sentence' => [ '<div style="display:none"><p>Please contact your administrator</p></div>' ];
		yield 'a dashboard' => [ '<h1>Welcome, Anna</h1>' ];
	}

	#[DataProvider( 'harmlessPages' )]
	public function testAPageThatRefusesNobodyIsLeftAsItIs( string $html ): void {
		$this->wire();
		$page = $this->slot() . $html;
		self::assertSame( $page, $this->send( $page, 200 ) );
		$this->endRequest();
		self::assertSame( [], $this->attempts );
	}

	public function testAFormThatComesBackWithoutAWordIsARefusal(): void {
		$this->wire();
		$page = $this->send( $this->slot() . '<p>Welcome to the portal.</p><form><input name="username"><input type="password" name="password"></form>', 200 );
		$this->endRequest();
		self::assertCount( 1, $this->attempts );
		self::assertSame( [ 'portal-page', 'form_came_back', false ], [ $this->attempts[0]->entry, $this->attempts[0]->code, $this->attempts[0]->isProven ] );
		self::assertStringContainsString( (string) $this->attempts[0]->reference, $page );
	}

	public function testAFormThatComesBackOnAPageWithoutTheBlockIsNobodysBusiness(): void {
		$this->wire();
		$this->beginPage( 'A shop' );
		apply_filters( 'wp_template_enhancement_output_buffer', '<form><input name="username"><input type="password"></form>', '' );
		$this->endRequest();
		self::assertSame( [], $this->attempts );
	}

	/** Opens the page as somebody who was sent back to it. */
	private function arrive(): string {
		$_POST                     = [];
		$_SERVER['REQUEST_METHOD'] = 'GET';
		return $this->send( $this->slot() . '<form><input name="username"><input type="password"></form>' );
	}

	public function testAReferenceThatWasCarriedIsShownWithTheTextForEverybody(): void {
		$this->wire();
		$_COOKIE[ LoginHooks::CARRIED ] = 'K7QM3FXA';
		$page = $this->arrive();
		$this->endRequest();
		self::assertSame( [], $this->attempts, 'it was written before' );
		self::assertStringContainsString( 'K7QM-3FXA', $page );
		self::assertStringContainsString( 'data-causeway-tier="anonymous"', $page );
	}

	public function testARefusalThatIsAnsweredWithARedirectLeavesItsReference(): void {
		$GLOBALS['pagenow'] = 'wp-login.php';
		$this->wire();
		wp_signon(
			[
				'user_login'    => 'anna',
				'user_password' => 'wrong',
			],
			false
		);
		apply_filters( 'wp_redirect', home_url( '/sent-back/?login=failed' ), 302 );
		$this->endRequest();
		self::assertCount( 1, $this->attempts );
	}

	/** @return iterable<string, array{string}> */
	public static function forgedReferences(): iterable {
		yield 'markup' => [ '<script>' ];
		yield 'too long' => [ str_repeat( 'K', 100_000 ) ];
		yield 'not one' => [ 'UUUUUUUU' ];
		yield 'a line end' => [ "K7QM3FXA\n" ];
	}

	#[DataProvider( 'forgedReferences' )]
	public function testAForgedReferenceShowsNothing( string $forged ): void {
		$this->wire();
		$_COOKIE[ LoginHooks::CARRIED ] = $forged;
		self::assertStringContainsString( self::HIDDEN, $this->arrive() );
		$this->endRequest();
		self::assertSame( [], $this->attempts );
	}

	public function testACodeInTheAddressCountsOnlyWhereItMeansSomething(): void {
		$this->wire();
		foreach ( [ 'nonsense', 'Please+contact+your+administrator', '<b>', str_repeat( 'a', 100_000 ) ] as $forged ) {
			$_GET = [ 'login_error' => $forged ];
			self::assertStringContainsString( self::HIDDEN, $this->arrive() );
		}
		$this->endRequest();
		self::assertSame( [], $this->attempts );

		$this->wire();
		$_GET = [ 'login_error' => 'Invalid_Username' ];
		self::assertStringContainsString( 'data-causeway-tier="anonymous"', $this->arrive() );
	}

	public function testWithoutTheBlockTheAttemptIsRecordedAndNothingShows(): void {
		$this->wire();
		self::assertSame( self::OPAQUE, $this->send( self::OPAQUE, 204 ) );
		$this->endRequest();
		self::assertSame( [ true, '' ], [ $this->attempts[0]->isProven, $this->attempts[0]->viewHash ] );
	}

	public function testAVisitWithoutAFormIsNotWatched(): void {
		$_POST                     = [];
		$_SERVER['REQUEST_METHOD'] = 'GET';
		$this->wire();
		$page = $this->slot() . self::OPAQUE;
		self::assertSame( $page, $this->send( $page, 204 ) );
		$this->endRequest();
		self::assertSame( [], $this->attempts );
	}

	public function testAVisitOfSomebodyLoggedInIsARefusalOnlyWithTheVendorCall(): void {
		$_POST                     = [];
		$_SERVER['REQUEST_METHOD'] = 'GET';
		$anna                      = self::user();
		wp_set_current_user( $anna->ID );
		$this->wire();
		$this->send( $this->slot() . self::OPAQUE, 204 );
		$this->endRequest();
		self::assertSame( [ true, $anna->ID, '' ], [ $this->attempts[0]->isProven, $this->attempts[0]->userId, $this->attempts[0]->loginHash ] );
	}

	public function testAFormOfAnotherKindIsNotWatched(): void {
		$_POST = [
			'username'         => 'anna',
			'password'         => 'new',
			'password_confirm' => 'new',
		];
		$this->wire();
		$page = $this->slot() . self::OPAQUE;
		self::assertSame( $page, $this->send( $page, 204 ) );
		$this->endRequest();
		self::assertSame( [], $this->attempts );
	}

	public function testSomebodyLetInByThePortalIsNoRefusalAlthoughWordPressRefused(): void {
		$this->wire();
		wp_authenticate( 'anna@people.example', 'secret' );
		$this->send( '<h1>Welcome, Anna</h1>', 200, 200 );
		$this->endRequest();
		self::assertSame( [], $this->attempts );
	}

	public function testARefusalByWordPressOnAFrontEndFormStaysRecorded(): void {
		$this->wire();
		wp_authenticate( 'anna@people.example', 'secret' );
		$this->send( '<ul class="shop-error"><li>Unknown email address.</li></ul><form><input type="password"></form>' );
		$this->endRequest();
		self::assertSame( [ 'portal-page', 'invalid_email', 'wordpress:unknown-address', false ], [ $this->attempts[0]->entry, $this->attempts[0]->code, $this->attempts[0]->symptom, $this->attempts[0]->isProven ] );
	}

	public function testTheMessageIsTheSameForAnybodyWhoProvedNothing(): void {
		$this->wire();
		$one = $this->send( $this->slot() . '<p>Invalid User Name / Password</p>' );
		$this->endRequest();
		self::user( [ 'user_login' => 'known' ] );
		$_POST['username'] = 'known';
		foreach ( [ 'template_redirect', 'shutdown', 'wp_template_enhancement_output_buffer' ] as $hook ) {
			remove_all_filters( $hook, PHP_INT_MIN );
			remove_all_filters( $hook, PHP_INT_MAX );
		}
		$this->wire();
		$other = $this->send( $this->slot() . '<p>Invalid User Name / Password</p>' );
		$this->endRequest();
		$anonymous = fn ( string $page, int $index ): string => str_replace( [ (string) $this->attempts[ $index ]->reference, $this->attempts[ $index ]->reference->letters() ], 'R', $page );
		self::assertSame( $anonymous( $one, 0 ), $anonymous( $other, 1 ) );
	}
}
