<?php

declare(strict_types=1);

namespace Causeway\Notifications;

/** Where a notice goes. */
enum Channel: string {

	case Mail = 'mail';

	case Webhook = 'webhook';
}
