<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** What came of a step. */
final class StepOutcome {

	/**
	 * @param 'done'|'refused'|'failed' $state  Refused: nothing was sent. Failed: the other system did not do it, or did not say.
	 * @param string                    $reason '' where done; else as in {@see StepPreview}, or `moved` (the state changed since the preview), `running` (somebody else runs it now).
	 * @param int                       $waitSeconds After so long it may go without anybody acting; 0 where waiting does not help.
	 */
	public function __construct(
		public readonly string $step,
		public readonly string $state,
		public readonly string $reason,
		public readonly string $message,
		public readonly ?CaseState $caseState,
		public readonly int $waitSeconds = 0,
	) {}
}
