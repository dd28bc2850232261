<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta;

/** Something that this site sent. */
final class Footprint {

	/**
	 * @param int  $at        Unix seconds.
	 * @param bool $isCertain Whether it arrived for sure; else nobody could say.
	 */
	public function __construct( public readonly int $at, public readonly bool $isCertain ) {}
}
