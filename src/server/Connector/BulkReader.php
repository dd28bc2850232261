<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** Reads everybody of a system, page by page, for audits. It reads and never writes. */
interface BulkReader {

	/**
	 * One page. `''` begins a whole pass; a page's `next` goes on with it; a finished pass's `mark` begins the next one, in which only what
	 * has changed or was deleted since comes back. Where a system cannot tell that, the mark is `''` and the next pass is a whole one.
	 *
	 * Cursors are opaque, printable ASCII, at most 4,000 bytes, and outlive the process. One that the vendor no longer takes begins a whole pass.
	 *
	 * @throws ConnectorFault
	 */
	public function page( Connection $connection, string $cursor ): BulkPage;
}
