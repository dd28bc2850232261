<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Background\Pace;
use Causeway\Connector\Registry;
use Causeway\Connector\Subject;
use Causeway\Diagnosis\CausePresenter;
use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\Diagnosis;
use Causeway\Support\Clock;
use Causeway\Support\Reference;

/** The one face of cases for every door: screens, REST, GraphQL, CLI, abilities. Doors check capabilities; this room does not. */
final class CaseDesk {

	/** Link of every system that needs a connection: it leads to the screen of this site where that connection is set up. */
	private const OWN_CONNECTION = 'connection';

	private const WEEK = 7 * 86_400;

	private const MONTH = 30 * 86_400;

	public function __construct(
		private readonly CaseStore $cases,
		private readonly AttemptStore $attempts,
		private readonly DiagnosisStore $diagnoses,
		private readonly Journal $journal,
		private readonly People $people,
		private readonly PersonFinder $persons,
		private readonly SubjectFactory $subjects,
		private readonly CaseDiagnoser $diagnoser,
		private readonly Examination $examination,
		private readonly FixDesk $fixes,
		private readonly CaseCloser $closer,
		private readonly VisitorViews $visitors,
		private readonly WorkList $work,
		private readonly Registry $connectors,
		private readonly Catalog $catalog,
		private readonly Pace $pace,
		private readonly Clock $clock,
	) {}

	public function find( int $id ): ?CaseFile {
		return $this->cases->find( $id );
	}

	/**
	 * @param list<int> $ids
	 * @return list<CaseFile> In the order of their ids; those that are no more are left out.
	 */
	public function findAll( array $ids ): array {
		return $this->cases->findAll( $ids );
	}

	public function findByReference( Reference $reference ): ?CaseFile {
		$attempt = $this->attempts->byReference( $reference );
		return null === $attempt || 0 === $attempt->caseId ? null : $this->cases->find( $attempt->caseId );
	}

	/** The case of a WordPress user, open or over; null where they have none. */
	public function ofUser( int $userId ): ?CaseFile {
		$person = $this->persons->byNeedle( (string) $userId );
		return $person->userId === $userId && '' !== $person->personKey ? $this->cases->ofPerson( $person->personKey ) : null;
	}

	public function list( CaseQuery $query ): CasePage {
		return $this->cases->page( $query );
	}

	/** @return list<AttemptRecord> Newest first. */
	public function attemptsOf( int $caseId, int $limit ): array {
		return $this->attempts->ofCase( $caseId, max( 1, min( 100, $limit ) ) );
	}

	public function diagnosisOf( CaseFile $case ): ?DiagnosisRecord {
		return $case->diagnosisId > 0 ? $this->diagnoses->find( $case->diagnosisId ) : null;
	}

	/** @return list<JournalEntry> Oldest first. */
	public function journalOf( int $caseId ): array {
		return $this->journal->ofCase( $caseId );
	}

	/**
	 * The journal of all cases, newest first.
	 *
	 * @param int $before Id of the last one seen; 0 from the start.
	 * @return list<JournalEntry>
	 */
	public function journal( int $limit, int $before = 0 ): array {
		return $this->journal->page( max( 1, min( 101, $limit ) ), $before );
	}

	/**
	 * Names of the people of many cases at once.
	 *
	 * @param list<CaseFile> $cases
	 * @return array<int, PersonCard> By case id.
	 */
	public function people( array $cases ): array {
		return $this->people->cards( $cases );
	}

	/** How a journal's actor is called; '' for Causeway itself and for somebody who is gone. */
	public function actorName( int $userId ): string {
		return $userId > 0 ? $this->people->displayName( $userId ) : '';
	}

	/** @return array<string, StepStatus> By step id. */
	public function stepsOf( CaseFile $case ): array {
		return $this->fixes->statuses( $case );
	}

	/** When background work will look at a case next, Unix seconds; null where nothing is planned. */
	public function nextLookAt( CaseFile $case ): ?int {
		return $this->work->nextLookAt( $case->id );
	}

	/**
	 * Builds links for {@see CausePresenter::present()}: into the customer's own organisation where an address is certain, else in words.
	 *
	 * @param Subject|null $subject The person of a fresh look; null for the case's own.
	 * @return \Closure(string, string): (array{label: string, url: string, menuPath: string}|null) Takes a link name and a system id.
	 */
	public function links( ?CaseFile $case, ?Subject $subject = null ): \Closure {
		$subject ??= null === $case ? new Subject( '' ) : $this->subjects->make( CaseDiagnoser::personOf( $case ) );
		$presenter = new CausePresenter( $this->catalog );
		return function ( string $name, string $system ) use ( $subject, $presenter ): ?array {
			$link       = $presenter->menuPath( $name, $system );
			$connector  = $this->connectors->get( $system );
			$connection = $this->examination->connectionOf( $system );
			if ( null !== $link && self::OWN_CONNECTION === $name ) {
				return [ ...$link, 'url' => admin_url( 'admin.php?page=causeway&screen=connections&edit=' . ( $connection->id ?? $system ) ) ];
			}
			if ( null !== $link && null !== $connector && null !== $connection ) {
				$link['url'] = $connector->link( $name, $subject->in( $system ), $connection );
			}
			return $link;
		};
	}

