<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** The site's last run over many cases. One at a time: who starts another one replaces what is left of it. Implemented in Storage. */
interface CaseRuns {

	public function last(): ?CaseRun;

	public function save( CaseRun $run ): void;
}
