<?php

declare(strict_types=1);

namespace Causeway\Http;

/** Places for calls under way, shared by every process of the site. Implemented by Storage; a process that dies gives its place back after seconds. */
interface CallSlots {

	/** The place taken, to be given back; null where all are taken. */
	public function take( string $connection, int $slots ): ?string;

	public function release( string $place ): void;
}
