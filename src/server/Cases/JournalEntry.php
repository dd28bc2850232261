<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** Who did what to what, when. Append-only; holds no secret. */
final class JournalEntry {

	/**
	 * @param int                   $actor WordPress user id; 0 for Causeway itself.
	 * @param string                $kind  One of the JournalKind values.
	 * @param string                $step  Step id; '' where it is about no step.
	 * @param string                $text  One sentence for the site admin, plain text.
	 * @param array<string, string> $before
	 * @param array<string, string> $after
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $caseId,
		public readonly int $at,
		public readonly int $actor,
		public readonly string $kind,
		public readonly string $step,
		public readonly string $text,
		public readonly array $before = [],
		public readonly array $after = [],
	) {}
}
