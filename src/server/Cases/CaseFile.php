<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** One person's trouble on one site, as it stands now. */
final class CaseFile {

	/**
	 * @param string $personKey     `user:12`, `portal:34` or `login:<hash>`.
	 * @param string $system        System of the first-ranked cause; '' while none is known.
	 * @param string $cause         Its id; '' while none is known.
	 * @param string $confidence    `certain`, `likely`, `possible` or ''.
	 * @param string $lastReference Of the newest attempt, eight letters without the dash.
	 * @param string $notifiedState What the last mail that was handed over was about; '' before the first.
	 * @param int    $resolvedAt    0 while the case is not resolved.
	 * @param int    $round         How often it came back after it had been resolved.
	 * @param int|null $openIncident Id of the open incident that it belongs to, 0 for none; null where nobody asked.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $personKey,
		public readonly int $userId,
		public readonly int $portalUserId,
		public readonly string $label,
		public readonly CaseState $state,
		public readonly string $system,
		public readonly string $cause,
		public readonly string $confidence,
		public readonly int $openedAt,
		public readonly int $updatedAt,
		public readonly int $lastAttemptAt,
		public readonly int $attemptCount,
		public readonly string $lastReference,
		public readonly int $diagnosisId,
		public readonly string $notifiedState,
		public readonly int $resolvedAt,
		public readonly int $round = 0,
		public readonly ?int $openIncident = null,
	) {}

	/** Whether the typed name belongs to somebody known here. */
	public function isKnown(): bool {
		return $this->userId > 0 || $this->portalUserId > 0;
	}

	/** What the admin is told once about: this cause in this round of trouble. */
	public function noticeKey(): string {
		return $this->round . ':' . $this->system . '/' . $this->cause;
	}
}
