<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

/** One deletion that auditing recorded. */
final class Deletion {

	/**
	 * @param int    $at        Unix seconds.
	 * @param string $by        Name of the user; '' where it is not said.
	 * @param bool   $isContact Whether it was a contact, as far as the answer says.
	 */
	public function __construct( public readonly string $id, public readonly int $at, public readonly string $by, public readonly bool $isContact ) {}
}
