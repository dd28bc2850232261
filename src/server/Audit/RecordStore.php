<?php

declare(strict_types=1);

namespace Causeway\Audit;

/** The records of people that audits have read, so that everybody can be looked up without asking anybody. Holds no address and no name. */
interface RecordStore {

	/**
	 * Writes a page of records: what is there is replaced. One statement.
	 *
	 * @param list<RemoteRecord> $records
	 * @param int                $pass Number of the pass that saw them.
	 */
	public function keep( array $records, int $pass ): void;

	/** After a whole pass: whoever was live and did not come is gone. */
	public function markUnseen( string $connection, int $pass ): void;

	/**
	 * @param list<string> $ids
	 * @return array<string, RemoteRecord> By id.
	 */
	public function byIds( string $connection, string $kind, array $ids ): array;

	/**
	 * @param list<string> $hashes
	 * @return array<string, list<RemoteRecord>> By hash; live ones alone.
	 */
	public function byEmail( string $connection, string $kind, array $hashes ): array;

	/**
	 * Users of a portal system, in the order of their ids.
	 *
	 * @return list<RemoteRecord>
	 */
	public function usersAfter( string $connection, string $afterId, int $limit ): array;

	/** @return array{contacts: int, users: int, all: int} Live ones of each kind, and all, deleted ones among them. */
	public function count( string $connection ): array;

	/** @return list<RemoteRecord> Of everybody with this address, in every connection. */
	public function ofAddress( string $emailHash ): array;

	/** Drops them. Returns how many. */
	public function forgetAddress( string $emailHash ): int;

	/** Drops what belongs to a connection that is no more. */
	public function forget( string $connection ): void;
}
