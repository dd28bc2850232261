<?php

declare(strict_types=1);

namespace Causeway\Incidents;

/** Where an incident stands; the values are fixed. */
enum IncidentState: string {

	case Open      = 'open';
	case Fixing    = 'fixing';
	case Resolved  = 'resolved';
	case Regressed = 'regressed';

	public function isClosed(): bool {
		return self::Resolved === $this;
	}
}
