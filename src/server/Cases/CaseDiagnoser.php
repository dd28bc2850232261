<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\Confidence;
use Causeway\Diagnosis\Diagnoser;
use Causeway\Diagnosis\Diagnosis;
use Causeway\Diagnosis\Facts;
use Causeway\Diagnosis\RankedCause;
use Causeway\Diagnosis\RuleInterpreter;
use Causeway\Support\Clock;
use Causeway\Support\Truth;

/** Looks at a case's person through every connector, ranks the causes, and stores what came out. Also proves that a cause is gone. */
final class CaseDiagnoser {

	/** How long a proven attempt keeps its say beside newer ones that prove nothing: a stranger's guess does not hide the person's own trouble. */
	private const PROVEN_COUNTS_SECONDS = 86_400;

	private const KEEP_DIAGNOSES = 20;

	/** A cause that a login closes is often gone before anybody reads a mail about it. */
	private const NOTICE_DELAY_SECONDS = 600;

	private const ATTEMPTS_WITHOUT_DELAY = 3;

	public function __construct(
		private readonly CaseStore $cases,
		private readonly AttemptStore $attempts,
		private readonly DiagnosisStore $diagnoses,
		private readonly Journal $journal,
		private readonly SubjectFactory $subjects,
		private readonly LinkSnapshot $links,
		private readonly Examination $examination,
		private readonly Catalog $catalog,
		private readonly Diagnoser $diagnoser,
		private readonly RuleInterpreter $rules,
		private readonly CaseCloser $closer,
		private readonly WorkList $work,
		private readonly Announcements $announcements,
		private readonly Clock $clock,
	) {}

	/** Looks without writing anything but which record stands for the person where: once it is deleted, nobody else may know. */
	public function look( PersonMatch $person, ?CaseFile $case ): CaseFacts {
		$newest   = null === $case ? null : ( $this->attempts->ofCase( $case->id, 1 )[0] ?? null );
		$proven   = null === $case ? null : $this->attempts->newestProven( $case->id );
		$isRecent = null !== $proven && null !== $newest && $newest->occurredAt - $proven->occurredAt <= self::PROVEN_COUNTS_SECONDS;
		$telling  = $isRecent ? $proven : $newest;
		if ( null === $case || $case->diagnosisId > 0 || ( $telling?->portalFailed() ?? false ) ) {
			// Only a first look may take what another person's look found a moment ago: any later one may close the case. And what was well before the
			// portal's own call went wrong says nothing about why it did.
			$this->examination->forget();
		}
		$symptoms = [ ...( $telling?->symptoms() ?? [] ), ...( $newest?->symptoms() ?? [] ) ];
		$known    = $this->subjects->make( $person, $telling );
		$subject  = $this->examination->introduced( $known );
		$this->links->keep( $subject, $known );
		return new CaseFacts( $subject, $this->examination->facts( $subject, array_values( array_unique( $symptoms ) ) ) );
	}

	public function reckon( CaseFacts $look ): Diagnosis {
		return $this->diagnoser->diagnose( $look->facts );
	}

