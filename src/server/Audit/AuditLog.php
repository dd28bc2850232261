<?php

declare(strict_types=1);

namespace Causeway\Audit;

/** What is kept of the last audit: where the next one goes on, and what the screens say of it. */
interface AuditLog {

	public function last(): ?AuditState;

	public function save( AuditState $state ): void;
}