	/**
	 * The person's own records in connected systems, as this site knew them last.
	 *
	 * @return list<array{system: string, systemTitle: string, url: string}>
	 */
	public function records( CaseFile $case ): array {
		$subject = $this->subjects->make( CaseDiagnoser::personOf( $case ) );
		$link    = $this->links( $case, $subject );
		$records = [];
		foreach ( $subject->records as $system => $record ) {
			$url = '' === $record->contactId ? '' : $link( 'contact', $system )['url'] ?? '';
			if ( '' !== $url ) {
				$records[] = [
					'system'      => $system,
					'systemTitle' => $this->catalog->systemTexts( $system )['title'],
					'url'         => $url,
				];
			}
		}
		return $records;
	}

	/**
	 * Looks now, in this request: for admins and the CLI only.
	 *
	 * @param int $actor WordPress user id; 0 for Causeway itself.
	 * @throws \OutOfBoundsException Where there is no such case: ask {@see find()} first.
	 */
	public function diagnose( int $caseId, int $actor ): Diagnosis {
		$case = $this->cases->find( $caseId ) ?? throw new \OutOfBoundsException( "There is no case {$caseId}." );
		return $this->diagnoser->diagnose( $case, $actor )[0];
	}

	/** Whether a step of the case was done since that entry of the journal. */
	public function isStepDone( int $caseId, string $step, int $entryId ): bool {
		return $this->fixes->isDone( $caseId, $step, $entryId );
	}

	/** Whether a cause's step is one that its system can take back. */
	public function isUndoable( string $system, string $cause, string $step ): bool {
		return $this->fixes->isUndoable( $system, $cause, $step );
	}

	/** Looks at a person named by user id, login, e-mail address or reference. Where they have a case, the look is stored there. */
	public function diagnosePerson( string $needle ): PersonDiagnosis {
		$person = $this->persons->byNeedle( $needle );
		if ( '' === $person->personKey ) {
			return new PersonDiagnosis( null, null, null, null, $this->examination->connections(), 'nobody' );
		}
		$case = $this->cases->ofPerson( $person->personKey );
		$look = $this->diagnoser->look( $person, $case );
		if ( null !== $case && ! $case->state->isClosed() ) {
			[ $diagnosis ] = $this->diagnoser->diagnose( $case, 0, 0, $look );
			$case          = $this->cases->find( $case->id );
		} else {
			$diagnosis = $this->diagnoser->reckon( $look );
		}
		$named = $case ?? new CaseFile( 0, $person->personKey, $person->userId, $person->portalUserId, '', CaseState::Open, '', '', '', 0, 0, 0, 0, '', 0, '', 0 );
		$card  = $this->people->cards( [ $named ] )[ $named->id ] ?? null;
		return new PersonDiagnosis( $card, $case, $diagnosis, $look->subject, $this->examination->connections(), $person->isKnown() ? '' : 'typed-name-only' );
	}

	public function previewStep( int $caseId, string $step, int $actor ): StepPreview {
		return $this->fixes->preview( $caseId, $step );
	}

	public function runStep( int $caseId, string $step, int $actor, string $fingerprint ): StepOutcome {
		return $this->fixes->run( $caseId, $step, $actor, $fingerprint );
	}

	public function previewUndo( int $caseId, string $step ): StepPreview {
		return $this->fixes->previewUndo( $caseId, $step );
	}

	public function undoStep( int $caseId, string $step, int $actor, string $fingerprint ): StepOutcome {
		return $this->fixes->undo( $caseId, $step, $actor, $fingerprint );
	}

	public function markStepDone( int $caseId, string $step, int $actor ): StepOutcome {
		return $this->fixes->markDone( $caseId, $step, $actor );
	}

	/**
	 * A person says that the trouble is over.
	 *
	 * @return bool False where there is no such case, or it was resolved already.
	 */
	public function resolve( int $caseId, int $actor, string $note ): bool {
		$case = $this->cases->find( $caseId );
		return null !== $case && $this->closer->close( $case, JournalKind::Resolved, $actor, '' === trim( $note ) ? __( 'Closed by hand.', 'causeway' ) : $note );
	}

	/** Notes what a person at the shell did for somebody, outside a fix path. */
	public function note( CaseFile $case, int $actor, string $text ): void {
		$this->journal->append( new JournalEntry( 0, $case->id, $this->clock->now(), $actor, JournalKind::StepDone->value, '', $text ) );
	}

