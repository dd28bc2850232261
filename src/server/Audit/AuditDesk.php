<?php

declare(strict_types=1);

namespace Causeway\Audit;

use Causeway\Cases\EarlyCases;
use Causeway\Cases\JobNames;
use Causeway\Cases\PersonMatch;
use Causeway\Cases\WorkList;

/** The one face of audits for every door. Doors check capabilities. */
final class AuditDesk {

	public function __construct( private readonly AuditLog $log, private readonly RiskStore $risks, private readonly WorkList $work, private readonly EarlyCases $cases ) {}

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

	/**
	 * Opens a case for each of some people at risk, so that they can be put right before they are refused: three or more of one cause become one incident,
	 * with its one step for all.
	 *
	 * @param string $cause   `system/cause`.
	 * @param int    $afterId Of the last person of the call before; 0 from the start.
	 * @param int    $limit   1 to 100.
	 * @param int    $actor   WordPress user id.
	 * @return array{opened: int, known: int, elsewhere: int, next: int} Cases opened; people who have one under way; people who have no account here, whom
	 *                                                                  only their own system can help; where to go on, 0 at the end.
	 */
	public function openCases( string $cause, int $afterId, int $limit, int $actor ): array {
		$people = $this->atRisk( $cause, $afterId, $limit );
		$counts = [
			'opened'    => 0,
			'known'     => 0,
			'elsewhere' => 0,
		];
		foreach ( $people as $person ) {
			$portal = str_starts_with( $person->personKey, 'portal:' ) ? (int) substr( $person->personKey, 7 ) : 0;
			$match  = PersonMatch::of( $person->userId, $portal );
			$result = match ( true ) {
				! $match->isKnown() => 'elsewhere',
				$this->cases->open( $match, $person->system, $person->cause, $actor ) => 'opened',
				default => 'known',
			};
			++$counts[ $result ];
		}
		$last = end( $people );
		return $counts + [ 'next' => false !== $last && count( $people ) === max( 1, min( 100, $limit ) ) ? $last->id : 0 ];
	}

	/** @return list<array{system: string, cause: string, people: int}> Most people first. */
	public function byCause(): array {
		return $this->risks->byCause();
	}
}
