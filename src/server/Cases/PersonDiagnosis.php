<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Connector\Subject;
use Causeway\Diagnosis\Diagnosis;

/** What a fresh look at one person found, whether or not that person has a case. */
final class PersonDiagnosis {

	/**
	 * @param string $reason    '' where the person was found; else `nobody` (matches nobody here) or `typed-name-only` (somebody tried exactly this name, but it is nobody's).
	 * @param list<array{id: string, system: string, conditions: list<array{type: string, status: string, reason: string, message: string, observedAt: int}>}> $connections
	 */
	public function __construct(
		public readonly ?PersonCard $person,
		public readonly ?CaseFile $case,
		public readonly ?Diagnosis $diagnosis,
		public readonly ?Subject $subject,
		public readonly array $connections,
		public readonly string $reason = '',
	) {}
}
