<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Capture;

use Causeway\Capture\FailureCounter;
use Causeway\Capture\FileCounter;
use Causeway\Capture\FileGateCounter;
use Causeway\Capture\PrivateDirectory;
use Causeway\Capture\StormGate;
use Causeway\Support\ClientAddress;
use Causeway\Support\FrozenClock;

final class StormGateTest extends CaptureTestCase {

	/** The first second of a window. */
	private const NOW = 1_790_000_100;

	private const BOT = '93.184.216.34';

	private const PERSON = '8.8.4.4';

	public function testInCalmWeatherItIsOpenToWhoeverFailsHoweverOften(): void {
		$waits = [];
		for ( $second = 0; $second < 200; $second++ ) {
			$waits[] = $this->attempt( self::BOT, self::NOW + $second );
		}
		self::assertSame( [ 0 ], array_values( array_unique( $waits ) ) );
	}

	public function testInAStormAMachineThatFailedTenTimesWaitsForTheNextWindow(): void {
		$this->rage( self::NOW );
		$waits = [];
		for ( $second = 1; $second <= 12; $second++ ) {
			$waits[] = $this->attempt( self::BOT, self::NOW + $second );
		}
		self::assertSame( [ ...array_fill( 0, StormGate::FAILURES_OF_A_MACHINE, 0 ), 289, 288 ], $waits );
		self::assertSame( 0, $this->attempt( self::PERSON, self::NOW + 13 ), 'somebody else is let through' );
		self::assertSame( 0, $this->attempt( self::BOT, self::NOW + FailureCounter::WINDOW_SECONDS ), 'and so is the machine in the next window' );
	}

	public function testInAStormTenASecondAreLetThroughFromWherever(): void {
		$this->rage( self::NOW );
		$waits = [];
		for ( $i = 0; $i < 30; $i++ ) {
			$waits[] = $this->attempt( '93.184.217.' . $i, self::NOW + 1 );
		}
		self::assertSame( [ ...array_fill( 0, StormGate::PER_SECOND, 0 ), ...array_fill( 0, 20, StormGate::BRIEF_SECONDS ) ], $waits );
		self::assertSame( 0, $this->attempt( self::PERSON, self::NOW + 1 + StormGate::BRIEF_SECONDS ), 'who comes again as told is let through' );
	}

	public function testAnAddressOfTheSitesOwnNetworkStandsForNobody(): void {
		$this->rage( self::NOW );
		foreach ( [ '10.0.0.7', '127.0.0.1', '192.168.1.1', '::1', 'fd00::1', '::ffff:10.0.0.7', '', 'unix:' ] as $at => $address ) {
			for ( $i = 0; $i < 9; $i++ ) {
				self::assertSame( 0, $this->attempt( $address, self::NOW + 2 * $at + intdiv( $i, 5 ) ), $address );
			}
			self::assertSame( 0, $this->attempt( $address, self::NOW + 2 * $at + 1 ), $address );
		}
	}

	public function testOpensAgainOnceTheStormIsOver(): void {
		$this->rage( self::NOW );
		for ( $i = 0; $i < 20; $i++ ) {
			$this->attempt( self::BOT, self::NOW + 1 );
		}
		self::assertGreaterThan( 0, $this->attempt( self::BOT, self::NOW + 2 ) );
		self::assertSame( 0, $this->attempt( self::BOT, self::NOW + 2 + FailureCounter::WINDOW_SECONDS ) );
	}

	public function testWhoIsTurnedAwayKeepsTheStormInSight(): void {
		$this->rage( self::NOW );
		for ( $second = 1; $second < 500; $second++ ) {
			$last = $this->attempt( self::BOT, self::NOW + $second ) + $this->attempt( self::BOT, self::NOW + $second );
		}
		self::assertGreaterThan( 0, $last ?? 0 );
		$report = $this->gate( self::BOT, self::NOW + 500 )->report();
		self::assertSame( [ 301 + 998, 998 - 2 * StormGate::FAILURES_OF_A_MACHINE, self::NOW ], [ $report?->failures, $report?->turnedAway, $report?->since ] );
	}

	public function testInCalmWeatherThereIsNothingToReport(): void {
		$this->attempt( self::BOT, self::NOW );
		self::assertNull( $this->gate( self::BOT, self::NOW )->report() );
	}

	public function testARequestIsJudgedOnceAndCountsOnce(): void {
		$this->rage( self::NOW );
		$gate    = $this->gate( self::BOT, self::NOW + 1 );
		$counter = new FileGateCounter( $this->directory(), 'key' );
		self::assertSame( [ 0, 0 ], [ $gate->secondsToWait(), $gate->secondsToWait() ] );
		$gate->loginFailed();
		$gate->loginFailed();
		self::assertSame( 1, $counter->failuresOf( ( new ClientAddress( self::BOT ) )->machine(), self::NOW + 1 ) );
		self::assertSame( 2, $counter->admit( self::NOW + 1 ) );
	}

	public function testTakesNoMoreRoomForAHundredThousandMachinesAndMixesFewUp(): void {
		$counter = new FileGateCounter( $this->directory(), 'key' );
		for ( $i = 0; $i < 5_000; $i++ ) {
			$counter->countFailure( 'machine ' . $i, self::NOW );
		}
		$mixed = 0;
		for ( $i = 0; $i < 2_000; $i++ ) {
			$mixed += 0 === $counter->failuresOf( 'person ' . $i, self::NOW ) ? 0 : 1;
		}
		self::assertLessThan( 10, $mixed );
		$counter->countFailure( 'x', self::NOW + 300 );
		$counter->countFailure( 'x', self::NOW + 900 );
		$files = glob( $this->folder . '/private/gate-*' ) ?: [];
		self::assertCount( 1, $files );
		self::assertLessThanOrEqual( 200_000, array_sum( array_map( filesize( ... ), $files ) ) );
	}

	public function testWithoutADirectoryEverybodyIsLetThrough(): void {
		$nowhere = new PrivateDirectory( $this->folder . '/missing', 'private', [] );
		for ( $i = 0; $i < 50; $i++ ) {
			$gate = new StormGate( new FileCounter( $nowhere ), new FileGateCounter( $nowhere, 'key' ), new FrozenClock( self::NOW ), static fn (): ClientAddress => new ClientAddress( self::BOT ) );
			self::assertSame( 0, $gate->secondsToWait() );
			$gate->loginFailed();
		}
	}

	/** One request with one login that fails, if it is let through. @return int Seconds to wait. */
	private function attempt( string $address, int $now ): int {
		$gate = $this->gate( $address, $now );
		$wait = $gate->secondsToWait();
		if ( 0 === $wait ) {
			( new FileCounter( $this->directory() ) )->count( $now );
			$gate->loginFailed();
		}
		return $wait;
	}

	private function gate( string $address, int $now ): StormGate {
		return new StormGate( new FileCounter( $this->directory() ), new FileGateCounter( $this->directory(), 'key' ), new FrozenClock( $now ), static fn (): ClientAddress => new ClientAddress( $address ) );
	}

	private function rage( int $now ): void {
		$counter = new FileCounter( $this->directory() );
		for ( $i = 0; $i < 301; $i++ ) {
			$counter->count( $now );
		}
	}
}
