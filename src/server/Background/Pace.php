<?php

declare(strict_types=1);

namespace Causeway\Background;

/**
 * How fast a fresh refusal is looked at here.
 *
 * `fpm`: within seconds, by a kick after the answer has left. `worker`: by `wp causeway work`. `cron`: with the next WP-Cron run.
 * `stalled`: something has been due for minutes and nobody does it.
 */
final class Pace {

	private const WORKER_ALIVE_SECONDS = 90;

	private const STALLED_SECONDS = 180;

	/** @param bool $canFinishEarly Whether this server can end an answer and go on (PHP-FPM, LiteSpeed). */
	public function __construct(
		private readonly JobQueue $queue,
		private readonly Heartbeat $heartbeat,
		private readonly KickGate $gate,
		private readonly bool $canFinishEarly,
	) {}

	/** @return 'fpm'|'worker'|'cron'|'stalled' */
	public function now(): string {
		$ages   = $this->heartbeat->ages();
		$newest = [] === $ages ? PHP_INT_MAX : min( $ages );
		if ( $this->queue->backlog()['oldestDueSeconds'] > self::STALLED_SECONDS && $newest > self::STALLED_SECONDS ) {
			return 'stalled';
		}
		if ( ( $ages['worker'] ?? PHP_INT_MAX ) <= self::WORKER_ALIVE_SECONDS ) {
			return 'worker';
		}
		return $this->canFinishEarly && $this->gate->isUsable() ? 'fpm' : 'cron';
	}

	/** How many seconds ago work was last done; null before the first time. */
	public function lastWorkAge(): ?int {
		$ages = $this->heartbeat->ages();
		return [] === $ages ? null : min( $ages );
	}
}
