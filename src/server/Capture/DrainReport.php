<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** What one run of the drain did. */
final class DrainReport {

	/** @param bool $isDone Nothing was left when it ended. */
	public function __construct(
		public readonly int $written,
		public readonly int $damaged,
		public readonly int $statements,
		public readonly bool $isDone,
	) {}
}