	/**
	 * Looks and stores what came out. A case whose known cause has gone since is closed by that proof.
	 *
	 * @param CaseFacts|null $look What a look a moment ago found; null for a fresh one.
	 * @return array{Diagnosis, int} The diagnosis, and in how many seconds it is worth looking again; 0 for not.
	 */
	public function diagnose( CaseFile $case, int $actor, int $tries = 0, ?CaseFacts $look = null ): array {
		$look ??= $this->look( self::personOf( $case ), $case );
		$now    = $this->clock->now();
		if ( $this->provesRepair( $case, $look ) && ! $this->failedSince( $case ) && $this->closer->close( $case, JournalKind::Verified, $actor, __( 'A fresh look proves that the cause is gone.', 'causeway' ) ) ) {
			return [ $this->reckon( $look ), 0 ];
		}
		$diagnosis = $this->reckon( $look );
		$first     = $diagnosis->causes[0] ?? null;
		$wait      = Waits::seconds( Examination::openReasons( $look->facts ), $tries );
		if ( 0 === $case->attemptCount && 0 === $wait && ( null === $first || Confidence::Possible === $first->confidence ) && $this->closer->close( $case, JournalKind::Verified, $actor, __( 'A fresh look finds nothing that would keep the person out.', 'causeway' ) ) ) {
			// Opened before anybody was refused, and nobody will be.
			return [ $diagnosis, 0 ];
		}
		$kept = $this->keptFrom( $case, $first, $look->facts );
		if ( null !== $kept ) {
			$this->attempts->advance( $case->id, AttemptState::Received, AttemptState::Explained );
			if ( $actor > 0 ) {
				$this->journal->append( new JournalEntry( 0, $case->id, $now, $actor, JournalKind::NotYet->value, '', $this->catalog->reasonSentence( self::unasked( $case->system, $look->facts ) ) ), "unasked:{$case->id}:{$now}" );
			}
			return [ $kept, $wait ];
		}
		$id        = $this->diagnoses->add( $case->id, $now, $this->catalog->version(), $diagnosis );
		$this->cases->describe( $case->id, $id, $first->system ?? '', $first->cause ?? '', $first?->confidence->value ?? '', $now );
		$this->diagnoses->trim( $case->id, self::KEEP_DIAGNOSES );
		$isExplained = null !== $first && Confidence::Possible !== $first->confidence;
		if ( $isExplained ) {
			$this->cases->move( $case->id, [ CaseState::Open ], CaseState::Diagnosed, $now );
			$this->attempts->advance( $case->id, AttemptState::Received, AttemptState::Explained );
		}
		$title = null === $first ? __( 'No known cause fits yet.', 'causeway' ) : $this->catalog->texts( $first->system, $first->cause )['title'];
		if ( $actor > 0 || ( $first->system ?? '' ) !== $case->system || ( $first->cause ?? '' ) !== $case->cause || 0 === $case->diagnosisId ) {
			$this->journal->append( new JournalEntry( 0, $case->id, $now, $actor, JournalKind::Diagnosed->value, '', $title ), "diagnosed:{$id}" );
		}
		$fresh = $this->cases->find( $case->id ) ?? $case;
		$this->announcements->diagnosed( $fresh, $diagnosis );
		$isCertain = null !== $first && Confidence::Certain === $first->confidence;
		$wait      = $isCertain ? 0 : $wait;
		if ( $fresh->isKnown() && ! $fresh->state->isClosed() ) {
			$this->planNotice( $fresh, $isExplained, $wait );
			// Done after all diagnoses that are due, and before any mail about them.
			$this->work->add( JobNames::INCIDENTS );
			$this->work->add( JobNames::NOTICES );
			$this->work->add( JobNames::WATCH, $case->id, $this->firstWatch( $fresh ) );
		}
		return [ $diagnosis, $wait ];
	}

	/**
	 * The diagnosis that a case already has, where a new look could not ask its system and so says less: that nobody could look takes nothing back.
	 * Null where the new look counts. Whoever fails again after a repair is looked at anew, whatever it was before.
	 */
	private function keptFrom( CaseFile $case, ?RankedCause $first, Facts $facts ): ?Diagnosis {
		$rule      = '' === $case->cause ? null : $this->catalog->cause( $case->system, $case->cause );
		$was       = Confidence::tryFrom( $case->confidence );
		$saysLess  = null !== $was && ( null === $first || $first->confidence->rank() > $was->rank() );
		$isUnasked = in_array( $case->state, [ CaseState::Diagnosed, CaseState::Fixing ], true ) && '' !== self::unasked( $case->system, $facts );
		return null !== $rule && $saysLess && $isUnasked && Truth::Unknown === $this->rules->evaluate( $rule->when, $rule->system, $facts )->truth
			? $this->diagnoses->find( $case->diagnosisId )?->diagnosis
			: null;
	}

