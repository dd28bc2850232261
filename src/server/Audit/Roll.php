<?php

declare(strict_types=1);

namespace Causeway\Audit;

/** Everybody who may want to log in: those of whom this site has a link to a record, then the login users of portal systems. Keyset, whatever their number. */
interface Roll {

	/**
	 * @param string $cursor Of the last page; '' from the start.
	 * @return array{list<RollEntry>, string} The next people and the cursor after them; '' where there are no more.
	 */
	public function after( string $cursor, int $limit ): array;

	/**
	 * Those of whom this site has a link to one of these contacts.
	 *
	 * @param list<string> $contactIds
	 * @return list<RollEntry>
	 */
	public function ofContacts( string $connection, array $contactIds ): array;
}
