<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

/** Who this connection is in the environment. */
final class Caller {

	public function __construct( public readonly string $userId, public readonly string $organisationId ) {}
}
