<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/** A cause that could have shown the same, and the facts that exclude it. */
final class RuledOutCause {

	/** @param list<string> $because Sentences for the site admin. */
	public function __construct( public readonly string $system, public readonly string $cause, public readonly array $because ) {}

	/** @return array{system: string, cause: string, because: list<string>} */
	public function toArray(): array {
		return [
			'system'  => $this->system,
			'cause'   => $this->cause,
			'because' => $this->because,
		];
	}
}
