<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Connector\Subject;
use Causeway\Diagnosis\Facts;

/** What a fresh look at a case's person found, and whom it asked about. */
final class CaseFacts {

	public function __construct( public readonly Subject $subject, public readonly Facts $facts ) {}
}
