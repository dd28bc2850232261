<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** How a person is named on a screen, in a mail, in the CLI. Never holds a name that was typed but matches nobody here. */
final class PersonCard {

	public function __construct(
		public readonly string $label,
		public readonly bool $isKnown,
		public readonly int $userId = 0,
		public readonly string $loginName = '',
		public readonly string $email = '',
		public readonly int $portalUserId = 0,
	) {}
}
