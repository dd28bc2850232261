<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

/** Some rows of the list of users. */
final class UserPage {

	/** @param list<UserRow> $rows */
	public function __construct( public readonly array $rows, public readonly bool $hasMore ) {}
}
