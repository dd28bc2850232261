<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Connector\Doubles;

use Causeway\Connector\Pause;
use Causeway\Support\FrozenClock;

/** Waits by moving a clock, and remembers how long. */
final class RecordingPause implements Pause {

	/** @var list<float> */
	public array $waits = [];

	public function __construct( private readonly ?FrozenClock $clock = null, private readonly bool $isAllowed = true ) {}

	public function isAllowed(): bool {
		return $this->isAllowed;
	}

	public function for( float $seconds ): void {
		$this->waits[] = $seconds;
		$this->clock?->advance( (int) ceil( $seconds ) );
	}
}
