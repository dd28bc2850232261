<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Diagnosis\SitePattern;

/** Where the messages that were recorded for this site are kept. */
interface SitePatternStore {

	/** @return list<SitePattern> Oldest first. */
	public function all(): array;

	/**
	 * Changes the whole list; nobody else changes it meanwhile.
	 *
	 * @param callable(list<SitePattern>): list<SitePattern> $change
	 */
	public function change( callable $change ): void;
}
