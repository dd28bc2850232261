<?php

declare(strict_types=1);

namespace Causeway\Background;

/** Remembers when work was last done, and by what kick. Implemented in Storage, in a row: no option is written. */
interface Heartbeat {

	/**
	 * @param 'worker'|'loopback'|'admin'|'cron' $by
	 * @return bool Whether there is a site to work for: one of a network may be deleted while a request of its own still works.
	 */
	public function beat( string $by ): bool;

	/** @return array<string, int> By what → how many seconds ago. */
	public function ages(): array;
}
