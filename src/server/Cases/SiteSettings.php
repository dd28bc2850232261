<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** What a site admin may set for the whole site. Implemented in Storage. */
interface SiteSettings {

	/** @return list<string> Addresses that are told about cases; the site's own where nobody chose any. */
	public function recipients(): array;

	/** Whether nobody chose any. */
	public function areRecipientsUsual(): bool;

	/** @param list<string> $addresses At most five; empty for the site's own. */
	public function saveRecipients( array $addresses ): void;

	public function mailsEachCase(): bool;

	public function saveMailsEachCase( bool $isOne ): void;

	/** Whether logins are let through by measure while a storm of failed ones rages. */
	public function hasStormGate(): bool;

	public function saveStormGate( bool $isOne ): void;

	/** @return array{attemptDays: int, caseDays: int} */
	public function retention(): array;

	/** Kept within {@see Retention}'s limits. */
	public function saveRetention( int $attemptDays, int $caseDays ): void;

	/** @return list<int> Pages with a portal's form. */
	public function portalPageIds(): array;

	/** @param list<int> $ids At most 20. */
	public function savePortalPageIds( array $ids ): void;
}
