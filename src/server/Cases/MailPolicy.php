<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** When mails to whoever runs the site may go out. Implemented in Storage. */
interface MailPolicy {

	/** Seconds until quiet hours end; 0 where a mail may go now. */
	public function quietSeconds(): int;

	/** Whether rules of notifications alone decide who is told: then no mail about each case or incident is sent beside theirs. */
	public function isByRulesAlone(): bool;
}
