<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365;

use Causeway\Connector\Connection;

/** Where people log in, as the connection says. */
enum Portal: string {

	case FindOut    = 'auto';
	case PowerPages = 'power-pages';
	case Elsewhere  = 'elsewhere';

	public static function of( Connection $connection ): self {
		return self::tryFrom( $connection->fields['logins'] ?? '' ) ?? self::FindOut;
	}
}
