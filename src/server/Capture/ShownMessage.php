<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Support\Reference;

/** What the person is told in the page. */
final class ShownMessage {

	/** @param string $html Safe for output: escaped, and reduced to a few inline elements. */
	public function __construct(
		public readonly Reference $reference,
		public readonly MessageTier $tier,
		public readonly string $html,
	) {}
}
