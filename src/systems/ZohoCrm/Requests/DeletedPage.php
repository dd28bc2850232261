<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

/** One page of the list of deleted contacts. */
final class DeletedPage {

	/** @param list<DeletedContact> $rows */
	public function __construct( public readonly array $rows, public readonly bool $hasMore ) {}
}
