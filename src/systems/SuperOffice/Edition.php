<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice;

/** Where a company's SuperOffice runs: with SuperOffice, or on a server of its own. */
enum Edition: string {

	case Online = 'online';
	case Onsite = 'onsite';
}
