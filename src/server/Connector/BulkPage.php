<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** One page of an audit. */
final class BulkPage {

	/**
	 * @param list<BulkPerson> $people
	 * @param string           $next        Cursor of the next page; '' where the pass is over.
	 * @param string           $mark        Cursor of the next pass, where this one is over and the system can tell changes; else ''.
	 * @param bool             $isWhole     Whether this pass brings everybody, so that whoever does not come is gone.
	 * @param int              $waitSeconds How long the vendor still prepares the page; then it is empty and `next` asks again.
	 */
	public function __construct(
		public readonly array $people,
		public readonly string $next,
		public readonly string $mark,
		public readonly bool $isWhole,
		public readonly int $waitSeconds = 0,
	) {}
}
