<?php

declare(strict_types=1);

namespace Causeway\Background;

/** Remembers when work was last done, and by what kick. Implemented in Storage, in a row: no option is written. */
interface Heartbeat {

	/** @param 'worker'|'loopback'|'admin'|'cron' $by */
	public function beat( string $by ): void;

	/** @return array<string, int> By what → how many seconds ago. */
	public function ages(): array;
}
