<?php

declare(strict_types=1);

namespace Causeway\Background;

/**
 * Work that is due, leased to one worker at a time.
 *
 * Times are the database's: clocks of web nodes may differ by minutes. Every write of a worker carries its owner and fence and answers false
 * where the lease is lost; the worker stops then at once.
 */
interface JobQueue {

	/**
	 * Asks for work. The same unique key is one job: asked again, it runs at the earlier of both times, once more if it is running just now.
	 *
	 * @param int $delaySeconds From now, by the database's clock.
	 * @param int $priority     Lower runs first.
	 */
	public function put( string $kind, int $subject, int $delaySeconds, string $uniqueKey, int $priority = 50 ): void;

	/**
	 * Leases due work.
	 *
	 * @return list<Job>
	 */
	public function claim( string $owner, int $limit, int $leaseSeconds ): array;

	/** Prolongs a lease, and keeps where the work stands. */
	public function renew( Job $job, int $leaseSeconds, string $cursor ): bool;

	public function done( Job $job ): bool;

	/**
	 * Gives the job back for later.
	 *
	 * @param string $error '' where nothing went wrong: the count of attempts starts anew then.
	 */
	public function retry( Job $job, int $delaySeconds, string $error, string $cursor ): bool;

	/** Puts the job aside for a person to look at. */
	public function bury( Job $job, string $error ): bool;

	/** When a job with this key runs next, Unix seconds; null where there is none, or a dead one. */
	public function nextRunAt( string ...$uniqueKeys ): ?int;

	/** Whether anything is due now: one indexed read. */
	public function isDue(): bool;

	/** @return array{ready: int, dead: int, oldestDueSeconds: int} How long the oldest due job has been waiting. */
	public function backlog(): array;
}
