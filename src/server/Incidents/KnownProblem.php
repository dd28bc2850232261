<?php

declare(strict_types=1);

namespace Causeway\Incidents;

/** Whether the login form says to everybody that a problem is known. Implemented by Storage, in the one autoloaded option. */
interface KnownProblem {

	/** Written only where it changed. */
	public function tell( bool $isOne ): void;
}
