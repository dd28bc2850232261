<?php

declare(strict_types=1);

namespace Causeway\Notifications;

/** What became of a cause, as a rule sees it. */
enum Change: string {

	case Raised = 'raised';

	case Over = 'over';
}
