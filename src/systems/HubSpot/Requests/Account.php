<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

/** The customer's HubSpot account. */
final class Account {

	/**
	 * @param string $portalId Its number, as in the addresses of its screens.
	 * @param string $uiDomain Host of its screens; '' where HubSpot names none of its own.
	 */
	public function __construct( public readonly string $portalId, public readonly string $uiDomain ) {}
}
