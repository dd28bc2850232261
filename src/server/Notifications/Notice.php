<?php

declare(strict_types=1);

namespace Causeway\Notifications;

/** One message of one rule: a cause was raised, or is over. Holds nobody's name. */
final class Notice {

	/**
	 * @param int                           $round  How often the cause had been raised for this rule before.
	 * @param int                           $people When it was written.
	 * @param int                           $calmAt Since when nobody is kept out any more, while it is not told to be over yet; 0 otherwise.
	 * @param 'waiting'|'sent'|'failed' $state
	 * @param string                        $problem Why it could not be handed over, the last time it was tried.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $ruleId,
		public readonly string $system,
		public readonly string $cause,
		public readonly Change $change,
		public readonly int $round,
		public readonly int $people,
		public readonly int $at,
		public readonly int $calmAt,
		public readonly int $tries,
		public readonly string $state,
		public readonly int $sentAt,
		public readonly string $problem,
	) {}
}
