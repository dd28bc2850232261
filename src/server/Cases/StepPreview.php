<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** What a step would change, read just now. Where it cannot run, `reason` says why and nothing else is filled. */
final class StepPreview {

	/**
	 * @param string                $fingerprint Names the state that was previewed; goes back with the confirmation.
	 * @param string                $reason      '' where it can run; else `unknown-case`, `unknown-step`, `not-runnable`, `closed`, `no-connection`, `read-only`, or a FaultKind value.
	 * @param string                $message     The reason in words for the site admin.
	 * @param array<string, string> $before
	 * @param array<string, string> $after
	 * @param int                   $waitSeconds After so long it may be possible without anybody acting; 0 where waiting does not help.
	 */
	public function __construct(
		public readonly string $step,
		public readonly string $summary = '',
		public readonly array $before = [],
		public readonly array $after = [],
		public readonly bool $reversible = false,
		public readonly string $fingerprint = '',
		public readonly string $reason = '',
		public readonly string $message = '',
		public readonly int $waitSeconds = 0,
	) {}

	public function canRun(): bool {
		return '' === $this->reason;
	}
}
