<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** What an action would change: shown before, kept in the journal after. No secrets. */
final class Change {

	/**
	 * @param array<string, string> $before Field name => value now.
	 * @param array<string, string> $after  Field name => value then.
	 */
	public function __construct(
		public readonly string $summary,
		public readonly array $before,
		public readonly array $after,
		public readonly bool $reversible,
	) {}

	/** Names the state that was previewed, so that a moved state is refused. */
	public function fingerprint(): string {
		return hash( 'sha256', (string) json_encode( [ $this->summary, $this->before, $this->after ] ) );
	}
}