	/**
	 * Seconds after which the system of this case may be asked again, where it could not be asked now and so nobody can tell whether the cause is gone.
	 * 0 where the look told, or where it may be this person's record alone that cannot be read.
	 */
	public function waitToAsk( CaseFile $case, CaseFacts $look ): int {
		$rule   = $this->catalog->cause( $case->system, $case->cause );
		$reason = self::unasked( $case->system, $look->facts );
		return null !== $rule && ! Waits::mayBePersonal( $reason ) && Truth::Unknown === $this->rules->evaluate( $rule->verification, $rule->system, $look->facts )->truth
			? Waits::seconds( [ $reason ] )
			: 0;
	}

	/** The first passing reason why a system could not be asked; '' where it could. */
	private static function unasked( string $system, Facts $facts ): string {
		foreach ( $facts->findings as $finding ) {
			if ( $finding->system === $system && Waits::isPassing( $finding->reason ) ) {
				return $finding->reason;
			}
		}
		return '';
	}

	/** Whether fresh facts prove that the cause of this case is gone, and nothing else keeps the person out now. */
	public function provesRepair( CaseFile $case, CaseFacts $look ): bool {
		$rule = '' === $case->cause ? null : $this->catalog->cause( $case->system, $case->cause );
		return null !== $rule && Truth::True === $this->rules->evaluate( $rule->verification, $rule->system, $look->facts )->truth && ! $this->hasAnotherCause( $case, $look );
	}

	/**
	 * Whether fresh facts prove another cause in the same system than the one that this case is known by: restored, say, but without the Account that
	 * the portal wants. What other systems say rests on the refused attempt, which is over.
	 */
	public function hasAnotherCause( CaseFile $case, CaseFacts $look ): bool {
		foreach ( $this->reckon( $look )->causes as $ranked ) {
			if ( Confidence::Certain === $ranked->confidence && $ranked->system === $case->system && $ranked->cause !== $case->cause ) {
				return true;
			}
		}
		return false;
	}

	/** Whether the person was refused again after the cause had been named: then a rule that holds proves nothing. */
	private function failedSince( CaseFile $case ): bool {
		$made = $case->diagnosisId > 0 ? $this->diagnoses->find( $case->diagnosisId )->madeAt ?? 0 : 0;
		return $case->lastAttemptAt > $made && ! ( $this->catalog->cause( $case->system, $case->cause )->closedByLogin ?? false );
	}

	public static function personOf( CaseFile $case ): PersonMatch {
		return new PersonMatch( $case->personKey, $case->userId, $case->portalUserId );
	}

	private function planNotice( CaseFile $case, bool $isExplained, int $wait ): void {
		$rule    = $this->catalog->cause( $case->system, $case->cause );
		$isCalm  = null !== $rule && $rule->closedByLogin && $case->attemptCount < self::ATTEMPTS_WITHOUT_DELAY;
		// Nothing to tell yet: wait for the next look, and for more than a stranger's single guess.
		$isVague = ! $isExplained && ( $wait > 0 || ( $case->attemptCount < self::ATTEMPTS_WITHOUT_DELAY && null === $this->attempts->newestProven( $case->id ) ) );
		$this->work->add( JobNames::NOTIFY, $case->id, $isCalm || $isVague ? self::NOTICE_DELAY_SECONDS : 0 );
	}

	/** When to look whether somebody repaired it elsewhere: at the end of a wait that the fix path names, else after half an hour. */
	private function firstWatch( CaseFile $case ): int {
		foreach ( $this->catalog->cause( $case->system, $case->cause )->fixPath ?? [] as $step ) {
			if ( $step['waitMinutes'] > 0 ) {
				return 60 * $step['waitMinutes'];
			}
		}
		return 1_800;
	}
}
