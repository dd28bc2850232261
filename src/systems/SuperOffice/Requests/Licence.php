<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

/** One module licence of an own server, as it stands to a user. */
final class Licence {

	/**
	 * @param string $name        As the API names it.
	 * @param string $description As people read it.
	 * @param bool   $isPlan      Whether it is one of those without which nobody logs in.
	 * @param bool   $isFree      Whether another seat can be given.
	 */
	public function __construct(
		public readonly string $name,
		public readonly string $description,
		public readonly bool $isPlan,
		public readonly bool $isAssigned,
		public readonly bool $isFree,
	) {}
}
