<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Health;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Response;
use Causeway\Health\LoginPages;
use Causeway\Health\Verdict;
use Causeway\Http\ScriptedTransport;
use Causeway\Tests\Support\WordPressTestCase;

/** What the site finds when it looks at its own login pages as a browser does. */
final class LoginPagesTest extends WordPressTestCase {

	private ScriptedTransport $site;

	protected function setUp(): void {
		parent::setUp();
		$this->site = new ScriptedTransport();
		add_filter( 'login_url', static fn (): string => 'https://portal.example/wp-login.php' );
	}

	private function pages(): LoginPages {
		return new LoginPages( $this->site );
	}

	/** @param array<string, string> $headers */
	private function loginPage( array $headers = [] ): void {
		$this->site->always( 'GET /wp-login.php', new Response( 200, $headers + [ 'cache-control' => 'no-cache, must-revalidate, max-age=0, no-store, private' ], '<form>' ) );
	}

	private static function cookie(): string {
		return TEST_COOKIE . '=WP%20Cookie%20check; path=/; secure; HttpOnly';
	}

	private static function refused(): string {
		return '<div id="login_error"><strong>Error:</strong> Cookies are blocked or not supported by your browser. You must <a href="https://wordpress.org">enable cookies</a> to use WordPress.</div>';
	}

	public function test_the_cookie_that_goes_out_comes_back_and_no_name_is_tried(): void {
		$this->loginPage( [ 'set-cookie' => "other=1; path=/\n" . self::cookie() ] );
		$this->site->once( 'POST /wp-login.php', new Response( 200, [], '<form>The username field is empty.' ) );
		self::assertSame( 'good', $this->pages()->cookie()->status );
		$post = $this->site->sent()[1];
		self::assertSame( 'other=1; ' . TEST_COOKIE . '=WP%20Cookie%20check', $post->headers['Cookie'] );
		self::assertSame( 'log=&pwd=&testcookie=1', $post->body );
	}

	public function test_a_cookie_that_is_never_set_or_never_seen_again_is_critical(): void {
		$this->loginPage( [ 'set-cookie' => 'other=1; path=/' ] );
		self::assertSame( 'critical', $this->pages()->cookie()->status );
		self::assertCount( 1, $this->site->sent(), 'no form is sent without it' );

		$this->site = new ScriptedTransport();
		$this->loginPage( [ 'set-cookie' => self::cookie() ] );
		$this->site->once( 'POST /wp-login.php', new Response( 200, [], self::refused() ) );
		self::assertSame( 'critical', $this->pages()->cookie()->status );
	}

	public function test_whether_somebody_keeps_the_login_page(): void {
		$this->loginPage();
		self::assertSame( 'good', $this->pages()->cache()->status );
		foreach ( [ [ 'x-cache' => 'HIT from edge' ], [ 'cf-cache-status' => 'HIT' ], [ 'age' => '12' ], [ 'x-varnish' => '32770 3' ] ] as $mark ) {
			$this->site = new ScriptedTransport();
			$this->loginPage( $mark );
			$verdict = $this->pages()->cache();
			self::assertSame( 'critical', $verdict->status, (string) wp_json_encode( $mark ) );
			self::assertStringContainsString( (string) array_key_first( $mark ), $verdict->text );
		}
		foreach ( [ [ 'x-cache' => 'MISS' ], [ 'cf-cache-status' => 'DYNAMIC' ], [ 'age' => '0' ], [ 'x-varnish' => '32770' ] ] as $mark ) {
			$this->site = new ScriptedTransport();
			$this->loginPage( $mark );
			self::assertSame( 'good', $this->pages()->cache()->status, (string) wp_json_encode( $mark ) );
		}
		$this->site = ( new ScriptedTransport() )->always( 'GET /wp-login.php', new Response( 200, [], '' ) );
		self::assertSame( 'recommended', $this->pages()->cache()->status );
	}

	/** @return iterable<string, array{array<string, string>, string}> */
	public static function portalAnswers(): iterable {
		yield 'kept for a week' => [ [ 'cache-control' => 'public, max-age=604800' ], 'critical' ];
		yield 'shared caches keep it for a day' => [ [ 'cache-control' => 'max-age=0, s-maxage=86400' ], 'critical' ];
		yield 'old already' => [ [ 'age' => '90000' ], 'critical' ];
		yield 'from a cache' => [ [ 'x-cache' => 'hit' ], 'critical' ];
		yield 'kept for ten minutes' => [ [ 'cache-control' => 'public, max-age=600' ], 'good' ];
		yield 'private for a week' => [ [ 'cache-control' => 'private, max-age=604800' ], 'good' ];
		yield 'silent' => [ [], 'good' ];
	}

	/**
	 * @dataProvider portalAnswers
	 * @param array<string, string> $headers
	 */
	public function test_a_portal_page_older_than_what_its_form_carries_is_critical( array $headers, string $status ): void {
		$this->site->once( 'GET /portal/', new Response( 200, $headers, '<form>' ) );
		$verdict = $this->pages()->nonces( [ [ 'title' => 'Client <b>portal</b>', 'url' => 'https://portal.example/portal/' ] ] );
		self::assertSame( $status, $verdict->status, $verdict->text );
		self::assertStringNotContainsString( '<b>', $verdict->toArray( 'x' )['description'] );
	}

	public function test_a_site_without_a_portal_page_has_none_that_is_too_old(): void {
		self::assertSame( 'good', $this->pages()->nonces( [] )->status );
		self::assertSame( [], $this->site->sent() );
	}

	public function test_a_site_that_cannot_reach_itself_is_told_so_and_accused_of_nothing(): void {
		$this->site->always( 'GET /', new ConnectorFault( FaultKind::Unreachable, 'No connection could be made.' ) );
		$pages    = $this->pages();
		$verdicts = [ $pages->cookie(), $pages->cache(), $pages->nonces( [ [ 'title' => 'Portal', 'url' => 'https://portal.example/portal/' ] ] ) ];
		self::assertSame( [ 'recommended' ], array_values( array_unique( array_map( static fn ( Verdict $verdict ): string => $verdict->status, $verdicts ) ) ) );
	}
}
