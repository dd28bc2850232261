<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Capture;

use Causeway\Capture\Attempt;
use Causeway\Capture\Recorder;
use Causeway\Capture\Spool;
use Causeway\Capture\Storm;
use Causeway\Capture\VendorCall;
use Causeway\Diagnosis\Classifier;
use Causeway\Diagnosis\SitePattern;
use Causeway\Diagnosis\SymptomMatch;
use Causeway\Support\FrozenClock;
use Causeway\Support\LoginNameHash;
use Causeway\Tests\Unit\Diagnosis\BuiltCatalog;
use PHPUnit\Framework\Attributes\DataProvider;

final class RecorderTest extends CaptureTestCase {

	private ListedAttempts $log;

	protected function setUp(): void {
		parent::setUp();
		$this->log = new ListedAttempts();
	}

	private function recorder( string ...$recorded ): Recorder {
		return new Recorder(
			$this->log,
			new Spool( $this->directory() ),
			new Storm( new ToldCounter(), new FrozenClock() ),
			[] === $recorded ? $this->classifier() : new Classifier( BuiltCatalog::BUILD . '/catalog/classifier.php', array_values( $recorded ) ),
			new LoginNameHash( 'key' ),
			new FrozenClock(),
			new SeededRandomness()
		);
	}

	private function only(): Attempt {
		self::assertCount( 1, $this->log->attempts );
		return array_values( $this->log->attempts )[0];
	}

	public function testWritesOneRowARequestHoweverManyPasswordsItTried(): void {
		$recorder = $this->recorder();
		$first    = $recorder->refused( 'xml-rpc', 'anna', 0, 'incorrect_password', 'The password you entered …', false );
		for ( $i = 0; $i < 500; $i++ ) {
			$recorder->refused( 'xml-rpc', 'person ' . $i, 0, 'invalid_username', '', false );
		}
		$recorder->write( 1, null );
		$recorder->write( 1, null );
		self::assertSame( 1, $this->log->statements );
		self::assertSame( $first->reference->letters(), $this->only()->reference->letters() );
	}

	public function testKnowsWhatWasRecordedForThisSiteAndOnlyWhereTheCatalogKnowsNothing(): void {
		$pattern  = SitePattern::of( SitePattern::comparable( 'Your green badge is stale' ), '', '', 0, 0 );
		$recorder = $this->recorder( $pattern->id );
		$recorder->refused( 'wp-login', 'anna', 0, 'badge_stale', '<strong>Error:</strong> Your green badge is stale.', false );
		$recorder->shown( '<div>Your green badge is stale.</div>' );
		$recorder->write( 1, null );
		self::assertSame( $pattern->ref(), $this->only()->symptom );
		self::assertSame( $pattern->ref(), $this->only()->shownSymptom );

		$known   = 'The password you entered for the username anna is incorrect.';
		$pattern = SitePattern::of( SitePattern::comparable( $known ), '', '', 0, 0 );
		self::assertSame( 'wordpress:incorrect-password', $this->recorder( $pattern->id )->recognise( 'wp-login', 'incorrect_password', $known )?->symptom );
	}

	public function testWritesNothingWhereNobodyWasRefused(): void {
		$this->recorder()->write( 1, null );
		self::assertSame( 0, $this->log->statements );
	}

	public function testWritesNothingForSomebodyWhoGotIn(): void {
		$recorder = $this->recorder();
		$recorder->refused( 'portal-page', 'anna', 0, 'incorrect_password', '', false );
		$recorder->drop();
		$recorder->write( 1, null );
		self::assertSame( 0, $this->log->statements );
	}

	/** @return iterable<string, array{string, string, string, string}> */
	public static function codes(): iterable {
		yield 'code and its own text' => [ 'wp-login', 'incorrect_password', '<strong>Error:</strong> The password you entered for …', 'wordpress:wrong-password' ];
		yield 'the same code with another plugin’s text' => [ 'wp-login', 'incorrect_password', 'The captcha is wrong', 'captcha:wrong' ];
		yield 'a front-end form through WordPress’s own login' => [ 'portal-page', 'pending_approval', 'x', 'approval:pending' ];
		yield 'a code that nobody knows' => [ 'wp-login', 'never_heard_of', 'x', '' ];
	}

