<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** Who did what to what. Append-only. */
interface Journal {

	/**
	 * Writes an entry. The entry's id is ignored.
	 *
	 * @param string $uniqueKey Where not empty, the same key is written once, however many try: the answer says who did.
	 * @return bool Whether this call wrote it.
	 */
	public function append( JournalEntry $entry, string $uniqueKey = '' ): bool;

	/** @return list<JournalEntry> Oldest first; the newest 200. */
	public function ofCase( int $caseId ): array;

	/**
	 * Of all cases, newest first.
	 *
	 * @param int $before Id of the last one seen; 0 from the start.
	 * @return list<JournalEntry>
	 */
	public function page( int $limit, int $before = 0 ): array;

	public function has( string $uniqueKey ): bool;

	/** How many entries of a kind were written since then. */
	public function countSince( JournalKind $kind, int $since ): int;
}
