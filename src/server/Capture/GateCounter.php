<?php

declare(strict_types=1);

namespace Causeway\Capture;

/**
 * What the storm gate counts, over all of this site's processes and without a query. Bounded: machines share a fixed number of cells, so a new
 * address takes no new room. Windows are those of {@see FailureCounter}.
 */
interface GateCounter {

	/** Rows of cells. A machine has a cell in each; the least full of them is its own count, whoever else falls into the others. */
	public const ROWS = 3;

	public const CELLS = 65536;

	/** Refused logins of a machine in this window, at most 255; a few too many where all its cells are shared. */
	public function failuresOf( string $machine, int $now ): int;

	public function countFailure( string $machine, int $now ): void;

	/** Lets one more attempt through. @return int How many it lets through in this second, this one included. */
	public function admit( int $now ): int;

	public function turnAway( int $now ): void;

	/** How many were turned away in this window and the one before. */
	public function turnedAway( int $now ): int;
}
