<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Diagnosis\Diagnosis;

/** Tells other code of this site what became of a case. Whoever listens and fails changes nothing here. */
interface Announcements {

	public function opened( CaseFile $case ): void;

	public function diagnosed( CaseFile $case, Diagnosis $diagnosis ): void;

	public function resolved( CaseFile $case ): void;
}
