<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/** A known symptom, recognised by its code or its text. `proves` says what the sentence alone tells about the person. */
final class SymptomMatch {

	/**
	 * @param string                                              $symptom `system:id`.
	 * @param 'nothing'|'password'|'password-if-vendor-call' $proves
	 */
	public function __construct( public readonly string $symptom, public readonly string $proves ) {}
}
