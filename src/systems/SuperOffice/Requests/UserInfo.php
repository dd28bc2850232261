<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Support\Truth;

/** What an own server says of a user's login. */
final class UserInfo {

	/** @param Truth $canLogon Unknown where the answer does not tell. */
	public function __construct(
		public readonly bool $isDeleted,
		public readonly Truth $canLogon,
		public readonly string $roleName,
	) {}
}
