<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** Where one attempt stands: seen, its cause known, its cause gone. */
enum AttemptState: string {

	case Received  = 'received';
	case Explained = 'explained';
	case Fixed     = 'fixed';
}
