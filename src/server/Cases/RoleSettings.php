<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** Which of our capabilities each role of the site has. Implemented in Storage. */
interface RoleSettings {

	/** @return list<array{role: string, title: string, isFixed: bool, capabilities: list<string>}> Administrators are fixed: somebody must be able to give the others back. */
	public function roles(): array;

	/**
	 * Gives a role just these of our capabilities. Unknown and fixed roles stay as they are.
	 *
	 * @param list<string> $capabilities
	 */
	public function saveRole( string $role, array $capabilities ): void;
}
