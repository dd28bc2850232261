<?php

declare(strict_types=1);

namespace Causeway\Audit;

use Causeway\Cases\JobNames;
use Causeway\Cases\WorkList;

/** The one face of audits for every door. Doors check capabilities. */
final class AuditDesk {

	public function __construct( private readonly AuditLog $log, private readonly RiskStore $risks, private readonly WorkList $work ) {}

	/** Has an audit done in the background. Asked while one runs, that one goes on. */
	public function start(): void {
		$this->work->add( JobNames::AUDIT );
	}

	/** The audit that runs, or the last one; null before the first. */
	public function status(): ?AuditState {
		return $this->log->last();
	}

	/**
	 * @param string $cause `system/cause`; '' for any.
	 * @return list<PersonAtRisk>
	 */
	public function atRisk( string $cause = '', int $afterId = 0, int $limit = 20 ): array {
		return $this->risks->list( $cause, $afterId, max( 1, min( 100, $limit ) ) );
	}

	public function ofUser( int $userId ): ?PersonAtRisk {
		return $this->risks->ofUser( $userId );
	}

	/** @return list<array{system: string, cause: string, people: int}> Most people first. */
	public function byCause(): array {
		return $this->risks->byCause();
	}
}
