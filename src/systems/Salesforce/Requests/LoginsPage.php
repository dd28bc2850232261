<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

/** A part of the login history. */
final class LoginsPage {

	/**
	 * @param list<Login> $logins
	 * @param string      $next Locator of the next part; '' where this is the last.
	 */
	public function __construct( public readonly array $logins, public readonly string $next ) {}
}
