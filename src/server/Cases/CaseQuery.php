<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** What a list of cases is to hold. Newest trouble first. */
final class CaseQuery {

	/**
	 * @param list<CaseState> $states          All where empty.
	 * @param string          $cause           `system/cause` or a cause id; '' for any.
	 * @param string          $search          A reference, a login name, an e-mail address or a name; '' for everybody.
	 * @param bool            $knownPeopleOnly Leaves out names that match nobody here.
	 * @param int             $first           1 to 100.
	 * @param string          $after           Cursor of the last one seen; '' from the start.
	 */
	public function __construct(
		public readonly array $states = [],
		public readonly string $cause = '',
		public readonly string $system = '',
		public readonly string $search = '',
		public readonly bool $knownPeopleOnly = true,
		public readonly int $first = 20,
		public readonly string $after = '',
	) {}
}
