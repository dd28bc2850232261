<?php

declare(strict_types=1);

namespace Causeway\Incidents;

/** Incidents, and which cases belong to them. Every change of state is a compare-and-set. */
interface IncidentStore {

	public function find( int $id ): ?Incident;

	/**
	 * Newest first; those that are open before all others.
	 *
	 * @param int $before Id of the last one seen; 0 from the start.
	 * @return list<Incident>
	 */
	public function list( bool $isOpen, int $limit, int $before = 0 ): array;

	/** The newest incident of this kind, open or not. */
	public function newest( string $fingerprint ): ?Incident;

	/** Opens one where none of this kind is open. Of many that ask at once, one opens it: the answer says whether it was this call. */
	public function open( string $fingerprint, string $system, string $cause, string $connection, int $at ): bool;

	/** Reopens a resolved one: a new round. False where it was not resolved any more. */
	public function regress( int $id, int $at ): bool;

	/** @return bool False where it was resolved already, or is no more. */
	public function resolve( int $id, int $at ): bool;

	/** @return bool False where it is not open. */
	public function startFixing( int $id, int $at ): bool;

	/** Begins a run, in place of the last one. */
	public function saveRun( int $id, BulkRun $run ): void;

	/** Writes down how far a run has come. @return bool False where it was ended meanwhile, which stays so. */
	public function advanceRun( int $id, BulkRun $run ): bool;

	public function markNotified( int $id, string $noticeKey ): void;

	/** Takes in waiting cases of this cause, tried since then, that belong to no open incident. Returns how many. */
	public function gather( int $id, string $system, string $cause, int $triedSince ): int;

	/** Counts its people anew. Right however often it runs. */
	public function recount( int $id ): void;

	/**
	 * Known people who are kept out by each cause and were refused since then.
	 *
	 * @return list<array{system: string, cause: string, people: int}>
	 */
	public function waitingByCause( int $since ): array;

	/** Whether any known person is kept out by this cause. */
	public function isAnyWaiting( string $system, string $cause ): bool;

	/** Known people who were refused with this cause as the first, between two moments. */
	public function peopleBetween( string $system, string $cause, int $from, int $to ): int;

	/**
	 * Ids of an incident's cases, ascending.
	 *
	 * @return list<int>
	 */
	public function casesOf( int $id, bool $isWaiting, int $after, int $limit ): array;

	/** Whether a case of it was closed by a look that proved its cause to be gone, since then. */
	public function hasProof( int $id, int $since ): bool;
}
