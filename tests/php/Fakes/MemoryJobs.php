<?php

declare(strict_types=1);

namespace Causeway\Tests\Fakes;

use Causeway\Background\Job;
use Causeway\Background\JobQueue;

/** A queue in memory, with time that moves by hand. */
final class MemoryJobs implements JobQueue {

	public int $now = 1000;

	/** @var array<string, array{job: Job, runAt: int, lease: int, dead: string, again: bool}> By unique key. */
	public array $rows = [];

	private int $nextId = 1;

	public function put( string $kind, int $subject, int $delaySeconds, string $uniqueKey, int $priority = 50 ): void {
		$row = $this->rows[ $uniqueKey ] ?? null;
		if ( null !== $row ) {
			$this->rows[ $uniqueKey ] = [ ...$row, 'runAt' => min( $row['runAt'], $this->now + $delaySeconds ), 'again' => true, 'dead' => '' ];
			return;
		}
		$this->rows[ $uniqueKey ] = [
			'job'   => new Job( $this->nextId++, $kind, $subject, $uniqueKey, $priority, 0, '', '', 0 ),
			'runAt' => $this->now + $delaySeconds,
			'lease' => 0,
			'dead'  => '',
			'again' => false,
		];
	}

	public function claim( string $owner, int $limit, int $leaseSeconds ): array {
		$due = array_filter( $this->rows, fn ( array $row ): bool => '' === $row['dead'] && $row['runAt'] <= $this->now && $row['lease'] < $this->now );
		uasort( $due, static fn ( array $a, array $b ): int => [ $a['job']->priority, $a['runAt'], $a['job']->id ] <=> [ $b['job']->priority, $b['runAt'], $b['job']->id ] );
		$jobs = [];
		foreach ( array_slice( $due, 0, $limit, true ) as $key => $row ) {
			$old                = $row['job'];
			$job                = new Job( $old->id, $old->kind, $old->subject, $key, $old->priority, $old->attempts + 1, $old->cursor, $owner, $old->fence + 1 );
			$this->rows[ $key ] = [ ...$row, 'job' => $job, 'lease' => $this->now + $leaseSeconds, 'again' => false ];
			$jobs[]             = $job;
		}
		return $jobs;
	}

	public function renew( Job $job, int $leaseSeconds, string $cursor ): bool {
		return $this->isHeld( $job );
	}

	public function done( Job $job ): bool {
		if ( ! $this->isHeld( $job ) ) {
			return false;
		}
		if ( $this->rows[ $job->uniqueKey ]['again'] ) {
			return $this->retry( $job, 0, '', '' );
		}
		unset( $this->rows[ $job->uniqueKey ] );
		return true;
	}

	public function retry( Job $job, int $delaySeconds, string $error, string $cursor ): bool {
		if ( ! $this->isHeld( $job ) ) {
			return false;
		}
		$this->rows[ $job->uniqueKey ] = [
			'job'   => new Job( $job->id, $job->kind, $job->subject, $job->uniqueKey, $job->priority, '' === $error ? 0 : $job->attempts, $cursor, '', $job->fence ),
			'runAt' => $this->now + $delaySeconds,
			'lease' => 0,
			'dead'  => '',
			'again' => false,
		];
		return true;
	}

	public function bury( Job $job, string $error ): bool {
		if ( ! $this->isHeld( $job ) ) {
			return false;
		}
		$this->rows[ $job->uniqueKey ]['dead'] = $error;
		return true;
	}

	public function nextRunAt( string ...$uniqueKeys ): ?int {
		$times = array_column( array_intersect_key( $this->rows, array_flip( $uniqueKeys ) ), 'runAt' );
		return [] === $times ? null : min( $times );
	}

	public function isDue(): bool {
		return [] !== array_filter( $this->rows, fn ( array $row ): bool => $row['runAt'] <= $this->now );
	}

	public function backlog(): array {
		$due = array_map( static fn ( array $row ): int => $row['runAt'], $this->rows );
		return [
			'ready'            => count( $this->rows ),
			'dead'             => count( array_filter( $this->rows, static fn ( array $row ): bool => '' !== $row['dead'] ) ),
			'oldestDueSeconds' => [] === $due ? 0 : max( 0, $this->now - min( $due ) ),
		];
	}

	private function isHeld( Job $job ): bool {
		$row = $this->rows[ $job->uniqueKey ] ?? null;
		return null !== $row && $row['job']->owner === $job->owner && $row['job']->fence === $job->fence;
	}
}
