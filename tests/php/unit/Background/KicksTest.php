<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Background;

use Causeway\Background\KickGate;
use Causeway\Background\Pace;
use Causeway\Background\WorkSignature;
use Causeway\Support\FrozenClock;
use Causeway\Tests\Fakes\FixedHeartbeat;
use Causeway\Tests\Fakes\MemoryJobs;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class KicksTest extends TestCase {

	private string $directory;

	protected function setUp(): void {
		$this->directory = sys_get_temp_dir() . '/causeway-gate-' . bin2hex( random_bytes( 6 ) );
		mkdir( $this->directory );
	}

	protected function tearDown(): void {
		array_map( 'unlink', glob( $this->directory . '/*' ) ?: [] );
		rmdir( $this->directory );
	}

	public function test_the_gate_lets_one_through_in_five_seconds(): void {
		$clock = new FrozenClock();
		$gate  = new KickGate( $this->directory, $clock );

		self::assertTrue( $gate->pass() );
		self::assertFalse( $gate->pass() );
		$clock->advance( 4 );
		self::assertFalse( $gate->pass() );
		$clock->advance( 1 );
		self::assertTrue( $gate->pass() );
	}

	public function test_a_look_at_the_gate_says_what_a_try_would_find_and_uses_nothing_up(): void {
		$clock = new FrozenClock();
		$gate  = new KickGate( $this->directory, $clock );

		self::assertTrue( $gate->mayBeOpen() );
		self::assertTrue( $gate->mayBeOpen() );
		self::assertTrue( $gate->pass() );
		self::assertFalse( $gate->mayBeOpen() );
		$clock->advance( 5 );
		self::assertTrue( $gate->mayBeOpen() );
	}

	public function test_gates_of_other_names_do_not_use_up_each_others_turn(): void {
		$clock = new FrozenClock();

		self::assertTrue( ( new KickGate( $this->directory, $clock, 'poll' ) )->pass() );
		self::assertTrue( ( new KickGate( $this->directory, $clock, 'kick' ) )->pass() );
		self::assertFalse( ( new KickGate( $this->directory, $clock, 'poll' ) )->pass() );
	}

	public function test_without_a_directory_nothing_passes(): void {
		self::assertFalse( ( new KickGate( '', new FrozenClock() ) )->pass() );
		self::assertFalse( ( new KickGate( $this->directory . '/gone', new FrozenClock() ) )->pass() );
	}

	public function test_a_signature_is_good_for_a_minute_and_for_one_site(): void {
		$clock     = new FrozenClock();
		$signature = ( new WorkSignature( 'key', $clock ) )->make();

		self::assertTrue( ( new WorkSignature( 'key', $clock ) )->isGood( $signature ) );
		self::assertFalse( ( new WorkSignature( 'other', $clock ) )->isGood( $signature ) );
		self::assertFalse( ( new WorkSignature( '', $clock ) )->isGood( ( new WorkSignature( '', $clock ) )->make() ) );
		self::assertFalse( ( new WorkSignature( 'key', $clock ) )->isGood( '9' . $signature ) );
		$clock->advance( 61 );
		self::assertFalse( ( new WorkSignature( 'key', $clock ) )->isGood( $signature ) );
	}

	/** @return iterable<string, array{string, array<string, int>, int, bool}> */
	public static function paces(): iterable {
		yield 'a worker that beat lately' => [ 'worker', [ 'worker' => 30 ], 0, true ];
		yield 'a worker that is gone'     => [ 'cron', [ 'worker' => 300 ], 0, false ];
		yield 'a server that can go on'   => [ 'fpm', [], 0, true ];
		yield 'cron alone'                => [ 'cron', [ 'cron' => 50 ], 0, false ];
		yield 'due for minutes, nobody'   => [ 'stalled', [ 'cron' => 900 ], 600, true ];
		yield 'due for minutes, at work'  => [ 'cron', [ 'cron' => 20 ], 600, false ];
	}

	/** @param array<string, int> $ages */
	#[DataProvider( 'paces' )]
	public function test_says_how_fast_a_refusal_is_looked_at( string $expected, array $ages, int $waiting, bool $canFinishEarly ): void {
		$queue = new MemoryJobs();
		$queue->put( 'x', 0, 0, 'x' );
		$queue->now += $waiting;

		self::assertSame( $expected, ( new Pace( $queue, new FixedHeartbeat( $ages ), new KickGate( $this->directory, new FrozenClock() ), $canFinishEarly ) )->now() );
	}
}
