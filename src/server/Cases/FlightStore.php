<?php

declare(strict_types=1);

namespace Causeway\Cases;

/**
 * Whose logins the flight recorder notes, and what it noted.
 *
 * @phpstan-type Recorded array{at: int, reference: string, isDecided: bool, entries: list<array{hook: string, priority: int, callbacks: list<array{name: string, component: string}>, verdict: string, codes: list<string>, changed: bool}>}
 */
interface FlightStore {

	/** Until when this person's logins are noted, Unix seconds; 0 where they are not. */
	public function armedUntil( int $userId ): int;

	/**
	 * @param list<string> $names What the person may type: login name, address.
	 * @return bool False where as many people are armed as may be.
	 */
	public function arm( int $userId, array $names, int $until ): bool;

	public function disarm( int $userId ): void;

	/** @return list<Recorded> Newest first. */
	public function recordings( int $userId ): array;

	/** Removes recordings and arming of one person. */
	public function forget( int $userId ): void;
}
