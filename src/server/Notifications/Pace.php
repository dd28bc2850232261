<?php

declare(strict_types=1);

namespace Causeway\Notifications;

/** When a notice goes out: as soon as quiet hours let it, or once a day with all others of its rule. */
enum Pace: string {

	case Immediate = 'immediate';

	case Digest = 'digest';
}
