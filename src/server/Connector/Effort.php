<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** How much of somebody's API quota a question is worth. */
enum Effort: string {

	/** A person cannot get in, or an admin waits for an answer. */
	case Urgent = 'urgent';

	/** Nobody waits: it goes on tomorrow where today's calls are needed for others. */
	case Patient = 'patient';
}
