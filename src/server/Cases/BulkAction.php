<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** What can be done to many cases at once; the values are those of `POST /cases/bulk`. */
enum BulkAction: string {

	case Diagnose = 'diagnose';
	case Resolve  = 'resolve';
	case Reply    = 'reply';
}
