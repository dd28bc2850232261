<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** Whether a step of a case's fix path can run here and now, and whether it was done. */
final class StepStatus {

	/**
	 * @param string $notRunnableBecause In words; '' where it can run, or where it never runs by machine.
	 * @param int    $doneAt             0 while not done.
	 * @param int    $doneBy             WordPress user id; 0 for Causeway itself.
	 * @param bool   $isUndoable         Whether what was done may be taken back from here.
	 * @param array<string, string> $before What it changed, as journaled; empty where a person did it by hand.
	 * @param array<string, string> $after
	 * @param string $connection         Id of the connection that keeps it from running, or of the system that is not connected; '' for none.
	 */
	public function __construct(
		public readonly string $step,
		public readonly bool $isRunnable,
		public readonly string $notRunnableBecause,
		public readonly int $doneAt,
		public readonly int $doneBy,
		public readonly bool $isUndoable = false,
		public readonly array $before = [],
		public readonly array $after = [],
		public readonly string $connection = '',
	) {}
}
