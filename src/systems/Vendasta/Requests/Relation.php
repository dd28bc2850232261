<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Requests;

/** What a user is given access by. */
enum Relation: string {

	case Businesses     = 'businessLocations';
	case PlatformAccess = 'platformAccess';
}
