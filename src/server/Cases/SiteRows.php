<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** What sites of a network have left in the tables that all of them share. Implemented in Storage. */
interface SiteRows {

	/** Removes the rows of sites that are gone: a request that was under way while its site was deleted may have written a last one. */
	public function forgetGone(): void;
}
