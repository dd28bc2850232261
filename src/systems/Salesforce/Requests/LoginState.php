<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

/** Whether a user's login is blocked. */
final class LoginState {

	public function __construct( public readonly string $id, public readonly bool $isFrozen, public readonly bool $isPasswordLocked ) {}
}
