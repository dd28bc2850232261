<?php

declare(strict_types=1);

namespace Causeway\Background;

use Causeway\Support\Clock;

/** The moment at which a slice of work stops. */
final class Deadline {

	private readonly int $endsAt;

	public function __construct( private readonly Clock $clock, float $seconds ) {
		$this->endsAt = $clock->elapsedNanoseconds() + (int) ( $seconds * 1e9 );
	}

	/** The earlier one: this, or that many seconds from now. */
	public function within( float $seconds ): self {
		$sooner = new self( $this->clock, $seconds );
		return $sooner->endsAt < $this->endsAt ? $sooner : $this;
	}

	public function isOver(): bool {
		return $this->clock->elapsedNanoseconds() >= $this->endsAt;
	}
}
