<?php

declare(strict_types=1);

namespace Causeway\Background;

/** Remembers when work was last done and by what, and holds kicks apart. Implemented in Storage without a write to an option. */
interface Heartbeat {

	/** @param 'worker'|'fpm'|'admin'|'cron' $by */
	public function beat( string $by ): void;

	/** @return array<string, int> By what → when last, Unix seconds. */
	public function lastBeats(): array;

	/** Whether this caller may kick now: true for one caller within the time, on this node. Costs no query. */
	public function mayKick( int $everySeconds ): bool;
}
