<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

/** One page of contacts, and what comes after it. */
final class ContactRows {

	/**
	 * @param list<array<mixed>> $rows
	 * @param string             $next  Address of the next page behind the API's own; '' where this is the last.
	 * @param string             $delta Address of what changes from here on; '' before the last page, and where changes are not tracked.
	 */
	public function __construct( public readonly array $rows, public readonly string $next, public readonly string $delta ) {}
}
