<?php

declare(strict_types=1);

namespace Causeway\Notifications;

/** Whom a rule counts. */
enum Topic: string {

	/** Known people who were refused within the rule's window and are still kept out. */
	case Refused = 'refused';

	/** People whom the last audit found: they would be refused if they tried. */
	case AtRisk = 'at-risk';
}
