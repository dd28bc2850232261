<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Capture;

use Causeway\Capture\Attempt;
use Causeway\Capture\FileCounter;
use Causeway\Capture\PrivateDirectory;
use Causeway\Capture\Recorder;
use Causeway\Capture\Spool;
use Causeway\Capture\SpoolDrain;
use Causeway\Capture\Storm;
use Causeway\Support\FrozenClock;
use Causeway\Support\LoginNameHash;
use Causeway\Support\Reference;
use PHPUnit\Framework\Attributes\DataProvider;

final class StormTest extends CaptureTestCase {

	private const NOW = 1_790_000_100;

	/** @return iterable<string, array{list<int>, bool}> Seconds at which failures happened; whether the last is in a storm. */
	public static function failures(): iterable {
		yield 'one' => [ [ 0 ], false ];
		yield 'five in a second' => [ [ 0, 0, 0, 0, 0 ], false ];
		yield 'six in a second' => [ [ 0, 0, 0, 0, 0, 0 ], true ];
		yield 'six in two seconds' => [ [ 0, 0, 0, 1, 1, 1 ], false ];
		yield '300 in five minutes' => [ range( 0, 299 ), false ];
		yield '301 in less than five minutes' => [ [ ...range( 0, 299 ), 299 ], true ];
		yield '301 over the edge of two files' => [ [ ...range( 100, 398 ), 398, 399 ], true ];
		yield 'one a second, for long' => [ range( 0, 900 ), false ];
		yield 'a storm that is over' => [ [ ...array_fill( 0, 20, 0 ), 400 ], false ];
	}

	/** @param list<int> $seconds */
	#[DataProvider( 'failures' )]
	public function testAStormIsMoreThanFiveASecondOr300InFiveMinutes( array $seconds, bool $isStorm ): void {
		$counter = new FileCounter( $this->directory() );
		$last    = false;
		foreach ( $seconds as $second ) {
			$last = $counter->count( self::NOW + $second );
		}
		self::assertSame( $isStorm, $last );
	}

	public function testKeepsTwoSmallFilesHoweverLongItCounts(): void {
		$counter = new FileCounter( $this->directory() );
		foreach ( range( 0, 3000, 100 ) as $second ) {
			$counter->count( self::NOW + $second );
		}
		self::assertLessThanOrEqual( 2, count( glob( $this->folder . '/private/rate-*' ) ?: [] ) );
	}

	public function testOneRequestCountsOnce(): void {
		$counter = new ToldCounter( true );
		$storm   = new Storm( $counter, new FrozenClock() );
		self::assertTrue( $storm->isRaging() && $storm->isRaging() );
		self::assertSame( 1, $counter->counted );
	}

	public function testInAStormNothingIsWrittenUntilTheBackgroundDrainsIt(): void {
		$log = $this->stormOf( 1000, $this->directory() );
		self::assertSame( 0, $log->statements );
		$report = ( new SpoolDrain( new Spool( $this->directory() ), $log, new SeededRandomness() ) )->drain( static fn (): bool => false );
		self::assertSame( [ 1000, 0, true ], [ $report->written, $report->damaged, $report->isDone ] );
		self::assertCount( 1000, $log->attempts );
		self::assertLessThanOrEqual( 0.01, $report->statements / 1000 );
		self::assertSame( [], glob( $this->folder . '/private/*' ), 'nothing is left behind' );
	}

	public function testWithoutADirectoryAStormLeavesSamples(): void {
		$log = $this->stormOf( 3000, new PrivateDirectory( $this->folder . '/missing', 'private', [] ) );
		self::assertGreaterThan( 5, $log->statements );
		self::assertLessThan( 75, $log->statements );
	}

	public function testADrainThatRunsOutOfTimeLeavesTheRestForTheNext(): void {
		$log    = $this->stormOf( 350, $this->directory() );
		$asked  = 0;
		$drain  = new SpoolDrain( new Spool( $this->directory() ), $log, new SeededRandomness() );
		$report = $drain->drain( static function () use ( &$asked ): bool {
			return ++$asked > 2;
		} );
		self::assertSame( [ 200, false ], [ $report->written, $report->isDone ] );
		self::assertSame( 150, $drain->drain( static fn (): bool => false )->written );
		self::assertCount( 350, $log->attempts );
	}

