<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

/** Until when an own server's licence holds. */
final class LicenceStatus {

	/** Unix seconds; 0 where the server does not tell. */
	public function __construct( public readonly int $expiresAt, public readonly int $graceEndsAt ) {}

	/** When nobody can log in any more; 0 where it is not told. */
	public function endsAt(): int {
		return max( $this->expiresAt, $this->graceEndsAt );
	}
}
