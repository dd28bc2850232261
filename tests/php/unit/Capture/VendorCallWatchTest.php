<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Capture;

use Causeway\Capture\VendorCallWatch;
use Causeway\Support\FrozenClock;
use PHPUnit\Framework\Attributes\DataProvider;

final class VendorCallWatchTest extends CaptureTestCase {

	private function watch(): VendorCallWatch {
		return new VendorCallWatch( $this->classifier(), new FixedSettings( [ '127.0.0.1:9100' => 'lab' ] ), new FrozenClock() );
	}

	/** @return iterable<string, array{string, string}> */
	public static function addresses(): iterable {
		yield 'the vendor’s own host' => [ 'https://api.vendor.example/v2/x', 'vendor' ];
		yield 'a connection’s base, by port' => [ 'http://127.0.0.1:9100/v2/x', 'lab' ];
		yield 'another port of the same machine' => [ 'http://127.0.0.1:9101/v2/x', '' ];
		yield 'a host that only ends alike' => [ 'https://evilvendor.example/x', '' ];
		yield 'somebody else' => [ 'https://api.wordpress.org/x', '' ];
		yield 'rubbish' => [ 'http:///', '' ];
	}

	#[DataProvider( 'addresses' )]
	public function testSeesCallsToVendorsOnly( string $url, string $system ): void {
		$watch = $this->watch();
		$watch->started( $url );
		$watch->ended( $url, 200, '', '' );
		self::assertSame( $system, $watch->mostTelling()->system ?? '' );
	}

	/** @return iterable<string, array{string, string}> */
	public static function paths(): iterable {
		yield 'a record' => [ '/crm/v2/Contacts/4876876000000333001', '/crm/v2/Contacts/{id}' ];
		yield 'a name' => [ '/users/anna@example.org', '/users/{id}' ];
		yield 'a GUID' => [ '/api/data/v9.2/contacts(2b1c0f4e-0000-1111-2222-333344445555)', '/api/data/v9.2/{id}' ];
		yield 'a query' => [ '/oauth/v2/token?client_secret=hush', '/oauth/v2/token' ];
		yield 'a long opaque word' => [ '/t/abcdefghijklmnopqrstuvwxyzabcdefghijklmnop', '/t/{id}' ];
	}

	#[DataProvider( 'paths' )]
	public function testKeepsThePathsShapeWithoutIds( string $path, string $shape ): void {
		self::assertSame( $shape, VendorCallWatch::pathShape( 'https://api.vendor.example' . $path ) );
	}

	/** @return iterable<string, array{string, string}> */
	public static function bodies(): iterable {
		yield 'code' => [ '{"code":"INVALID_TOKEN","details":{},"status":"error"}', 'INVALID_TOKEN' ];
		yield 'error' => [ '{"error":"invalid_code"}', 'invalid_code' ];
		yield 'list of errors' => [ '[{"errorCode":"REQUEST_LIMIT_EXCEEDED","message":"…"}]', 'REQUEST_LIMIT_EXCEEDED' ];
		yield 'error object' => [ '{"error":{"code":"InvalidAuth","message":"…"}}', 'InvalidAuth' ];
		yield 'a sentence is no word' => [ '{"error":"Contact anna@example.org"}', '' ];
		yield 'a number is none' => [ '{"code":17}', '' ];
		yield 'data of a record' => [ '{"data":[{"code":"X1","Email":"anna@example.org"}]}', '' ];
		yield 'HTML' => [ '<html><body>502</body></html>', '' ];
		yield 'broken JSON' => [ '{"code":"X', '' ];
		yield 'nothing' => [ '', '' ];
	}

	#[DataProvider( 'bodies' )]
	public function testKeepsTheVendorsErrorWordAndNothingElseOfTheAnswer( string $body, string $word ): void {
		self::assertSame( $word, VendorCallWatch::errorWord( $body ) );
	}

	/** @return iterable<string, array{string, string}> */
	public static function failures(): iterable {
		yield 'time-out' => [ 'cURL error 28: Operation timed out after 5001 milliseconds with 0 bytes received', 'timed-out' ];
		yield 'reset' => [ 'cURL error 56: Recv failure: Connection reset by peer', 'reset' ];
		yield 'empty reply' => [ 'cURL error 52: Empty reply from server', 'reset' ];
		yield 'refused' => [ 'cURL error 7: Failed to connect to 127.0.0.1 port 9 after 0 ms: Connection refused', 'unreachable' ];
		yield 'no such host' => [ 'cURL error 6: Could not resolve host', 'unreachable' ];
	}

	#[DataProvider( 'failures' )]
	public function testNamesTheFaultOfACallWithoutAnAnswer( string $error, string $fault ): void {
		$watch = $this->watch();
		$watch->ended( 'https://api.vendor.example/x', 0, '', $error );
		self::assertSame( $fault, $watch->mostTelling()?->fault );
		self::assertFalse( $watch->wentWell() );
	}

	/** @return iterable<string, array{int, string, string}> */
	public static function answers(): iterable {
		yield 'a record' => [ 200, '{"data":[{"id":"1"}]}', '' ];
		yield 'a record after a byte order mark' => [ 200, "\xEF\xBB\xBF{\"data\":[]}", '' ];
		yield 'a sign-in page' => [ 200, '<!DOCTYPE html><html><body>Sign in to continue</body></html>', 'malformed' ];
		yield 'JSON that breaks off' => [ 200, '{"data":[{"id":"48', 'malformed' ];
		yield 'an error’s own page' => [ 502, '<html><body>502</body></html>', '' ];
		yield 'a picture' => [ 200, "\x89PNG\r\n", '' ];
		yield 'a file that went to the disk' => [ 200, '', '' ];
		yield 'more than is looked at' => [ 200, '{"data":[' . str_repeat( '{"id":"1"},', 2000 ), '' ];
	}

	#[DataProvider( 'answers' )]
	public function testKnowsAnAnswerThatCannotBeRead( int $status, string $body, string $fault ): void {
		$watch = $this->watch();
		$watch->ended( 'https://api.vendor.example/x', $status, $body, '' );
		self::assertSame( $fault, $watch->mostTelling()?->fault );
		self::assertSame( 200 === $status && '' === $fault, $watch->wentWell() );
	}

	public function testTellsOfTheFirstCallThatWentWrong(): void {
		$watch = $this->watch();
		foreach ( [ [ '/token', 200 ], [ '/contact', 429 ], [ '/account', 500 ] ] as [ $path, $status ] ) {
			$watch->ended( 'https://api.vendor.example' . $path, $status, '', '' );
		}
		self::assertSame( '/contact', $watch->mostTelling()?->path );
	}

	public function testMeasuresHowLongTheVisitorWaited(): void {
		$clock = new FrozenClock();
		$watch = new VendorCallWatch( $this->classifier(), new FixedSettings(), $clock );
		$watch->started( 'https://api.vendor.example/x' );
		$clock->advance( 5 );
		$watch->ended( 'https://api.vendor.example/x', 0, '', 'timed out' );
		self::assertSame( 5000, $watch->mostTelling()?->milliseconds );
	}

	public function testForgetsAfterTheRequest(): void {
		$watch = $this->watch();
		$watch->ended( 'https://api.vendor.example/x', 200, '', '' );
		$watch->forget();
		self::assertFalse( $watch->wasSeen() );
	}
}
