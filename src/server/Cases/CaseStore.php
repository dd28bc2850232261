<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** The site's cases. Every change of state is a compare-and-set: of two that race, one is told that it lost. */
interface CaseStore {

	public function find( int $id ): ?CaseFile;

	/**
	 * @param list<int> $ids
	 * @return list<CaseFile> In the order of their ids.
	 */
	public function findAll( array $ids ): array;

	public function ofPerson( string $personKey ): ?CaseFile;

	/** Keyset page; `search` is answered from the words given to {@see open()} and from references. */
	public function page( CaseQuery $query ): CasePage;

	/**
	 * The person's case, made now where there was none. One person has one case, however many ask at once.
	 *
	 * @param list<string> $words Lower-case words by which an admin may look for the person; empty for somebody unknown.
	 */
	public function open( string $personKey, int $userId, int $portalUserId, string $label, array $words, int $at ): CaseFile;

	/** Counts the case's attempts anew and takes over time and reference of the newest. Right however often it runs. */
	public function recount( int $id ): void;

	/** Notes the role that the person has on this site, by which lists are narrowed. Written only where it is another one. */
	public function noteRole( int $id, string $role ): void;

	/**
	 * Moves a case on, where it still is in one of the states named.
	 *
	 * @param list<CaseState> $from
	 */
	public function move( int $id, array $from, CaseState $to, int $at ): bool;

	/** Reopens a resolved case: a new round. False where it was not resolved, or resolved after the failing attempt. */
	public function regress( int $id, int $failedAt, int $at ): bool;

	/** Notes what the newest diagnosis says; the state is left alone. */
	public function describe( int $id, int $diagnosisId, string $system, string $cause, string $confidence, int $at ): void;

	public function markNotified( int $id, string $noticeKey ): void;

	/** @return list<int> WordPress users with a waiting case, newest trouble first. */
	public function waitingUsers( int $limit ): array;

	/** @return array{waiting: int, people: int, resolvedSince: int, byCause: list<array{system: string, cause: string, cases: int}>} */
	public function counts( int $since ): array;

	/**
	 * How long the newest closed cases of known people took, from the first refusal to the end.
	 *
	 * @return list<int> Seconds, ascending; of at most a thousand that were closed since then and never came back.
	 */
	public function fixTimes( int $closedSince ): array;

	/** Deletes closed cases with all that hangs on them. Returns how many. */
	public function purgeClosed( int $resolvedBefore, int $limit ): int;

	/** Deletes the cases of names that match nobody here and were not tried since. Returns how many. */
	public function purgeUnknown( int $lastTriedBefore, int $limit ): int;

	/** Deletes a person's case with all that hangs on it, as an erasure request demands. Returns how many. */
	public function forgetPerson( string $personKey ): int;
}
