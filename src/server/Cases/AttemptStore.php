<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Support\Reference;

/** The attempts that Capture wrote. */
interface AttemptStore {

	/** Writes down a refusal that no login page of this site saw. */
	public function note( int $userId, string $entry, string $code, string $symptom, int $at ): void;

	/**
	 * The same for one that comes with an id of its own: noted again, it is still one.
	 *
	 * @param string $key     What makes it the same.
	 * @param string $address Of somebody whom this site may not know; '' for none. Kept as a keyed hash alone.
	 */
	public function noteOnce( string $key, int $userId, string $address, string $entry, string $symptom, int $at ): void;

	/** Whether any belongs to no case yet: one indexed read. */
	public function isWaiting(): bool;

	/** @return list<AttemptRecord> Those that belong to no case yet, oldest first. */
	public function unassigned( int $limit ): array;

	/** @param list<int> $ids Those that belong to another case already are left alone. */
	public function assign( array $ids, int $caseId ): void;

	public function byReference( Reference $reference ): ?AttemptRecord;

	/** Remembers the hash of the token that was mailed last for this attempt; an earlier one opens nothing any more. */
	public function rememberMailed( int $id, string $mailHash, int $at ): void;

	/**
	 * Changes a mailed token for a view token, once.
	 *
	 * @param int $mailedAfter Tokens mailed before this moment are too old.
	 * @return bool Whether this call did it.
	 */
	public function takeMailed( Reference $reference, #[\SensitiveParameter] string $mailHash, int $mailedAfter, string $viewHash, int $at ): bool;

	/** @return list<AttemptRecord> Newest first. */
	public function ofCase( int $caseId, int $limit ): array;

	/** The newest attempt of a case in which the person was proved. */
	public function newestProven( int $caseId ): ?AttemptRecord;

	/** Moves all attempts of a case that are in one state to the next. */
	public function advance( int $caseId, AttemptState $from, AttemptState $to ): void;

	/** @return array{all: int, unexplained: int} Of the newest few thousand attempts since then; unexplained have no known symptom. */
	public function counts( int $since ): array;

	/**
	 * Refusals of each of some days, one after the other up to now.
	 *
	 * @param list<int> $starts When each day begins, ascending; days differ in length where the clocks change.
	 * @return list<array{refusals: int, people: int}> In the order of the days. People are different cases, those of unknown names among them.
	 */
	public function perDay( array $starts ): array;

	/** Deletes a person's attempts that belong to no case yet, as an erasure request demands. Returns how many. */
	public function forgetWaiting( int $userId, string $loginHash ): int;

	/** Deletes old attempts without changing any case's count. Returns how many. */
	public function purge( int $before, int $limit ): int;
}
