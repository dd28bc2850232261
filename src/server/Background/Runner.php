<?php

declare(strict_types=1);

namespace Causeway\Background;

use Causeway\Support\Clock;
use Causeway\Support\Randomness;

/**
 * Does due work in a slice of time. Any number of runners may work at once, on any number of nodes.
 *
 * A job that throws is tried again later, with full jitter, and put aside after a dozen starts; it never stops the others.
 */
final class Runner {

	private const LEASE_SECONDS = 60;

	/** For how long one job goes on before it gives way to what is more urgent, and long before its lease is over. */
	private const SLICE_SECONDS = 5.0;

	private const MOST_STARTS = 12;

	private const BASE_SECONDS = 2;

	private const CAP_SECONDS = 900;

	/** Share of the memory limit above which a slice ends. */
	private const MEMORY_SHARE = 0.6;

	public function __construct(
		private readonly JobQueue $queue,
		private readonly JobKinds $kinds,
		private readonly Heartbeat $heartbeat,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
	) {}

	/**
	 * Works until nothing is due or the time is over.
	 *
	 * @param 'worker'|'loopback'|'admin'|'cron' $by
	 * @param int                               $mostJobs Stops after that many.
	 */
	public function work( float $seconds, string $by = 'worker', int $mostJobs = PHP_INT_MAX ): WorkReport {
		$deadline = new Deadline( $this->clock, $seconds );
		$started  = $this->clock->elapsedNanoseconds();
		$counts   = [
			'done'   => 0,
			'more'   => 0,
			'failed' => 0,
			'dead'   => 0,
		];
		$errors   = [];
		$hasSite  = $this->heartbeat->beat( $by );
		if ( $hasSite ) {
			$this->look();
		}
		while ( $hasSite && ! $deadline->isOver() && array_sum( $counts ) < $mostJobs && ! $this->isMemoryShort() ) {
			$job = $this->queue->claim( bin2hex( $this->randomness->bytes( 8 ) ), 1, self::LEASE_SECONDS )[0] ?? null;
			if ( null === $job ) {
				break;
			}
			$result = $this->run( $job, $deadline );
			++$counts[ $result->outcome ];
			if ( '' !== $result->error ) {
				$errors[] = "{$job->kind} #{$job->subject}: {$result->error}";
			}
		}
		return new WorkReport( $counts['done'], $counts['more'], $counts['failed'], $counts['dead'], ( $this->clock->elapsedNanoseconds() - $started ) / 1e9, $errors );
	}

	/** Lets every room say what has come up. One that fails does not hide the others'. */
	private function look(): void {
		foreach ( $this->kinds->notices() as $notice ) {
			try {
				$notice();
			} catch ( \Throwable ) {
				continue;
			}
		}
	}

	private function run( Job $job, Deadline $deadline ): JobResult {
		$work = $this->kinds->get( $job->kind );
		if ( null === $work ) {
			$result = JobResult::dead( 'Nobody here knows this kind of work.' );
		} elseif ( $job->attempts > self::MOST_STARTS ) {
			$result = JobResult::dead( 'Started a dozen times and never finished.' );
		} else {
			try {
				$result = $work( $job, $deadline->within( self::SLICE_SECONDS ) );
			} catch ( \Throwable $error ) {
				$result = JobResult::failed( get_class( $error ) . ': ' . $error->getMessage() );
			}
			if ( 'failed' === $result->outcome && $job->attempts >= self::MOST_STARTS ) {
				$result = JobResult::dead( $result->error );
			}
		}
		match ( $result->outcome ) {
			'done' => $this->queue->done( $job ),
			'more' => $this->queue->retry( $job, $result->delaySeconds, '', $result->cursor ),
			'dead' => $this->queue->bury( $job, $result->error ),
			'failed' => $this->queue->retry( $job, $this->backOff( $job->attempts ), '' === $result->error ? 'failed' : $result->error, $job->cursor ),
		};
		return $result;
	}

	/** Full jitter: anywhere between one second and the doubled wait. */
	private function backOff( int $attempts ): int {
		$ceiling = (int) min( self::CAP_SECONDS, self::BASE_SECONDS * 2 ** min( $attempts, 12 ) );
		$random  = unpack( 'N', $this->randomness->bytes( 4 ) );
		return 1 + ( is_array( $random ) && is_int( $random[1] ) ? $random[1] % $ceiling : 0 );
	}

	private function isMemoryShort(): bool {
		$setting = trim( (string) ini_get( 'memory_limit' ) );
		$unit    = [
			'k' => 1024,
			'm' => 1024 ** 2,
			'g' => 1024 ** 3,
		][ strtolower( substr( $setting, -1 ) ) ] ?? 1;
		$limit   = (int) $setting * $unit;
		return $limit > 0 && memory_get_usage() > $limit * self::MEMORY_SHARE;
	}
}
