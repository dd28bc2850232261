<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** Whether an incident speaks for a case, so that the case itself need not. Implemented by Storage. */
interface IncidentCover {

	/** Id of the open incident that the case belongs to; 0 for none. */
	public function incidentOf( int $caseId ): int;
}
