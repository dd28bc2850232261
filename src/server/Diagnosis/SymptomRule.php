<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/** One way in which a refusal shows itself. `pattern` is ready for preg_match and finds the sentence anywhere; '' where only the code tells. */
final class SymptomRule {

	/**
	 * @param list<string>                                        $entries
	 * @param list<string>                                        $codes
	 * @param 'nothing'|'password'|'password-if-vendor-call' $proves
	 */
	public function __construct(
		public readonly string $system,
		public readonly string $id,
		public readonly array $entries,
		public readonly array $codes,
		public readonly string $pattern,
		public readonly string $proves,
		public readonly bool $isOpaque,
	) {}

	/** `system:id`. */
	public function ref(): string {
		return $this->system . ':' . $this->id;
	}
}
