<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Background\Deadline;
use Causeway\Background\Job;
use Causeway\Background\JobKinds;
use Causeway\Background\JobResult;

/** The work of this room, as the background knows it. */
final class CaseJobs {

	private const REMOTE_SECONDS = 300;

	private const HOURLY = 3_600;

	private const DAILY = 86_400;

	/** Looks that a case gets while systems do not answer: about a day. */
	private const MOST_LOOKS = 30;

	public function __construct(
		private readonly AttemptStore $attempts,
		private readonly CaseStore $cases,
		private readonly Intake $intake,
		private readonly CaseDiagnoser $diagnoser,
		private readonly Notifier $notifier,
		private readonly Verifier $verifier,
		private readonly GoodLogin $goodLogin,
		private readonly LinkSnapshot $links,
		private readonly Retention $retention,
		private readonly ResetMails $resets,
		private readonly HelpAnswers $help,
		private readonly RemoteRefusals $remote,
		private readonly WorkList $work,
		private readonly BulkDesk $bulk,
	) {}

	public function register( JobKinds $kinds ): void {
		$kinds->notice( $this->look( ... ) );
		$kinds->add( JobNames::INTAKE, $this->intake( ... ) );
		$kinds->add( JobNames::DIAGNOSE, $this->diagnose( ... ) );
		$kinds->add( JobNames::NOTIFY, fn ( Job $job ): JobResult => $this->notifier->notify( $job->subject, $job->attempts ) );
		$kinds->add( JobNames::VERIFY, fn ( Job $job ): JobResult => $this->verifier->afterStep( $job->subject, (int) $job->cursor ) );
		$kinds->add( JobNames::WATCH, fn ( Job $job ): JobResult => $this->watch( $job ) );
		$kinds->add( JobNames::SIGN_IN, fn ( Job $job ): JobResult => $this->goodLogin->close( $job->subject ) );
		$kinds->add( JobNames::SEND_RESET, fn ( Job $job ): JobResult => $this->resets->send( $job->subject ) );
		$kinds->add( JobNames::HELP, fn ( Job $job ): JobResult => $this->help->answer( $job->cursor ) );
		$kinds->add( JobNames::BULK, fn ( Job $job, Deadline $deadline ): JobResult => $this->bulk->goOn( $deadline ) );
		$kinds->add( JobNames::REMOTE, $this->remote( ... ) );
		$kinds->add( JobNames::LINKS, $this->snapshot( ... ) );
		$kinds->add( JobNames::PURGE, $this->purge( ... ) );
	}

	/** The attempts' own rows are the queue: somebody has to see them. */
	private function look(): void {
		if ( $this->attempts->isWaiting() ) {
			$this->work->add( JobNames::INTAKE );
		}
		if ( $this->remote->isAny() ) {
			$this->work->keep( JobNames::REMOTE );
		}
		$this->work->keep( JobNames::LINKS );
		$this->work->keep( JobNames::PURGE, self::HOURLY );
	}

	private function remote( Job $job, Deadline $deadline ): JobResult {
		$this->remote->take( $deadline );
		return $this->remote->isAny() ? JobResult::more( '', self::REMOTE_SECONDS ) : JobResult::done();
	}

	private function intake( Job $job, Deadline $deadline ): JobResult {
		do {
			$isMore = $this->intake->takeBatch();
		} while ( $isMore && ! $deadline->isOver() );
		return $isMore ? JobResult::more() : JobResult::done();
	}

	private function diagnose( Job $job ): JobResult {
		$case = $this->cases->find( $job->subject );
		if ( null === $case || $case->state->isClosed() ) {
			return JobResult::done();
		}
		$looks       = (int) $job->cursor;
		[ , $wait ]  = $this->diagnoser->diagnose( $case, 0, $looks );
		$isClosed    = $this->goodLogin->closeAfterLogin( $this->cases->find( $job->subject ) );
		$isWorthMore = ! $isClosed && $wait > 0 && $looks < self::MOST_LOOKS;
		return $isWorthMore ? JobResult::more( (string) ( $looks + 1 ), $wait ) : JobResult::done();
	}

	private function watch( Job $job ): JobResult {
		if ( $this->goodLogin->closeAfterLogin( $this->cases->find( $job->subject ) ) ) {
			return JobResult::done();
		}
		return $this->verifier->watch( $job->subject, (int) $job->cursor );
	}

	private function snapshot( Job $job, Deadline $deadline ): JobResult {
		$last = (int) $job->cursor;
		do {
			$last = $this->links->goOn( $last );
		} while ( 0 !== $last && ! $deadline->isOver() );
		return JobResult::more( 0 === $last ? '' : (string) $last, 0 === $last ? self::DAILY : 1 );
	}

	private function purge( Job $job, Deadline $deadline ): JobResult {
		return JobResult::more( '', $this->retention->purge( $deadline ) ? self::DAILY : 1 );
	}
}
