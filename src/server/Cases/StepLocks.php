<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** Lets one process at a time run a step. Implemented in Storage as a leased row: who dies holds it for seconds only. */
interface StepLocks {

	/** The holder's token; null where somebody else holds it. */
	public function take( string $name, int $seconds ): ?string;

	public function release( string $name, string $owner ): void;
}
