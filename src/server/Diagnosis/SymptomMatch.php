<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/** A known symptom, recognised by its code or its text. `proves` says what the sentence alone tells about the person. */
final class SymptomMatch {

	/**
	 * @param string                                              $symptom `system:id`.
	 * @param 'nothing'|'password'|'password-if-vendor-call' $proves
	 * @param string                                              $source  The plugin that says it; '' for the system itself.
	 */
	public function __construct( public readonly string $symptom, public readonly string $proves, public readonly string $source = '' ) {}
}
