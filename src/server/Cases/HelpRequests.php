<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Support\Reference;

/** Where visitors' requests wait for the background. One write each, the same whether or not there is such an attempt or such a person. */
interface HelpRequests {

	/** Asked again while it waits, it is one request. */
	public function ask( Reference $reference, HelpWish $wish, string $comment ): void;

	/**
	 * Notes what somebody says that a login page elsewhere told them.
	 *
	 * @param string $symptom What their text means, `system:id`; '' where it means nothing that is known.
	 * @return Reference Under which it is found again.
	 */
	public function report( string $address, string $symptom ): Reference;

	/**
	 * Counts one request in each bucket.
	 *
	 * @param non-empty-array<string, array{most: int, seconds: int}> $buckets By name.
	 * @return int Seconds until there is room again; 0 where there is.
	 */
	public function count( array $buckets ): int;

	/** Drops counts whose time is over. */
	public function forgetCounts(): void;
}
