<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Support\Finding;
use Causeway\Systems\ZohoCrm\Examination;

/** One check of Zoho CRM. It reads and never writes. Each names the keys that it answers in a constant `PRODUCES`. */
interface Probe {

	/** @return non-empty-list<string> */
	public function produces(): array;

	/**
	 * @return list<Finding> Of keys that it produces; one that is left out is unknown.
	 * @throws ConnectorFault Where a question could not be asked; all its keys are unknown then.
	 */
	public function answer( Examination $look ): array;
}
