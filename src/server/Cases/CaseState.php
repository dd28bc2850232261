<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** Where a case stands. */
enum CaseState: string {

	case Open      = 'open';
	case Diagnosed = 'diagnosed';
	case Fixing    = 'fixing';
	case Resolved  = 'resolved';
	case Regressed = 'regressed';

	public function isClosed(): bool {
		return self::Resolved === $this;
	}

	/** @return list<self> The states in which somebody still waits. */
	public static function waiting(): array {
		return [ self::Open, self::Diagnosed, self::Fixing, self::Regressed ];
	}
}
