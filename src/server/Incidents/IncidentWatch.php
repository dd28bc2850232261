<?php

declare(strict_types=1);

namespace Causeway\Incidents;

use Causeway\Background\JobResult;
use Causeway\Cases\JobNames;
use Causeway\Cases\WorkList;
use Causeway\Connector\ConnectionStore;
use Causeway\Diagnosis\Catalog;
use Causeway\Support\Clock;

/** Looks at the site's cases as a whole: opens incidents, gathers cases into them, closes them by proof. Right however often, and by however many, it is run. */
final class IncidentWatch {

	/** Part of the fingerprint: raised where what makes two incidents the same changes. */
	private const VERSION = 1;

	/** An incident that comes back within so long is the same one. */
	private const SAME_SECONDS = 7 * 86_400;

	private const MOST_OPEN = 50;

	/** How often an open incident is looked at. */
	public const PAUSE_SECONDS = 60;

	/** Cases that are looked at again at once, after another of the incident proved that the cause is gone. */
	private const HURRIED = 200;

	/** People from whom on the login form says that a problem is known. */
	private const MANY = 10;

	public function __construct(
		private readonly IncidentStore $incidents,
		private readonly Catalog $catalog,
		private readonly KnownProblem $known,
		private readonly ConnectionStore $connections,
		private readonly WorkList $work,
		private readonly IncidentAnnouncements $announcements,
		private readonly Clock $clock,
	) {}

	/** One look. It comes again while an incident is open, and whenever a case was diagnosed. */
	public function look(): JobResult {
		$now   = $this->clock->now();
		$since = $now - OpeningRule::WINDOW_SECONDS;
		foreach ( $this->incidents->waitingByCause( $since ) as $row ) {
			$this->judge( $row['system'], $row['cause'], $row['people'], $now );
		}
		$open   = $this->incidents->list( true, self::MOST_OPEN );
		$isMany = false;
		foreach ( $open as $incident ) {
			$isMany = $this->follow( $incident, $now ) || $isMany;
		}
		$this->known->tell( $isMany );
		return [] === $open ? JobResult::done() : JobResult::more( '', self::PAUSE_SECONDS );
	}

	private function judge( string $system, string $cause, int $people, int $now ): void {
		$rule = $this->catalog->cause( $system, $cause );
		if ( null === $rule ) {
			return;
		}
		$from     = $now - OpeningRule::WINDOW_SECONDS - OpeningRule::BASELINE_DAYS * 86_400;
		$baseline = 'everybody' === $rule->scope ? 0 : $this->incidents->peopleBetween( $system, $cause, $from, $now - OpeningRule::WINDOW_SECONDS );
		if ( ! OpeningRule::opens( $rule->scope, $rule->closedByLogin, $people, $baseline ) ) {
			return;
		}
		$connection  = $this->connections->ofSystem( $system )->id ?? '';
		$fingerprint = self::fingerprint( $system, $cause, $connection );
		$newest      = $this->incidents->newest( $fingerprint );
		if ( null === $newest || ( $newest->state->isClosed() && $now - $newest->resolvedAt > self::SAME_SECONDS ) ) {
			if ( $this->incidents->open( $fingerprint, $system, $cause, $connection, $now ) ) {
				$this->begin( $fingerprint, $now );
			}
		} elseif ( $newest->state->isClosed() && $this->incidents->regress( $newest->id, $now ) ) {
			$this->begin( $fingerprint, $now );
		}
	}

	private function begin( string $fingerprint, int $now ): void {
		$incident = $this->incidents->newest( $fingerprint );
		if ( null === $incident ) {
			return;
		}
		$this->incidents->gather( $incident->id, $incident->system, $incident->cause, $now - OpeningRule::WINDOW_SECONDS );
		$this->incidents->recount( $incident->id );
		$this->work->add( IncidentJobs::NOTIFY, $incident->id );
		$fresh = $this->incidents->find( $incident->id );
		if ( null !== $fresh ) {
			$this->announcements->opened( $fresh );
		}
	}

	/** @return bool Whether it is one that the login form should tell of. */
	private function follow( Incident $incident, int $now ): bool {
		$this->incidents->gather( $incident->id, $incident->system, $incident->cause, $incident->openedAt - OpeningRule::WINDOW_SECONDS );
		$this->incidents->recount( $incident->id );
		$fresh = $this->incidents->find( $incident->id ) ?? $incident;
		if ( 0 === $fresh->waiting ) {
			if ( $this->incidents->resolve( $fresh->id, $now ) ) {
				$this->work->add( IncidentJobs::NOTIFY, $fresh->id );
			}
			return false;
		}
		$isForAll = 'everybody' === $this->catalog->cause( $fresh->system, $fresh->cause )?->scope;
		if ( $isForAll && $this->incidents->hasProof( $fresh->id, $now - 2 * self::PAUSE_SECONDS ) ) {
			// What lies in one place for all is gone for all: their own looks need not wait for their turn.
			foreach ( $this->incidents->casesOf( $fresh->id, true, 0, self::HURRIED ) as $caseId ) {
				$this->work->add( JobNames::WATCH, $caseId );
			}
		}
		return $isForAll || $fresh->waiting >= self::MANY;
	}

	/** The same for what is the same trouble: this cause, through this connection. */
	private static function fingerprint( string $system, string $cause, string $connection ): string {
		return substr( hash( 'sha256', self::VERSION . '|' . $system . '|' . $cause . '|' . $connection ), 0, 32 );
	}
}
