<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** Refused logins that a vendor recorded. */
final class RefusalPage {

	/**
	 * @param list<RemoteRefusal> $refusals
	 * @param string              $mark    Where to go on; printable ASCII, at most 500 bytes.
	 * @param bool                $hasMore Whether more are waiting right now.
	 */
	public function __construct(
		public readonly array $refusals,
		public readonly string $mark,
		public readonly bool $hasMore,
	) {}
}
