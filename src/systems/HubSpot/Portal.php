<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot;

use Causeway\Connector\Connection;

/** Where people log in, as the connection says. */
enum Portal: string {

	/** Another product, such as Magentrix, reads the contacts. */
	case Elsewhere = 'elsewhere';

	/** HubSpot's own memberships: private content and the customer portal. */
	case Memberships = 'memberships';

	public static function of( Connection $connection ): self {
		return self::tryFrom( $connection->fields['logins'] ?? '' ) ?? self::Elsewhere;
	}
}
