<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** Counts the calls of a connection a day (UTC). Implemented by Storage, with an increment in the database, never read-add-write. */
interface CallMeter {

	/** @param string $connection The connection's id. */
	public function callsToday( string $connection ): int;

	/** Calls of today that an answer from memory made needless. */
	public function savedToday( string $connection ): int;

	/** Adds one to today's saved calls. */
	public function countSaved( string $connection ): void;

	/** Adds one to today's calls, and notes now as the connection's last use. */
	public function count( string $connection ): void;
}
