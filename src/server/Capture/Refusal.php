<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Support\Reference;

/** What this request has shown of its refusal so far. Lives in memory until the request ends, then becomes one {@see Attempt}. */
final class Refusal {

	public string $shownSymptom = '';

	/** Hash of the view token; '' where none was issued. */
	public string $viewHash = '';

	public function __construct(
		public readonly Reference $reference,
		public readonly int $occurredAt,
		public readonly string $entry,
		public readonly string $loginHash,
		public readonly string $code,
		public readonly string $symptom,
		public int $userId,
		public bool $isProven,
	) {}
}
