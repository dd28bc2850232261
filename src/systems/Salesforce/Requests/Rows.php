<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

/** What one query found, or the first part of it. */
final class Rows {

	/**
	 * @param list<array<mixed>> $rows
	 * @param int                $total How many there are in all.
	 * @param string             $next  Locator of the next part; '' where this is the last.
	 * @param int                $at    Salesforce's own clock, Unix seconds; 0 where it did not say.
	 */
	public function __construct( public readonly array $rows, public readonly int $total, public readonly string $next, public readonly int $at ) {}
}
