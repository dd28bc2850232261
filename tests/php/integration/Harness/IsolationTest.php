<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Harness;

use Causeway\Tests\Support\Halted;
use Causeway\Tests\Support\WordPressTestCase;
use Closure;
use PHPUnit\Framework\ExpectationFailedException;
use WP_Error;

/**
 * What every other integration test relies on.
 */
final class IsolationTest extends WordPressTestCase {

	/**
	 * Two tests that would each break the other if a row, an option, a hook or a global survived.
	 *
	 * @return iterable<string, array{string}>
	 */
	public static function twice(): iterable {
		yield 'first' => [ 'first' ];
		yield 'second' => [ 'second' ];
	}

	/**
	 * @dataProvider twice
	 */
	public function testLeavesNoTrace( string $which ): void {
		self::assertFalse( get_user_by( 'login', 'traceless' ) );
		self::assertFalse( get_option( 'traceless' ) );
		self::assertFalse( has_filter( 'traceless' ) );
		self::assertArrayNotHasKey( 'traceless', $_POST );

		self::user( [ 'user_login' => 'traceless' ] );
		update_option( 'traceless', $which );
		add_filter( 'traceless', '__return_true' );
		$_POST['traceless'] = $which;

		self::assertNotFalse( get_user_by( 'login', 'traceless' ) );
		self::assertSame( $which, get_option( 'traceless' ) );
	}

	/**
	 * @dataProvider twice
	 */
	public function testLeavesNoTraceOfACommittedTransaction( string $which ): void {
		global $wpdb;
		self::assertFalse( get_option( 'committed' ) );
		$wpdb->query( 'START TRANSACTION' );
		update_option( 'committed', $which );
		$wpdb->query( 'COMMIT' );
		self::assertSame( $which, get_option( 'committed' ) );
	}

	public function testUndoesARolledBackTransactionOnly(): void {
		global $wpdb;
		update_option( 'outer', 'kept' );
		$wpdb->query( 'START TRANSACTION' );
		update_option( 'inner', 'dropped' );
		$wpdb->query( 'ROLLBACK' );
		wp_cache_flush();
		self::assertSame( 'kept', get_option( 'outer' ) );
		self::assertFalse( get_option( 'inner' ) );
	}

	public function testCatchesMail(): void {
		self::assertTrue( wp_mail( 'ann@people.example', 'Hello', 'Body' ) );
		self::assertSame( [ 'Hello' ], array_column( $this->mails, 'subject' ) );
	}

	public function testAnswersRemoteCallsFromTheTest(): void {
		$this->answerRemoteCallsWith( static fn ( string $url ): ?array => 'https://crm.example/ping' === $url ? self::answer( 200, [ 'ok' => true ] ) : null );
		$answer = wp_remote_get( 'https://crm.example/ping' );
		self::assertSame( '{"ok":true}', wp_remote_retrieve_body( $answer ) );
		self::assertSame( 200, wp_remote_retrieve_response_code( $answer ) );
	}

	public function testFailsForARemoteCallThatNobodyAnswers(): void {
		self::assertInstanceOf( WP_Error::class, wp_remote_post( 'https://crm.example/contacts' ) );
		try {
			$this->assertPostConditions();
			$isNoticed = false;
		} catch ( ExpectationFailedException ) {
			$isNoticed = true;
		}
		Closure::bind( fn () => $this->unanswered = [], $this, WordPressTestCase::class )();
		self::assertTrue( $isNoticed );
	}

	public function testTurnsTheEndOfARequestIntoAnException(): void {
		$this->haltOnRedirect();
		try {
			wp_safe_redirect( home_url( '/next/' ) );
			self::fail( 'The redirect went on.' );
		} catch ( Halted $halted ) {
			self::assertSame( [ 'redirect', 'http://portal.example/next/', 302 ], [ $halted->reason, $halted->location, $halted->status ] );
		}
		$this->expectException( Halted::class );
		$this->expectExceptionMessage( 'No entry' );
		wp_die( 'No entry', 403 );
	}

	public function testShowsAPageThroughTheFrontEnd(): void {
		$page = self::page( '<!-- wp:paragraph --><p>For partners</p><!-- /wp:paragraph -->' );
		self::assertStringContainsString( '>For partners</p>', apply_filters( 'the_content', $page->post_content ) );
	}

	public function testRunsOnAStrictDatabaseAsAProductionSite(): void {
		global $wpdb;
		self::assertStringContainsString( 'STRICT_ALL_TABLES', (string) $wpdb->get_var( 'SELECT @@SESSION.sql_mode' ) );
		self::assertSame( 'production', wp_get_environment_type() );
		self::assertSame( 1, count( self::queriesOf( static fn () => $wpdb->get_var( 'SELECT 2' ) ) ) );
	}
}
