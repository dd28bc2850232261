<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** How each person wants the list of cases to look, on this site. Implemented in Storage. */
interface ListPreferences {

	public function of( int $userId ): ListOptions;

	public function save( int $userId, ListOptions $options ): void;
}
