<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** What cases need of the site's settings. */
interface CaseSettings {

	/** @return list<string> Addresses that are told about cases; the site's own address where nobody chose any. */
	public function recipients(): array;

	/** Whether a mail is sent about each case; otherwise about incidents, requests for help and audits alone. */
	public function mailsEachCase(): bool;

	/** @return array{attemptDays: int, caseDays: int} How long attempts and closed cases are kept. */
	public function retention(): array;

	/**
	 * Replaces the list of people whose next good login is news. Written only where it changed.
	 *
	 * @param list<int> $userIds At most 250.
	 */
	public function watchSignIns( array $userIds ): void;

	/** Whether this user is on that list. Costs no query. */
	public function watchesSignInOf( int $userId ): bool;
}
