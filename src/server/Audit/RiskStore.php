<?php

declare(strict_types=1);

namespace Causeway\Audit;

/** Who would be refused if they tried now. Only they have a row: everybody else is well. */
interface RiskStore {

	/**
	 * Replaces what is known of these people: those in the list are at risk, the others of the same keys are not any more.
	 *
	 * Who is well in one connection stays at risk for another one's sake.
	 *
	 * @param array<string, list<string>> $looked Key of everybody who was looked at → slugs of the connections in which they were.
	 * @param list<PersonAtRisk>          $found
	 * @return int How many are new.
	 */
	public function settle( array $looked, array $found ): int;

	/** Id of whoever was listed last; 0 where nobody is. */
	public function newestId(): int;

	/** How many have been listed since then. */
	public function countAfter( int $id ): int;

	/** Drops whoever no pass has looked at since then: they are nobody here any more. Returns how many. */
	public function dropUnseen( int $before ): int;

	/**
	 * In the order of their ids.
	 *
	 * @param string $cause `system/cause`; '' for any.
	 * @return list<PersonAtRisk>
	 */
	public function list( string $cause, int $afterId, int $limit ): array;

	/** Of one user of this site; null where they are well, or no audit has looked yet. */
	public function ofUser( int $userId ): ?PersonAtRisk;

	/**
	 * @param list<string> $personKeys
	 * @return list<PersonAtRisk>
	 */
	public function ofKeys( array $personKeys ): array;

	/**
	 * Drops these people. Returns how many.
	 *
	 * @param list<string> $personKeys
	 */
	public function forget( array $personKeys ): int;

	/** @return list<array{system: string, cause: string, people: int}> Most people first. */
	public function byCause(): array;
}
