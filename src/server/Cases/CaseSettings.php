<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** What cases need of the site's settings. */
interface CaseSettings {

	/** @return list<string> Addresses that are told about cases; the site's own address where nobody chose any. */
	public function recipients(): array;

	/**
	 * Replaces the list of people whose next good login is news. Written only where it changed.
	 *
	 * @param list<int> $userIds At most 250.
	 */
	public function watchSignIns( array $userIds ): void;

	/** Whether this user is on that list. Costs no query. */
	public function watchesSignInOf( int $userId ): bool;
}
