<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Support\Clock;

/** Closes cases, and keeps the list of people whose next good login is news. */
final class CaseCloser {

	private const MOST_WATCHED = 250;

	public function __construct(
		private readonly CaseStore $cases,
		private readonly AttemptStore $attempts,
		private readonly Journal $journal,
		private readonly BegunSteps $begun,
		private readonly CaseSettings $settings,
		private readonly Announcements $announcements,
		private readonly Clock $clock,
	) {}

	/** @return bool False where it was closed already: then nothing is written and nobody is told. */
	public function close( CaseFile $case, JournalKind $kind, int $actor, string $text ): bool {
		$now = $this->clock->now();
		if ( ! $this->cases->move( $case->id, CaseState::waiting(), CaseState::Resolved, $now ) ) {
			return false;
		}
		$this->attempts->advance( $case->id, AttemptState::Received, AttemptState::Fixed );
		$this->attempts->advance( $case->id, AttemptState::Explained, AttemptState::Fixed );
		foreach ( JournalKind::Verified === $kind ? $this->begun->of( $case->id ) : [] as $begun ) {
			// The cause that it was begun against is gone: it was done, and whoever did it did not live to note it.
			$this->begun->noteDone( $begun, $now );
		}
		$this->journal->append( new JournalEntry( 0, $case->id, $now, $actor, $kind->value, '', $text ), "closed:{$case->id}:{$case->round}:{$now}" );
		$this->refreshWatch();
		$closed = $this->cases->find( $case->id );
		if ( null !== $closed ) {
			$this->announcements->resolved( $closed );
		}
		return true;
	}

	/** Reckoned anew each time, so that no update is lost. Written only where it changed. */
	public function refreshWatch(): void {
		$this->settings->watchSignIns( $this->cases->waitingUsers( self::MOST_WATCHED ) );
	}
}
