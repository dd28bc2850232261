<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Diagnosis\Diagnosis;

/** Diagnoses, written once. */
interface DiagnosisStore {

	/** Returns its id. */
	public function add( int $caseId, int $madeAt, string $catalogVersion, Diagnosis $diagnosis ): int;

	public function find( int $id ): ?DiagnosisRecord;

	/** Drops a case's older diagnoses but the newest few. */
	public function trim( int $caseId, int $keep ): void;
}
