<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

/** A column of the contact table, as its definition says. */
final class Column {

	public function __construct(
		public readonly string $name,
		public readonly string $label,
		/** Column security is on: only who has a column security profile reads it. */
		public readonly bool $isSecured,
	) {}
}
