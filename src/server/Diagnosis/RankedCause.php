<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

use Causeway\Support\Finding;

/** A cause that fits, with what speaks for it and what keeps it from being certain. */
final class RankedCause {

	/**
	 * @param list<string>  $why      Sentences for the site admin.
	 * @param list<string>  $against  What is not known, or which rival is not excluded.
	 * @param list<Finding> $evidence
	 * @param list<string>  $steps    Ids of the steps of its fix path that apply to these facts.
	 */
	public function __construct(
		public readonly string $system,
		public readonly string $cause,
		public readonly Confidence $confidence,
		public readonly array $why,
		public readonly array $against,
		public readonly array $evidence,
		public readonly array $steps = [],
	) {}

	/** `system/cause`. */
	public function ref(): string {
		return $this->system . '/' . $this->cause;
	}

	/**
	 * The same cause with another confidence, more reasons for it, or more against.
	 *
	 * @param list<string> $why
	 * @param list<string> $against
	 */
	public function with( Confidence $confidence, array $why = [], array $against = [] ): self {
		return new self( $this->system, $this->cause, $confidence, [ ...$this->why, ...$why ], [ ...$this->against, ...$against ], $this->evidence, $this->steps );
	}

	/** @return array{system: string, cause: string, confidence: string, why: list<string>, against: list<string>, evidence: list<array<string, int|string>>, steps: list<string>} */
	public function toArray(): array {
		return [
			'system'     => $this->system,
			'cause'      => $this->cause,
			'confidence' => $this->confidence->value,
			'why'        => $this->why,
			'against'    => $this->against,
			'evidence'   => array_map( static fn ( Finding $finding ): array => $finding->toArray(), $this->evidence ),
			'steps'      => $this->steps,
		];
	}
}
