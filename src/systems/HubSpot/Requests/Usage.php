<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

/** The day's calls of all private apps of an account. */
final class Usage {

	/**
	 * @param int|null $left     Calls that are left; null where HubSpot could not say.
	 * @param int      $resetsAt Unix seconds at which they start anew; 0 where HubSpot does not say.
	 */
	public function __construct( public readonly ?int $left, public readonly int $resetsAt ) {}
}
