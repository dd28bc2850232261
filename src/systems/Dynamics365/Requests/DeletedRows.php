<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

/** One page of the recycle bin. */
final class DeletedRows {

	/**
	 * @param list<Contact> $contacts
	 * @param string        $cookie   Where the next page begins.
	 */
	public function __construct( public readonly array $contacts, public readonly bool $hasMore, public readonly string $cookie ) {}
}
