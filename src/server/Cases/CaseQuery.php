<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** What a list of cases is to hold. By the last attempt, newest first unless it is asked the other way round. */
final class CaseQuery {

	/**
	 * @param list<CaseState> $states          All where empty.
	 * @param string          $cause           `system/cause` or a cause id; '' for any.
	 * @param string          $search          A reference, a login name, an e-mail address or a name; '' for everybody.
	 * @param bool            $knownPeopleOnly Leaves out names that match nobody here.
	 * @param int             $incident        Id of an incident that they belong to; 0 for any.
	 * @param string          $role            Role on this site when they were last refused; '' for any.
	 * @param int             $since           Unix seconds: refused at that moment or after it; 0 for ever.
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
		public readonly int $incident = 0,
		public readonly string $role = '',
		public readonly int $since = 0,
		public readonly bool $oldestFirst = false,
	) {}
}
