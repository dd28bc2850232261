<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Connections;

use Causeway\Connector\CallMeter;

/** Calls of a day, in memory. */
final class ShelfMeter implements CallMeter {

	public function __construct( private int $made = 0, private int $saved = 0 ) {}

	public function callsToday( string $connection ): int {
		return $this->made;
	}

	public function savedToday( string $connection ): int {
		return $this->saved;
	}

	public function countSaved( string $connection ): void {
		++$this->saved;
	}

	public function count( string $connection ): void {
		++$this->made;
	}
}
