<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Connector\Action;
use Causeway\Connector\Connection;
use Causeway\Diagnosis\CauseRule;

/** A step of a case's fix path, with all that is needed to run it, or the reason why it cannot run. */
final class PlannedStep {

	/**
	 * @param string $reason   '' where it can run by machine; else as in {@see StepPreview}.
	 * @param string $settings Id of the connection whose settings keep it from running, or of the system that is not connected; '' where something else does.
	 */
	public function __construct(
		public readonly ?CaseFile $case,
		public readonly ?CauseRule $cause,
		public readonly ?Action $action,
		public readonly ?Connection $connection,
		public readonly string $reason,
		public readonly string $message,
		public readonly string $settings = '',
	) {}
}
