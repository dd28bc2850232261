<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** A vendor that keeps a record of refused logins on its own pages, which this site never sees otherwise. */
interface RefusalSource {

	/**
	 * Refusals after a mark, oldest first. `''` begins an hour ago.
	 *
	 * @throws ConnectorFault
	 */
	public function refusals( Connection $connection, string $mark ): RefusalPage;
}
