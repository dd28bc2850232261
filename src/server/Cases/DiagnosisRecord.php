<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Diagnosis\Diagnosis;

/** A diagnosis as it was made: written once, never edited. */
final class DiagnosisRecord {

	public function __construct(
		public readonly int $id,
		public readonly int $caseId,
		public readonly int $madeAt,
		public readonly string $catalogVersion,
		public readonly Diagnosis $diagnosis,
	) {}
}
