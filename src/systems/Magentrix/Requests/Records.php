<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix\Requests;

/** What a query brought. `Count` is not read: whether it counts what fits or what came is told in two ways. */
final class Records {

	/** @param list<array<mixed>> $rows */
	public function __construct( public readonly array $rows ) {}
}