	#[DataProvider( 'codes' )]
	public function testRecognisesBySourceThenCodeThenText( string $entry, string $code, string $text, string $symptom ): void {
		$recorder = $this->recorder();
		$recorder->refused( $entry, 'anna', 0, $code, $text, false );
		$recorder->write( 1, null );
		self::assertSame( [ $code, $symptom ], [ $this->only()->code, $this->only()->symptom ] );
	}

	public function testKeepsBothChannels(): void {
		$recorder = $this->recorder();
		$recorder->refused( 'wp-login', 'anna', 3, 'incorrect_password', 'The password you entered …', false );
		$recorder->shown( '<p><strong>ERROR</strong>: Too many attempts. Try later.</p>' );
		$recorder->write( 1, null );
		self::assertSame( [ 'wordpress:wrong-password', 'limiter:locked' ], [ $this->only()->symptom, $this->only()->shownSymptom ] );
	}

	public function testAPageSaysMoreThanTheHookBefore(): void {
		$recorder = $this->recorder();
		$recorder->refused( 'portal-page', 'anna', 0, 'incorrect_password', '', false );
		$recorder->seenInPage( 'anna', 9, new SymptomMatch( 'portal:opaque', 'password-if-vendor-call' ), true );
		$recorder->write( 1, new VendorCall( 'vendor', '/v2/Contacts/{id}', 204, '', '', 12 ) );
		$attempt = $this->only();
		self::assertSame( [ 'portal:opaque', true, 9 ], [ $attempt->shownSymptom, $attempt->isProven, $attempt->userId ] );
		self::assertSame( '{"system":"vendor","path":"/v2/Contacts/{id}","status":204,"code":"","fault":"","ms":12}', $attempt->portalCall );
	}

	/** @return iterable<string, array{string}> */
	public static function hostile(): iterable {
		yield 'markup' => [ '<script>alert(1)</script>' ];
		yield 'emoji' => [ '🙂🙂' ];
		yield 'invalid UTF-8' => [ "\xff\xfe" ];
		yield 'NUL and line breaks' => [ "a\0\r\n\tb" ];
		yield 'a megabyte' => [ str_repeat( 'x', 1_000_000 ) ];
	}

	#[DataProvider( 'hostile' )]
	public function testStoresOnlyShortAsciiWhateverIsTyped( string $hostile ): void {
		$recorder = $this->recorder();
		$recorder->refused( $hostile, $hostile, 0, $hostile, $hostile, false );
		$recorder->write( 1, new VendorCall( 'vendor', '/' . str_repeat( 'a', 300 ), 500, str_repeat( 'b', 64 ), 'timed-out', 5000 ) );
		$attempt = $this->only();
		$stored  = [ $attempt->entry, $attempt->loginHash, $attempt->code, $attempt->symptom, $attempt->shownSymptom, $attempt->viewHash, $attempt->portalCall ];
		foreach ( array_map( null, $stored, [ 16, 32, 64, 96, 96, 32, 190 ] ) as [ $text, $limit ] ) {
			self::assertMatchesRegularExpression( '/^[\x21-\x7e]{0,' . $limit . '}$/D', $text );
		}
		self::assertEquals( $attempt, Attempt::fromLine( $attempt->toLine() ), 'and survives the spool' );
	}

	public function testNeverKeepsTheTypedName(): void {
		$recorder = $this->recorder();
		$recorder->refused( 'wp-login', 'my-password-by-mistake', 0, 'invalid_username', 'The username my-password-by-mistake is not registered', false );
		$recorder->write( 1, null );
		self::assertStringNotContainsString( 'mistake', $this->only()->toLine() );
	}
}
