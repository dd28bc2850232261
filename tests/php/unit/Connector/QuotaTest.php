<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Connector;

use Causeway\Connector\Connection;
use Causeway\Connector\Quota;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** When the system's calls will be used up, told from what was seen of them. */
final class QuotaTest extends TestCase {

	private const NOW = 1_795_000_000;

	/** @return iterable<string, array{array<int, int>, int|null}> Second → calls left then; in how many seconds after the last they are used up. */
	public static function sightings(): iterable {
		yield 'one sighting says nothing' => [ [ 0 => 9_000 ], null ];
		yield 'nine minutes say nothing' => [ [ 0 => 9_000, 540 => 8_000 ], null ];
		yield 'a thousand an hour' => [ [ 0 => 9_000, 3_600 => 8_000 ], 8 * 3_600 ];
		yield 'by way of others' => [ [ 0 => 9_000, 1_200 => 8_900, 3_600 => 8_000 ], 8 * 3_600 ];
		yield 'nobody calls' => [ [ 0 => 9_000, 3_600 => 9_000 ], null ];
		yield 'they last beyond the day' => [ [ 0 => 9_000, 3_600 => 8_990 ], null ];
		yield 'they were renewed: measured anew' => [ [ 0 => 9_000, 3_600 => 1_000, 4_200 => 10_000 ], null ];
		yield 'after they were renewed' => [ [ 0 => 1_000, 600 => 10_000, 4_200 => 9_000 ], 9 * 3_600 ];
		yield 'what was long ago no longer counts' => [ [ 0 => 10_000, 7_000 => 9_990, 10_600 => 8_990 ], (int) ceil( 8_990 * 3_600 / 1_000 ) ];
		yield 'none left is no forecast' => [ [ 0 => 9_000, 3_600 => 0 ], null ];
	}

	/** @param array<int, int> $sightings */
	#[DataProvider( 'sightings' )]
	public function test_are_forecast_from_their_pace( array $sightings, ?int $in ): void {
		$facts = [];
		$at    = self::NOW;
		foreach ( $sightings as $second => $left ) {
			$at    = self::NOW + $second;
			$facts = array_merge( $facts, Quota::withPace( $facts, [ 'quotaLimit' => '10000', 'quotaRemaining' => (string) $left, 'quotaSeenAt' => (string) $at ] ) );
		}
		self::assertSame( null === $in ? null : $at + $in, $this->quota( $facts, $at )->runsOutAt );
	}

	public function test_a_forecast_is_worth_nothing_once_nobody_has_looked_for_an_hour(): void {
		$facts = [ 'quotaRemaining' => '8000', 'quotaSeenAt' => (string) self::NOW, 'quotaPaceAt' => (string) ( self::NOW - 3_600 ), 'quotaPaceFrom' => '9000' ];
		self::assertSame( self::NOW + 8 * 3_600, $this->quota( $facts, self::NOW + 3_600 )->runsOutAt );
		self::assertNull( $this->quota( $facts, self::NOW + 3_601 )->runsOutAt );
	}

	public function test_other_news_are_left_as_they_are(): void {
		self::assertSame( [ 'apiDomain' => 'x' ], Quota::withPace( [], [ 'apiDomain' => 'x' ] ) );
		self::assertSame( [ 'quotaRemaining' => '', 'quotaSeenAt' => '' ], Quota::withPace( [], [ 'quotaRemaining' => '', 'quotaSeenAt' => '' ] ) );
	}

	/** @param array<string, string> $facts */
	private function quota( array $facts, int $now ): Quota {
		return Quota::of( new Connection( 'zoho-crm', 'zoho-crm', [], [], false, $facts ), $now );
	}
}
