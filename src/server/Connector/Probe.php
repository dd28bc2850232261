<?php

declare(strict_types=1);

namespace Causeway\Connector;

use Causeway\Support\Finding;

/**
 * One check of a remote system. It reads and never writes. Each names the keys that it answers in a constant `PRODUCES`.
 *
 * @template E of Examination
 */
interface Probe {

	/** @return non-empty-list<string> */
	public function produces(): array;

	/**
	 * @param E $look
	 * @return list<Finding> Of keys that it produces; one that is left out is unknown.
	 * @throws ConnectorFault Where a question could not be asked; all its keys are unknown then.
	 */
	public function answer( Examination $look ): array;
}
