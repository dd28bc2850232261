<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Notifications;

use Causeway\Notifications\QuietHours;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Hours of a clock on a wall, which summer time moves. */
final class QuietHoursTest extends TestCase {

	/** @return iterable<string, array{string, string, string, int}> From, to, now in Berlin, seconds left. */
	public static function moments(): iterable {
		yield 'before the night' => [ '22:00', '07:00', '2026-11-26 21:59', 0 ];
		yield 'as it begins' => [ '22:00', '07:00', '2026-11-26 22:00', 9 * 3_600 ];
		yield 'after midnight' => [ '22:00', '07:00', '2026-11-27 06:30', 1_800 ];
		yield 'as it ends' => [ '22:00', '07:00', '2026-11-27 07:00', 0 ];
		yield 'within a day' => [ '12:00', '13:00', '2026-11-27 12:15', 2_700 ];
		yield 'outside of it' => [ '12:00', '13:00', '2026-11-27 14:00', 0 ];
		yield 'a night that loses an hour' => [ '22:00', '07:00', '2026-03-28 22:00', 8 * 3_600 ];
		yield 'a night that wins an hour' => [ '22:00', '07:00', '2026-10-24 22:00', 10 * 3_600 ];
		yield 'hours that are none' => [ '08:00', '08:00', '2026-11-27 08:00', 0 ];
	}

	#[DataProvider( 'moments' )]
	public function test_end_when_the_clock_on_the_wall_says_so( string $from, string $to, string $now, int $left ): void {
		$zone = new \DateTimeZone( 'Europe/Berlin' );
		self::assertSame( $left, ( new QuietHours( QuietHours::minute( $from ), QuietHours::minute( $to ) ) )->secondsLeft( ( new \DateTimeImmutable( $now, $zone ) )->getTimestamp(), $zone ) );
	}

	public function test_the_digest_is_always_still_to_come(): void {
		$zone = new \DateTimeZone( 'America/New_York' );
		$now  = ( new \DateTimeImmutable( '2026-11-26 08:00', $zone ) )->getTimestamp();
		self::assertSame( $now + 86_400, ( new QuietHours( null, null, 480 ) )->nextDigest( $now, $zone ) );
		self::assertSame( $now + 60, ( new QuietHours( null, null, 481 ) )->nextDigest( $now, $zone ) );
	}

	public function test_reads_times_and_nothing_else(): void {
		self::assertSame( [ 0, 1_439, null, null, null ], array_map( QuietHours::minute( ... ), [ '00:00', '23:59', '24:00', '7:00', "07:00\n" ] ) );
	}
}
