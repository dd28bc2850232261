<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Capture;

use Causeway\Support\LoginNameHash;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class LoginNameHashTest extends TestCase {

	/** @return iterable<string, array{string, string}> */
	public static function sameNames(): iterable {
		yield 'case' => [ 'Anna@Example.ORG', 'anna@example.org' ];
		yield 'blanks around it' => [ "  anna\t\r\n", 'anna' ];
		yield 'case beyond ASCII' => [ 'ÄRGER', 'ärger' ];
		yield 'what comes after sixty characters' => [ str_repeat( 'a', 60 ) . 'b', str_repeat( 'a', 60 ) . 'c' ];
		yield 'sixty characters of four bytes' => [ str_repeat( '🙂', 60 ) . 'x', str_repeat( '🙂', 60 ) . 'y' ];
	}

	#[DataProvider( 'sameNames' )]
	public function testTakesTheseForOneName( string $one, string $other ): void {
		$hash = new LoginNameHash( 'key' );
		self::assertSame( $hash->of( $other ), $hash->of( $one ) );
	}

	/** @return iterable<string, array{string}> */
	public static function hostileNames(): iterable {
		yield 'markup' => [ '<script>alert(1)</script>' ];
		yield 'SQL' => [ "' OR 1=1 -- \\" ];
		yield 'NUL and control characters' => [ "a\0b\r\n\x1b" ];
		yield 'invalid UTF-8' => [ "\xff\xfe\xc3\x28" ];
		yield 'emoji' => [ '🙂' ];
		yield 'serialised object' => [ 'O:8:"stdClass":0:{}' ];
		yield 'a megabyte' => [ str_repeat( 'é', 500_000 ) ];
	}

	#[DataProvider( 'hostileNames' )]
	public function testMakesThirtyTwoHexadecimalDigitsOfAnything( string $typed ): void {
		self::assertMatchesRegularExpression( '/^[0-9a-f]{16}$/D', ( new LoginNameHash( 'key' ) )->of( $typed ) );
	}

	public function testDiffersFromSiteToSite(): void {
		self::assertNotSame( ( new LoginNameHash( 'one' ) )->of( 'anna' ), ( new LoginNameHash( 'two' ) )->of( 'anna' ) );
	}

	public function testNamesNobodyByBlanks(): void {
		self::assertSame( '', ( new LoginNameHash( 'key' ) )->of( " \t\n" ) );
	}

	public function testNeedsNoMoreMemoryForAHundredMegabytes(): void {
		$typed  = str_repeat( 'a', 100_000_000 );
		$before = memory_get_usage();
		( new LoginNameHash( 'key' ) )->of( $typed );
		self::assertLessThan( 65_536, memory_get_peak_usage() - $before );
	}
}
