<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

use Causeway\Support\Truth;

/** What a rule came to, and which facts decided it. Facts are named in full: `zoho-crm:contact.exists`, `wordpress:incorrect-password`. */
final class Verdict {

	/**
	 * @param list<string> $for     Facts that make it true, or would.
	 * @param list<string> $against Facts that make it false.
	 * @param list<string> $missing Findings without an answer that the rule asked for.
	 */
	public function __construct( public readonly Truth $truth, public readonly array $for, public readonly array $against, public readonly array $missing ) {}
}
