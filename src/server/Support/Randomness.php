<?php

declare(strict_types=1);

namespace Causeway\Support;

/** Source of unpredictable bytes. */
interface Randomness {

	/** @param positive-int $length */
	public function bytes( int $length ): string;
}
