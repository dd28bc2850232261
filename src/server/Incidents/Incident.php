<?php

declare(strict_types=1);

namespace Causeway\Incidents;

/** One cause that keeps several people out at the same time. */
final class Incident {

	/**
	 * @param int         $people   Known people it has met, in all.
	 * @param int         $waiting  Those of them who are still kept out.
	 * @param int         $round    How often it came back after it had been resolved.
	 * @param BulkRun|null $run      The step that was last run for everybody; null where none was.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $system,
		public readonly string $cause,
		public readonly string $connection,
		public readonly IncidentState $state,
		public readonly int $openedAt,
		public readonly int $updatedAt,
		public readonly int $resolvedAt,
		public readonly int $people,
		public readonly int $waiting,
		public readonly int $round,
		public readonly string $notifiedState,
		public readonly ?BulkRun $run,
	) {}

	/** What whoever runs the site is told once about. */
	public function noticeKey(): string {
		return $this->round . ':' . ( $this->state->isClosed() ? 'resolved' : 'open' );
	}
}