	/**
	 * A person says that the newest diagnosis was wrong. Nothing is changed by that; it is journaled and counted.
	 *
	 * @param string $rightCause `system/cause` that it was instead; '' where they do not know.
	 * @return bool False where the case has no diagnosis, there is no such cause, or the same was said of this diagnosis already.
	 */
	public function dispute( CaseFile $case, int $actor, string $rightCause, string $note ): bool {
		[ $system, $cause ] = [ ...explode( '/', $rightCause, 2 ), '' ];
		if ( 0 === $case->diagnosisId || ( '' !== $rightCause && null === $this->catalog->cause( $system, $cause ) ) ) {
			return false;
		}
		$told = '' === $case->cause ? __( 'no known cause', 'causeway' ) : $this->catalog->texts( $case->system, $case->cause )['title'];
		$text = '' === $rightCause
			/* translators: %s: Title of a cause. */
			? sprintf( __( 'Marked as wrong: %s.', 'causeway' ), $told )
			/* translators: 1: Title of a cause, 2: Title of the cause that it was instead. */
			: sprintf( __( 'Marked as wrong: %1$s. It was: %2$s.', 'causeway' ), $told, $this->catalog->texts( $system, $cause )['title'] );
		return $this->journal->append(
			new JournalEntry(
				0,
				$case->id,
				$this->clock->now(),
				$actor,
				JournalKind::Disputed->value,
				'',
				trim( $text . ' ' . $note ),
				[ 'cause' => '' === $case->cause ? '' : $case->system . '/' . $case->cause ],
				[ 'cause' => $rightCause ]
			),
			"disputed:{$case->diagnosisId}:{$rightCause}"
		);
	}

	public function overview(): Overview {
		$cases = $this->waiting();
		return new Overview( $cases['waiting'], $cases['people'], $cases['resolvedSince'], $this->unexplainedShare(), $cases['byCause'], $this->pace(), $this->lastWorkAt() );
	}

	/** @return array{waiting: int, people: int, resolvedSince: int, byCause: list<array{system: string, cause: string, cases: int}>} Cases and people who wait, cases resolved within a week, causes with most cases first. */
	public function waiting(): array {
		return $this->cases->counts( $this->clock->now() - self::WEEK );
	}

	/** Of the refusals of the last 30 days, those without a known symptom, 0 to 1. */
	public function unexplainedShare(): float {
		$attempts = $this->attempts->counts( $this->clock->now() - self::MONTH );
		return 0 === $attempts['all'] ? 0.0 : $attempts['unexplained'] / $attempts['all'];
	}

	/** What drives the background: `fpm`, `worker`, `cron` or `stalled`. */
	public function pace(): string {
		return $this->pace->now();
	}

	/** Unix seconds; 0 before the first. */
	public function lastWorkAt(): int {
		$age = $this->pace->lastWorkAge();
		return null === $age ? 0 : $this->clock->now() - $age;
	}

	/** Mails that the site's mailer did not take, of the last days. */
	public function failedMails( int $days ): int {
		return $this->journal->countSince( JournalKind::MailFailed, $this->clock->now() - $days * 86_400 );
	}

	/** How good the diagnoses and fixes of the last 30 days were. */
	public function meter(): Meter {
		$since    = $this->clock->now() - self::MONTH;
		$attempts = $this->attempts->counts( $since );
		$times    = $this->cases->fixTimes( $since );
		return new Meter(
			0 === $attempts['all'] ? 0.0 : $attempts['unexplained'] / $attempts['all'],
			$times[ intdiv( count( $times ), 2 ) ] ?? null,
			$this->journal->countSince( JournalKind::Diagnosed, $since ),
			$this->journal->countSince( JournalKind::Disputed, $since )
		);
	}

	/**
	 * Refusals of the last days, today included, by the site's own calendar.
	 *
	 * @return list<array{day: string, refusals: int, people: int}> Oldest first; days as `2026-11-26`.
	 */
	public function trend( int $days ): array {
		$today  = ( new \DateTimeImmutable( '@' . $this->clock->now() ) )->setTimezone( wp_timezone() )->setTime( 0, 0 );
		$starts = [];
		for ( $back = max( 1, min( 31, $days ) ) - 1; $back >= 0; $back-- ) {
			$starts[] = $today->modify( "-{$back} days" );
		}
		$trend = [];
		foreach ( $this->attempts->perDay( array_map( static fn ( \DateTimeImmutable $start ): int => $start->getTimestamp(), $starts ) ) as $index => $counts ) {
			$trend[] = [ 'day' => $starts[ $index ]->format( 'Y-m-d' ) ] + $counts;
		}
		return $trend;
	}

	/** What the person at the form may be told. Open to everybody: {@see VisitorViews} says why that is safe. */
	public function visitorView( Reference $reference, #[\SensitiveParameter] ?string $viewToken ): VisitorView {
		return $this->visitors->view( $reference, $viewToken );
	}
}
