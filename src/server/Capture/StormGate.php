<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Support\Clock;
use Causeway\Support\ClientAddress;
use Closure;

/**
 * Where the site wants it: lets only so many logins through while a storm of failed ones rages, before any password is looked at.
 *
 * It knows no names, so it cannot treat a known one otherwise than an unknown one. In calm weather it is open to everybody, whatever they did before.
 */
final class StormGate {

	/** A machine that failed so often in this window waits for the next. */
	public const FAILURES_OF_A_MACHINE = 10;

	/** Attempts let through in a second of a storm, from wherever: what two thirds of a processor can check. */
	public const PER_SECOND = 10;

	/** How long those wait who came beyond that. */
	public const BRIEF_SECONDS = 5;

	private ?int $secondsToWait = null;

	private bool $hasFailed = false;

	/** @param Closure(): ClientAddress $visitor */
	public function __construct(
		private readonly FailureCounter $failures,
		private readonly GateCounter $counter,
		private readonly Clock $clock,
		private readonly Closure $visitor,
	) {}

	/** Asked before each attempt of a request, answered once. @return int 0 where the attempt may go on. */
	public function secondsToWait(): int {
		return $this->secondsToWait ??= $this->judge( $this->clock->now() );
	}

	/** An attempt that was let through was refused. Counts once a request, through however many hooks it is told. */
	public function loginFailed(): void {
		if ( $this->hasFailed ) {
			return;
		}
		$this->hasFailed = true;
		$now = $this->clock->now();
		if ( $this->failures->isRaging( $now ) && ( $this->visitor )()->isPublic() ) {
			$this->counter->countFailure( ( $this->visitor )()->machine(), $now );
		}
	}

	/** Null in calm weather. */
	public function report(): ?StormReport {
		$now      = $this->clock->now();
		$failures = $this->failures->failures( $now );
		return $failures > FailureCounter::PER_WINDOW || $this->failures->isRaging( $now )
			? new StormReport( ( intdiv( $now, FailureCounter::WINDOW_SECONDS ) - 1 ) * FailureCounter::WINDOW_SECONDS, $failures, $this->counter->turnedAway( $now ) )
			: null;
	}

	private function judge( int $now ): int {
		if ( ! $this->failures->isRaging( $now ) ) {
			return 0;
		}
		$visitor = ( $this->visitor )();
		// An address of the site's own network may be that of a proxy, which stands for everybody.
		$isWorn = $visitor->isPublic() && $this->counter->failuresOf( $visitor->machine(), $now ) >= self::FAILURES_OF_A_MACHINE;
		if ( ! $isWorn && $this->counter->admit( $now ) <= self::PER_SECOND ) {
			return 0;
		}
		$this->failures->count( $now );
		$this->counter->turnAway( $now );
		return $isWorn ? max( self::BRIEF_SECONDS, FailureCounter::WINDOW_SECONDS - $now % FailureCounter::WINDOW_SECONDS ) : self::BRIEF_SECONDS;
	}
}