	public function testABatchLeftByADrainThatDiedIsTakenUpAndNothingIsCountedTwice(): void {
		$log   = $this->stormOf( 30, $this->directory() );
		$spool = new Spool( $this->directory() );
		$batch = $spool->batches( 'died' );
		self::assertCount( 1, $batch );
		$copy = (string) file_get_contents( $batch[0] );
		( new SpoolDrain( $spool, $log, new SeededRandomness() ) )->drain( static fn (): bool => false );
		file_put_contents( $batch[0], $copy );
		( new SpoolDrain( $spool, $log, new SeededRandomness() ) )->drain( static fn (): bool => false );
		self::assertCount( 30, $log->attempts );
	}

	public function testATornLineIsCountedAndLeftOut(): void {
		$log  = $this->stormOf( 3, $this->directory() );
		$file = $this->folder . '/private/spool';
		file_put_contents( $file, substr( (string) file_get_contents( $file ), 0, -20 ) . "\nrubbish\n\n" );
		$report = ( new SpoolDrain( new Spool( $this->directory() ), $log, new SeededRandomness() ) )->drain( static fn (): bool => false );
		self::assertSame( [ 2, 3 ], [ $report->written, $report->damaged ] );
	}

	public function testWhatComesInWhileABatchIsTakenAsideIsNotLost(): void {
		$spool = new Spool( $this->directory() );
		$log   = new ListedAttempts();
		$drain = new SpoolDrain( $spool, $log, new SeededRandomness() );
		for ( $i = 0; $i < 20; $i++ ) {
			$spool->append( self::attempt( $i ) );
			if ( 0 === $i % 3 ) {
				$drain->drain( static fn (): bool => false );
			}
		}
		$drain->drain( static fn (): bool => false );
		self::assertCount( 20, $log->attempts );
	}

	/** @return iterable<string, array{callable(string): void}> */
	public static function foreignDirectories(): iterable {
		yield 'readable by others' => [
			static function ( string $folder ): void {
				mkdir( $folder . '/private' );
				chmod( $folder . '/private', 0755 );
			},
		];
		yield 'a link' => [
			static function ( string $folder ): void {
				mkdir( $folder . '/elsewhere', 0700 );
				symlink( $folder . '/elsewhere', $folder . '/private' );
			},
		];
		yield 'a file' => [
			static function ( string $folder ): void {
				touch( $folder . '/private' );
			},
		];
	}

	/** @param callable(string): void $prepare */
	#[DataProvider( 'foreignDirectories' )]
	public function testRefusesADirectoryThatIsNotItsOwn( callable $prepare ): void {
		$prepare( $this->folder );
		self::assertNull( @$this->directory()->path() );
	}

	public function testRefusesTheWebRoot(): void {
		self::assertNull( ( new PrivateDirectory( $this->folder, 'private', [ dirname( $this->folder ) ] ) )->path() );
	}

	private function stormOf( int $count, PrivateDirectory $directory ): ListedAttempts {
		$log        = new ListedAttempts();
		$randomness = new SeededRandomness();
		for ( $i = 0; $i < $count; $i++ ) {
			$recorder = new Recorder(
				$log,
				new Spool( $directory ),
				new Storm( new ToldCounter( true ), new FrozenClock() ),
				$this->classifier(),
				new LoginNameHash( 'key' ),
				new FrozenClock(),
				$randomness
			);
			$recorder->refused( 'wp-login', 'person ' . $i, 0, 'invalid_username', '', false );
			$recorder->write( 1, null );
		}
		return $log;
	}

	private static function attempt( int $seed ): Attempt {
		$reference = Reference::parse( str_pad( (string) $seed, 8, '0', STR_PAD_LEFT ) );
		self::assertNotNull( $reference );
		return new Attempt( $reference, 1, self::NOW, 'wp-login', 0, str_repeat( 'a', 32 ), 'x', '', '', false, '', '' );
	}
}
