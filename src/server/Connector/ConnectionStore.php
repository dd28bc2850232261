<?php

declare(strict_types=1);

namespace Causeway\Connector;

/**
 * The site's configured connections. Implemented by Storage, which seals secrets at rest and lets constants and environment
 * variables (`CAUSEWAY_<CONNECTION>_<FIELD>`) win over what is stored.
 */
interface ConnectionStore {

	/** @return list<Connection> */
	public function all(): array;

	public function get( string $slug ): ?Connection;

	/** The first connection of a system; null where none is configured. */
	public function ofSystem( string $system ): ?Connection;

	/**
	 * Creates or changes a connection. Where a secret or an address changes, the facts, the conditions and the cached token are dropped:
	 * they describe somebody else's organisation then.
	 */
	public function save( ConnectionDraft $draft ): void;

	public function delete( string $slug ): void;

	/** @return list<Condition> As last remembered; empty before the first look. */
	public function conditions( string $slug ): array;

	/** @param list<Condition> $conditions Replaces what was remembered. */
	public function rememberConditions( string $slug, array $conditions ): void;

	/**
	 * Merges facts learnt from the vendor into those already known.
	 *
	 * @param array<string, string> $facts No secrets; '' forgets that fact.
	 */
	public function rememberFacts( string $slug, array $facts ): void;

	/** When the connection last made a call, Unix seconds; 0 for never. */
	public function lastUsedAt( string $slug ): int;

	/** Whether a constant or an environment variable says what this field is, so that nobody can change it here. */
	public function isFixed( string $slug, string $field ): bool;
}
