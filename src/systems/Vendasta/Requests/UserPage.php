<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Requests;

/** Some users of a list. */
final class UserPage {

	/**
	 * @param list<User> $users
	 * @param string     $next  Query of the next page; '' where there is none.
	 */
	public function __construct( public readonly array $users, public readonly string $next ) {}
}
