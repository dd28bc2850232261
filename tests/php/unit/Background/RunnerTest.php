<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Background;

use Causeway\Background\Deadline;
use Causeway\Background\Job;
use Causeway\Background\JobKinds;
use Causeway\Background\JobResult;
use Causeway\Background\Runner;
use Causeway\Support\FrozenClock;
use Causeway\Tests\Fakes\FixedHeartbeat;
use Causeway\Tests\Fakes\MemoryJobs;
use Causeway\Tests\Fakes\SequenceRandomness;
use PHPUnit\Framework\TestCase;

final class RunnerTest extends TestCase {

	private MemoryJobs $queue;

	private JobKinds $kinds;

	private FrozenClock $clock;

	protected function setUp(): void {
		$this->queue = new MemoryJobs();
		$this->kinds = new JobKinds();
		$this->clock = new FrozenClock();
	}

	public function test_runs_what_is_due_by_priority_and_leaves_what_is_not(): void {
		$seen = [];
		$this->kinds->add( 'note', static function ( Job $job ) use ( &$seen ): JobResult {
			$seen[] = $job->subject;
			return JobResult::done();
		} );
		$this->queue->put( 'note', 1, 0, 'a', 50 );
		$this->queue->put( 'note', 2, 0, 'b', 10 );
		$this->queue->put( 'note', 3, 60, 'c', 10 );

		$report = $this->runner()->work( 5.0 );

		self::assertSame( [ 2, 1 ], $seen );
		self::assertSame( 2, $report->done );
		self::assertSame( [ 'c' ], array_keys( $this->queue->rows ) );
	}

	public function test_works_for_no_site_that_is_gone(): void {
		$this->kinds->notice( fn () => $this->queue->put( 'note', 0, 0, 'noticed' ) );
		$this->queue->put( 'note', 0, 0, 'left' );
		$runner = new Runner( $this->queue, $this->kinds, new FixedHeartbeat( hasSite: false ), $this->clock, new SequenceRandomness() );

		self::assertSame( 0, $runner->work( 5.0 )->done );
		self::assertSame( [ 'left' ], array_keys( $this->queue->rows ) );
	}

	public function test_a_notice_may_bring_the_work_of_the_same_run(): void {
		$this->kinds->notice( static fn () => throw new \RuntimeException( 'This room is broken.' ) );
		$this->kinds->notice( fn () => $this->queue->put( 'note', 0, 0, 'noticed' ) );
		$this->kinds->add( 'note', static fn (): JobResult => JobResult::done() );

		self::assertSame( 1, $this->runner()->work( 5.0 )->done );
	}

	public function test_a_job_that_throws_is_tried_again_within_its_back_off_and_hides_no_other(): void {
		$this->kinds->add( 'bad', static fn (): JobResult => throw new \RuntimeException( 'no' ) );
		$this->kinds->add( 'good', static fn (): JobResult => JobResult::done() );
		$this->queue->put( 'bad', 0, 0, 'bad', 1 );
		$this->queue->put( 'good', 0, 0, 'good', 2 );

		$report = $this->runner()->work( 5.0 );

		self::assertSame( [ 1, 1 ], [ $report->failed, $report->done ] );
		self::assertSame( [ 'bad #0: RuntimeException: no' ], $report->errors );
		self::assertGreaterThan( $this->queue->now, $this->queue->rows['bad']['runAt'] );
		self::assertLessThanOrEqual( $this->queue->now + 4, $this->queue->rows['bad']['runAt'] );
	}

	public function test_a_job_is_put_aside_after_a_dozen_failures(): void {
		$this->kinds->add( 'bad', static fn (): JobResult => JobResult::failed( 'still no' ) );
		$this->queue->put( 'bad', 0, 0, 'bad' );
		for ( $round = 0; $round < 12; $round++ ) {
			$this->queue->now += 2000;
			$this->runner()->work( 5.0 );
		}

		self::assertSame( 'still no', $this->queue->rows['bad']['dead'] );
	}

	public function test_a_job_that_kills_every_worker_is_put_aside_unrun(): void {
		$runs = 0;
		$this->kinds->add( 'deadly', static function () use ( &$runs ): JobResult {
			++$runs;
			return JobResult::done();
		} );
		$this->queue->put( 'deadly', 0, 0, 'deadly' );
		for ( $death = 0; $death < 12; $death++ ) {
			$this->queue->claim( 'dies', 1, 60 );
			$this->queue->now += 100;
		}

		self::assertSame( 1, $this->runner()->work( 5.0 )->dead );
		self::assertSame( 0, $runs );
	}

	public function test_stops_when_the_time_is_over_and_keeps_the_cursor(): void {
		$this->kinds->add( 'long', function ( Job $job, Deadline $deadline ): JobResult {
			self::assertFalse( $deadline->isOver() );
			$this->clock->advance( 3 );
			return JobResult::more( $job->cursor . 'x' );
		} );
		$this->queue->put( 'long', 0, 0, 'long' );

		$report = $this->runner()->work( 5.0 );

		self::assertSame( 2, $report->again );
		self::assertSame( 'xx', $this->queue->rows['long']['job']->cursor );
	}

	public function test_no_job_goes_on_for_longer_than_its_lease_allows(): void {
		$seconds = 0;
		$this->kinds->add( 'endless', function ( Job $job, Deadline $deadline ) use ( &$seconds ): JobResult {
			while ( ! $deadline->isOver() ) {
				$this->clock->advance( 1 );
				++$seconds;
			}
			return JobResult::done();
		} );
		$this->queue->put( 'endless', 0, 0, 'endless' );

		$this->runner()->work( 60.0 );

		self::assertSame( 5, $seconds );
	}

	public function test_work_of_no_known_kind_is_put_aside(): void {
		$this->queue->put( 'forgotten', 0, 0, 'x' );

		self::assertSame( 1, $this->runner()->work( 5.0 )->dead );
	}

	private function runner(): Runner {
		return new Runner( $this->queue, $this->kinds, new FixedHeartbeat(), $this->clock, new SequenceRandomness() );
	}
}
