<?php

declare(strict_types=1);

namespace Causeway\Background;

/** A piece of work that this worker holds the lease of. `fence` grows with every lease: a worker that slept past its own writes nothing more. */
final class Job {

	/**
	 * @param int    $subject  What it is about (a case id); 0 for the whole site.
	 * @param int    $attempts How often it was started, this time included.
	 * @param string $cursor   Where the last slice stopped; '' at the beginning.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $kind,
		public readonly int $subject,
		public readonly string $uniqueKey,
		public readonly int $priority,
		public readonly int $attempts,
		public readonly string $cursor,
		public readonly string $owner,
		public readonly int $fence,
	) {}
}
