<?php

declare(strict_types=1);

namespace Causeway\Tests\Fakes;

use Causeway\Background\Heartbeat;

/** A heartbeat that says what it is told, and keeps what beat. */
final class FixedHeartbeat implements Heartbeat {

	/** @var list<string> */
	public array $beats = [];

	/** @param array<string, int> $ages */
	public function __construct( public array $ages = [], private readonly bool $hasSite = true ) {}

	public function beat( string $by ): bool {
		$this->beats[] = $by;
		return $this->hasSite;
	}

	public function ages(): array {
		return $this->ages;
	}
}
