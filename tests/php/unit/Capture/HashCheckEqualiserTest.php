<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Capture;

use Causeway\Capture\HashCheckEqualiser;
use Causeway\Capture\SiteHashing;
use Causeway\Support\FrozenClock;
use Causeway\Support\Clock;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class HashCheckEqualiserTest extends TestCase {

	private const SITE = '$wp$2y$10$causewaycausewaycausewaycausewaycausewaycausewaycause';

	/** @return iterable<string, array{list<array{string, int}>, bool}> Checks as hash and nanoseconds; whether a dummy is due. */
	public static function attempts(): iterable {
		yield 'unknown name: no check' => [ [], true ];
		yield 'known name: one check' => [ [ [ self::SITE, 50_000_000 ] ], false ];
		yield 'password of more than 4096 bytes: refused unread' => [ [ [ self::SITE, 3_000 ] ], true ];
		yield 'old hash, phpass' => [ [ [ '$P$Bcauseway', 4_000_000 ] ], true ];
		yield 'old hash, MD5' => [ [ [ '5f4dcc3b5aa765d61d8327deb882cf99', 1_000 ] ], true ];
		yield 'bcrypt of less cost' => [ [ [ '$wp$2y$08$causeway', 15_000_000 ] ], true ];
		yield 'bcrypt of more cost' => [ [ [ '$wp$2y$12$causeway', 200_000_000 ] ], false ];
		yield 'bcrypt without WordPress’s prefix' => [ [ [ '$2y$10$causeway', 50_000_000 ] ], false ];
	}

	/** @param list<array{string, int}> $checks */
	#[DataProvider( 'attempts' )]
	public function testSpendsACheckExactlyWhereNoneOfTheSitesKindRan( array $checks, bool $isDue ): void {
		$clock     = new SteppedClock();
		$equaliser = new HashCheckEqualiser( $clock, static fn (): SiteHashing => new SiteHashing( PASSWORD_BCRYPT, [ 'cost' => 10 ] ) );
		$equaliser->begin();
		foreach ( $checks as [ $hash, $nanoseconds ] ) {
			$equaliser->found( 7, $hash );
			$clock->nanoseconds += $nanoseconds;
			$equaliser->checked( false );
		}
		self::assertSame( $isDue, $equaliser->equalise() );
		self::assertFalse( $equaliser->equalise(), 'never a second time' );
	}

	public function testAPersonRefusedBeforeTheCheckCostsOneToo(): void {
		$equaliser = new HashCheckEqualiser( new SteppedClock(), static fn (): SiteHashing => new SiteHashing( PASSWORD_BCRYPT, [ 'cost' => 4 ] ) );
		$equaliser->begin();
		$equaliser->found( 7, self::SITE );
		self::assertTrue( $equaliser->equalise() );
	}

	public function testSparesTheSecondCheckOfTheSamePersonOnly(): void {
		$clock     = new SteppedClock();
		$equaliser = new HashCheckEqualiser( $clock, static fn (): SiteHashing => new SiteHashing( PASSWORD_BCRYPT, [ 'cost' => 10 ] ) );
		$equaliser->begin();
		self::assertFalse( $equaliser->knowsWrong( 7 ) );
		$equaliser->found( 7, self::SITE );
		$clock->nanoseconds += 50_000_000;
		$equaliser->checked( false );
		self::assertTrue( $equaliser->knowsWrong( 7 ) );
		self::assertFalse( $equaliser->knowsWrong( 8 ) );
		$equaliser->begin();
		self::assertFalse( $equaliser->knowsWrong( 7 ), 'another attempt, perhaps another password' );
	}

	/** @return iterable<string, array{string, array<string, int>, string}> */
	public static function algorithms(): iterable {
		yield 'WordPress’s default' => [ PASSWORD_BCRYPT, [], PASSWORD_BCRYPT ];
		yield 'another cost' => [ PASSWORD_BCRYPT, [ 'cost' => 5 ], PASSWORD_BCRYPT ];
		if ( defined( 'PASSWORD_ARGON2ID' ) ) {
			yield 'Argon2id' => [ PASSWORD_ARGON2ID, [ 'memory_cost' => 1024 ], PASSWORD_ARGON2ID ];
		}
	}

	/** @param array<string, int> $options */
	#[DataProvider( 'algorithms' )]
	public function testTheDummyIsAWellFormedHashOfTheSitesKindAndCost( string $algorithm, array $options, string $expected ): void {
		$info = password_get_info( ( new SiteHashing( $algorithm, $options ) )->dummy() );
		self::assertSame( $expected, $info['algo'] );
		foreach ( $options as $name => $value ) {
			self::assertSame( $value, $info['options'][ $name ] );
		}
	}

	/** The bench measures the time; a salt that is not well-formed would be turned away at once, without any work. */
	public function testTheDummyIsComputedToItsEndAndNotTurnedAway(): void {
		$dummy = ( new SiteHashing( PASSWORD_BCRYPT, [ 'cost' => 5 ] ) )->dummy();
		$made  = crypt( 'wrong', $dummy );
		self::assertSame( [ 60, substr( $dummy, 0, 28 ) ], [ strlen( $made ), substr( $made, 0, 28 ) ] );
		self::assertNotSame( $dummy, $made );
	}

	public function testTakesARealCheckOfAnyCostForOne(): void {
		foreach ( [ 4, 6, 8 ] as $cost ) {
			$hash  = password_hash( 'right', PASSWORD_BCRYPT, [ 'cost' => $cost ] );
			$start = hrtime( true );
			password_verify( 'wrong', $hash );
			self::assertGreaterThan( ( new SiteHashing( PASSWORD_BCRYPT, [ 'cost' => $cost ] ) )->floorNanoseconds(), hrtime( true ) - $start );
		}
	}
}

/** A clock whose nanoseconds are set by hand. */
final class SteppedClock implements Clock {

	public int $nanoseconds = 0;

	public function now(): int {
		return ( new FrozenClock() )->now();
	}

	public function elapsedNanoseconds(): int {
		return $this->nanoseconds;
	}
}
