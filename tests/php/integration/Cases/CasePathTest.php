<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Cases;

use Causeway\Cases\AttemptState;
use Causeway\Cases\CaseQuery;
use Causeway\Cases\CaseState;
use Causeway\Cases\JobNames;
use Causeway\Cases\JournalEntry;
use Causeway\Connector\FaultKind;

/** From a refused login to a resolved case, through every service of the room. */
final class CasePathTest extends CaseRoomTestCase {

	private const TOKEN = '0123456789abcdef0123456789abcdef';

	public function test_a_refusal_becomes_a_diagnosed_case_with_one_mail(): void {
		$this->room->connect();
		$user      = self::user( [ 'display_name' => "Mara \u{202E}<b>Lind</b>\r\nBcc: all@example.org" ] );
		$reference = $this->room->refuse( $user->ID, $user->user_login, true, self::TOKEN );

		$this->room->work();
		$case = $this->room->desk->findByReference( $reference );

		self::assertNotNull( $case );
		self::assertSame( CaseState::Diagnosed, $case->state );
		self::assertSame( [ 'crm', 'contact-in-recycle-bin' ], [ $case->system, $case->cause ] );
		self::assertSame( [ 'opened', 'diagnosed', 'mail' ], $this->kinds( $case->id ) );
		self::assertCount( 1, $this->room->mailer->sent );
		$mail = $this->room->mailer->sent[0];
		self::assertSame( [ get_option( 'admin_email' ) ], $mail['recipients'] );
		self::assertStringNotContainsString( 'Mara', $mail['subject'] );
		self::assertStringContainsString( (string) $reference, $mail['subject'] );
		self::assertStringContainsString( 'The contact is in the recycle bin', $mail['body'] );
		self::assertStringContainsString( '1. Restore the contact', $mail['body'] );
		self::assertStringContainsString( admin_url( 'admin.php?page=causeway&case=' . $case->id ), $mail['body'] );
		self::assertDoesNotMatchRegularExpression( '/^Bcc:/m', $mail['body'] );

		$this->room->refuse( $user->ID, $user->user_login, true );
		$this->room->work();
		self::assertCount( 1, $this->room->mailer->sent );
		self::assertSame( 2, $this->room->desk->find( $case->id )?->attemptCount );
	}

	public function test_intake_counts_each_attempt_once_however_often_it_runs(): void {
		$user = self::user();
		for ( $attempt = 0; $attempt < 7; $attempt++ ) {
			$reference = $this->room->refuse( $user->ID, $user->user_login );
		}
		$this->room->intake->takeBatch();
		$this->room->intake->takeBatch();
		$this->room->database->run( "UPDATE {$this->room->database->table( 'attempts' )} SET case_id = 0 WHERE reference = %s", $reference->letters() );
		$this->room->intake->takeBatch();

		$page = $this->room->desk->list( new CaseQuery() );
		self::assertCount( 1, $page->cases );
		self::assertSame( 7, $page->cases[0]->attemptCount );
		self::assertSame( $reference->letters(), $page->cases[0]->lastReference );
	}

	public function test_names_that_match_nobody_have_a_case_of_their_own_and_no_mail(): void {
		$this->room->refuse( 0, 'mara.lindd@example.org' );
		$this->room->refuse( 0, ' MARA.LINDD@example.org' );
		$this->room->work();

		self::assertCount( 0, $this->room->desk->list( new CaseQuery() )->cases );
		$page = $this->room->desk->list( new CaseQuery( knownPeopleOnly: false ) );
		self::assertCount( 1, $page->cases );
		self::assertSame( 2, $page->cases[0]->attemptCount );
		self::assertSame( [], $this->room->mailer->sent );
		self::assertSame( 'A name that matches nobody here', $this->room->desk->people( $page->cases )[ $page->cases[0]->id ]->label );
		self::assertSame( 'typed-name-only', $this->room->desk->diagnosePerson( 'mara.lindd@example.org' )->reason );
		self::assertSame( 'nobody', $this->room->desk->diagnosePerson( 'nobody.ever@example.org' )->reason );
	}

	public function test_a_flood_of_names_that_match_nobody_is_one_case_and_hides_nobody(): void {
		$this->room->refuse( 0, 'typed.before@example.org' );
		$this->room->work();
		$user = self::user()->ID;
		for ( $name = 0; $name < 150; $name++ ) {
			$this->room->refuse( 0, "guess{$name}@example.org" );
		}
		$this->room->refuse( 0, 'typed.before@example.org' );
		$this->room->refuse( $user );
		$this->room->work();

		$counts = [];
		$page   = $this->room->desk->list( new CaseQuery( knownPeopleOnly: false, first: 100 ) );
		foreach ( $page->cases as $case ) {
			$counts[ strtok( $case->personKey, ':' ) ] = $case->attemptCount;
		}
		self::assertEquals( [ 'strangers' => 150, 'login' => 2, 'user' => 1 ], $counts );
	}

	public function test_a_step_is_previewed_run_once_and_proved_by_a_fresh_look(): void {
		$case    = $this->diagnosed();
		$preview = $this->room->desk->previewStep( $case, 'restore', 1 );
		self::assertTrue( $preview->canRun() );
		self::assertSame( [ 'contact' => 'deleted' ], $preview->before );

		$outcome = $this->room->desk->runStep( $case, 'restore', 1, $preview->fingerprint );
		$again   = $this->room->desk->runStep( $case, 'restore', 1, $preview->fingerprint );

		self::assertSame( [ 'done', 'done' ], [ $outcome->state, $again->state ] );
		self::assertSame( CaseState::Fixing, $outcome->caseState );
		self::assertSame( 1, $this->room->crm->writes );
		$step = $this->entry( $case, 'step-done' );
		self::assertSame( [ 'contact' => 'exists' ], $step->after );
		self::assertSame( 1, $step->actor );

		$resolved = 0;
		add_action( 'causeway_case_resolved', static function () use ( &$resolved ): void {
			++$resolved;
		} );
		$this->room->work();
		self::assertSame( CaseState::Resolved, $this->room->desk->find( $case )?->state );
		self::assertSame( AttemptState::Fixed, $this->room->desk->attemptsOf( $case, 5 )[0]->state );
		self::assertSame( 1, $resolved );
		self::assertSame( 'closed', $this->room->desk->previewStep( $case, 'restore', 1 )->reason );
	}

	public function test_what_moved_since_the_preview_is_refused(): void {
		$case    = $this->diagnosed();
		$preview = $this->room->desk->previewStep( $case, 'restore', 1 );
		$this->room->crm->contact = 'merged';

		$outcome = $this->room->desk->runStep( $case, 'restore', 1, $preview->fingerprint );

		self::assertSame( [ 'refused', 'moved' ], [ $outcome->state, $outcome->reason ] );
		self::assertSame( 0, $this->room->crm->writes );
	}

	public function test_a_done_step_is_taken_back_as_previewed_and_waits_again(): void {
		$case    = $this->diagnosed();
		$desk    = $this->room->desk;
		$preview = $desk->previewStep( $case, 'restore', 1 );
		self::assertSame( 'not-done', $desk->previewUndo( $case, 'restore' )->reason );
		$desk->runStep( $case, 'restore', 1, $preview->fingerprint );
		self::assertTrue( $this->step( $case )->isUndoable );
		self::assertSame( [ 'contact' => 'deleted' ], $this->step( $case )->before );

		$back = $desk->previewUndo( $case, 'restore' );
		self::assertSame( [ [ 'contact' => 'exists' ], [ 'contact' => 'deleted' ] ], [ $back->before, $back->after ] );
		self::assertSame( [ 'refused', 'moved' ], [ $desk->undoStep( $case, 'restore', 7, 'another' )->state, $desk->undoStep( $case, 'restore', 7, 'another' )->reason ] );
		self::assertSame( 1, $this->room->crm->writes, 'only what was previewed is written' );
		$outcome = $desk->undoStep( $case, 'restore', 7, $back->fingerprint );
		$again   = $desk->undoStep( $case, 'restore', 7, $back->fingerprint );

		self::assertSame( [ 'done', 'refused', 'not-done' ], [ $outcome->state, $again->state, $again->reason ] );
		self::assertSame( [ 2, 'deleted' ], [ $this->room->crm->writes, $this->room->crm->contact ] );
		self::assertSame( [ 7, [ 'contact' => 'deleted' ] ], [ $this->entry( $case, 'step-undone' )->actor, $this->entry( $case, 'step-undone' )->after ] );
		self::assertSame( [ 0, false ], [ $this->step( $case )->doneAt, $this->step( $case )->isUndoable ] );
		self::assertSame( CaseState::Diagnosed, $outcome->caseState );

		$desk->runStep( $case, 'restore', 1, $desk->previewStep( $case, 'restore', 1 )->fingerprint );
		$this->room->work();
		self::assertSame( CaseState::Resolved, $desk->find( $case )?->state, 'the same step may be done again' );
		self::assertSame( 'done', $desk->undoStep( $case, 'restore', 7, $desk->previewUndo( $case, 'restore' )->fingerprint )->state );
		self::assertSame( CaseState::Resolved, $desk->find( $case )?->state, 'a case that is over stays over' );
	}

	public function test_what_a_person_did_by_hand_or_may_not_write_is_not_taken_back(): void {
		$case = $this->diagnosed();
		$this->room->desk->markStepDone( $case, 'restore', 1 );
		self::assertSame( 'not-undoable', $this->room->desk->previewUndo( $case, 'restore' )->reason );
		$this->room->desk->runStep( $case, 'restore', 1, $this->room->desk->previewStep( $case, 'restore', 1 )->fingerprint );
		$this->room->connect( false );
		self::assertSame( 'read-only', $this->room->desk->previewUndo( $case, 'restore' )->reason );
		$this->room->connect();
		$this->room->crm->fault = FaultKind::TimedOut;
		self::assertSame( 'timed-out', $this->room->desk->previewUndo( $case, 'restore' )->reason );
		self::assertSame( 1, $this->room->crm->writes );
	}

	private function step( int $case ): \Causeway\Cases\StepStatus {
		return $this->room->desk->stepsOf( $this->room->desk->find( $case ) ?? self::fail() )['restore'];
	}

	public function test_says_why_a_step_cannot_run(): void {
		$case = $this->diagnosed();
		self::assertSame( 'unknown-case', $this->room->desk->previewStep( 999_999, 'restore', 1 )->reason );
		self::assertSame( 'unknown-step', $this->room->desk->previewStep( $case, 'nothing', 1 )->reason );
		self::assertSame( 'not-runnable', $this->room->desk->previewStep( $case, 'ask-why', 1 )->reason );
		$this->room->crm->fault = FaultKind::TimedOut;
		self::assertSame( 'timed-out', $this->room->desk->previewStep( $case, 'restore', 1 )->reason );
		$this->room->connect( false );
		self::assertSame( 'read-only', $this->room->desk->previewStep( $case, 'restore', 1 )->reason );
		$this->room->connections->delete( 'crm' );
		self::assertSame( 'no-connection', $this->room->desk->previewStep( $case, 'restore', 1 )->reason );
		$steps = $this->room->desk->stepsOf( $this->room->desk->find( $case ) ?? self::fail() );
		self::assertFalse( $steps['restore']->isRunnable );
		self::assertSame( [ 'crm', '' ], [ $steps['restore']->connection, $steps['ask-why']->connection ], 'the connection to be opened' );
	}

	public function test_a_system_that_shows_the_repair_late_is_asked_again(): void {
		$case = $this->diagnosed();
		$this->room->crm->lag = 2;
		$this->room->desk->runStep( $case, 'restore', 1, $this->room->desk->previewStep( $case, 'restore', 1 )->fingerprint );

		$this->room->work();
		self::assertSame( CaseState::Fixing, $this->room->desk->find( $case )?->state );
		$this->room->hurry();
		$this->room->work();
		$this->room->hurry();
		$this->room->work();
		self::assertSame( CaseState::Resolved, $this->room->desk->find( $case )?->state );
	}

	public function test_a_step_that_did_not_help_is_said_not_to_have_helped(): void {
		$case = $this->diagnosed();
		$this->room->crm->lag = 1000;
		$this->room->desk->markStepDone( $case, 'ask-why', 1 );
		for ( $round = 0; $round < 12; $round++ ) {
			$this->room->work();
			$this->room->hurry();
		}

		self::assertSame( CaseState::Diagnosed, $this->room->desk->find( $case )?->state );
		self::assertContains( 'not-yet', $this->kinds( $case ) );
	}

	public function test_of_a_step_whose_system_cannot_be_asked_nothing_is_said_until_it_can(): void {
		$case = $this->diagnosed();
		$this->room->desk->runStep( $case, 'restore', 1, $this->room->desk->previewStep( $case, 'restore', 1 )->fingerprint );
		$this->room->crm->fault = FaultKind::RateLimited;
		for ( $round = 0; $round < 12; $round++ ) {
			$this->room->work();
			$this->room->hurry();
		}
		self::assertSame( CaseState::Fixing, $this->room->desk->find( $case )?->state );
		self::assertNotContains( 'not-yet', $this->kinds( $case ) );

		$this->room->crm->fault = null;
		$this->room->work();
		self::assertSame( CaseState::Resolved, $this->room->desk->find( $case )?->state );
	}

	public function test_a_watch_that_could_not_ask_puts_the_next_one_off_no_further(): void {
		$case  = $this->diagnosed();
		$watch = JobNames::key( JobNames::WATCH, $case );
		$this->room->crm->fault = FaultKind::RateLimited;
		for ( $round = 0; $round < 40; $round++ ) {
			$this->room->hurry();
			$this->room->work();
		}
		self::assertEqualsWithDelta( time() + 1_800, $this->room->queue->nextRunAt( $watch ), 10 );

		$this->room->crm->fault   = null;
		$this->room->crm->contact = 'exists';
		$this->room->hurry();
		$this->room->work();
		self::assertSame( CaseState::Resolved, $this->room->desk->find( $case )?->state );
	}

	public function test_a_record_that_cannot_be_read_is_watched_less_and_less(): void {
		$case  = $this->diagnosed();
		$watch = JobNames::key( JobNames::WATCH, $case );
		$this->room->crm->fault = FaultKind::ServerFault;
		for ( $round = 0; $round < 4; $round++ ) {
			$this->room->hurry();
			$this->room->work();
		}
		self::assertGreaterThan( time() + 2 * 3_600, $this->room->queue->nextRunAt( $watch ) );
	}

	public function test_a_repair_that_lays_another_cause_bare_closes_nothing_and_names_that_one(): void {
		$case = $this->diagnosed();
		$this->room->desk->markStepDone( $case, 'restore', 1 );
		$this->room->crm->contact = 'without-account';
		for ( $round = 0; $round < 3; $round++ ) {
			$this->room->work();
			$this->room->hurry();
		}

		$found = $this->room->desk->find( $case );
		self::assertSame( [ 'contact-without-account', false ], [ $found?->cause, $found?->state->isClosed() ] );
	}

	public function test_a_resolved_case_that_fails_again_comes_back_in_place_and_is_told_anew(): void {
		$case = $this->diagnosed();
		$user = $this->room->desk->find( $case )?->userId ?? 0;
		$this->room->clock->advance( 60 );
		self::assertTrue( $this->room->desk->resolve( $case, 1, 'Spoke on the phone.' ) );
		self::assertFalse( $this->room->desk->resolve( $case, 1, 'Twice.' ) );
		$this->room->clock->advance( 60 );
		$this->room->refuse( $user, 'x', true );
		$this->room->work();

		$file = $this->room->desk->find( $case );
		self::assertSame( [ CaseState::Regressed, 1, 2 ], [ $file?->state, $file?->round, $file?->attemptCount ] );
		self::assertCount( 2, $this->room->mailer->sent );
		self::assertContains( 'regressed', $this->kinds( $case ) );
	}

	public function test_an_attempt_made_before_the_repair_but_read_after_it_reopens_nothing(): void {
		$case = $this->diagnosed();
		$user = $this->room->desk->find( $case )?->userId ?? 0;
		$this->room->refuse( $user, 'x', true );
		$this->room->clock->advance( 60 );
		$this->room->desk->resolve( $case, 1, '' );
		$this->room->work();

		self::assertSame( CaseState::Resolved, $this->room->desk->find( $case )?->state );
		self::assertSame( AttemptState::Fixed, $this->room->desk->attemptsOf( $case, 1 )[0]->state );
	}

	public function test_what_could_not_be_looked_at_is_looked_at_again(): void {
		$this->room->connect();
		$this->room->crm->fault = FaultKind::RateLimited;
		$user = self::user();
		$this->room->refuse( $user->ID, $user->user_login, true );
		$this->room->work();
		$case = $this->room->desk->list( new CaseQuery() )->cases[0];

		self::assertSame( CaseState::Open, $case->state );
		$next = $this->room->desk->nextLookAt( $case );
		self::assertNotNull( $next );
		self::assertEqualsWithDelta( time() + 15, $next, 4 );
		self::assertSame( [], $this->room->mailer->sent );

		$this->room->crm->fault = null;
		$this->room->hurry();
		$this->room->work();
		self::assertSame( CaseState::Diagnosed, $this->room->desk->find( $case->id )?->state );
		self::assertCount( 1, $this->room->mailer->sent );
	}

	/** @dataProvider passingFaults */
	public function test_what_was_found_stays_where_a_later_look_cannot_ask( FaultKind $fault, string $symptom ): void {
		$case   = $this->diagnosed();
		$before = $this->room->desk->find( $case );
		self::assertNotNull( $before );
		$this->room->crm->fault = $fault;
		$this->room->clock->advance( 60 );
		$this->room->refuse( $before->userId, 'x', true, symptom: $symptom );
		$this->room->work();

		$after = $this->room->desk->find( $case );
		self::assertSame( [ $before->cause, $before->confidence, $before->diagnosisId, CaseState::Diagnosed, 2 ], [ $after?->cause, $after?->confidence, $after?->diagnosisId, $after?->state, $after?->attemptCount ] );
		self::assertSame( AttemptState::Explained, $this->room->desk->attemptsOf( $case, 1 )[0]->state );

		self::assertSame( $before->cause, $this->room->desk->diagnose( $case, 1 )->causes[0]->cause );
		self::assertContains( 'not-yet', $this->kinds( $case ) );
	}

	/** @return iterable<string, array{FaultKind, string}> */
	public static function passingFaults(): iterable {
		yield 'asked too often' => [ FaultKind::RateLimited, 'crm:contact-administrator' ];
		yield 'no answer in time' => [ FaultKind::TimedOut, 'crm:contact-administrator' ];
		yield 'and what was shown points elsewhere, less surely' => [ FaultKind::TimedOut, 'wordpress:incorrect-password' ];
	}

	public function test_who_fails_again_after_a_repair_is_not_told_the_old_cause_unasked(): void {
		$case = $this->diagnosed();
		$user = $this->room->desk->find( $case )?->userId ?? 0;
		$this->room->clock->advance( 60 );
		$this->room->desk->resolve( $case, 1, '' );
		$this->room->crm->fault = FaultKind::RateLimited;
		$this->room->clock->advance( 60 );
		$this->room->refuse( $user, 'x', true );
		$this->room->work();

		$file = $this->room->desk->find( $case );
		self::assertSame( CaseState::Regressed, $file?->state );
		self::assertNotContains( $file->confidence, [ 'certain', 'likely' ] );
	}

	public function test_a_mailer_that_fails_is_journaled_and_tried_again(): void {
		$this->room->connect();
		$this->room->mailer->refusal = 'The mail server is down.';
		$user = self::user();
		$this->room->refuse( $user->ID, $user->user_login, true, self::TOKEN );
		$this->room->work();
		$case = $this->room->desk->list( new CaseQuery() )->cases[0];
		self::assertContains( 'mail-failed', $this->kinds( $case->id ) );

		$this->room->mailer->refusal = '';
		$this->room->hurry();
		$this->room->work();
		$this->room->hurry();
		$this->room->work();
		self::assertCount( 1, $this->room->mailer->sent );
	}

	public function test_a_login_closes_only_what_a_login_proves(): void {
		$this->room->connect();
		$typo   = self::user();
		$locked = self::user();
		$this->room->crm->contact = 'unknown';
		$this->room->refuse( $typo->ID, $typo->user_login, false, '', 'incorrect_password', 'wordpress:incorrect-password' );
		$this->room->work();
		$this->room->crm->contact = 'deleted';
		$this->room->refuse( $locked->ID, $locked->user_login, true );
		$this->room->work();
		foreach ( [ $typo, $locked ] as $person ) {
			self::assertTrue( $this->room->settings->watchesSignInOf( $person->ID ) );
			update_user_meta( $person->ID, 'session_tokens', [ 'x' => [ 'login' => $this->room->clock->now() + 5, 'expiration' => $this->room->clock->now() + 999 ] ] );
			$this->room->goodLogin->seen( $person->user_login, $person );
		}
		$this->room->work();

		self::assertSame( CaseState::Resolved, $this->room->cases->ofPerson( 'user:' . $typo->ID )?->state );
		self::assertSame( CaseState::Diagnosed, $this->room->cases->ofPerson( 'user:' . $locked->ID )?->state );
		self::assertFalse( $this->room->settings->watchesSignInOf( $typo->ID ) );
	}

	public function test_a_good_login_of_anybody_else_costs_no_query(): void {
		$user = self::user();
		get_option( 'causeway' );

		self::assertSame( [], self::queriesOf( fn () => $this->room->goodLogin->seen( $user->user_login, $user ) ) );
	}

	public function test_a_stranger_with_the_reference_learns_nothing(): void {
		$this->room->connect();
		$user    = self::user();
		$real    = $this->room->refuse( $user->ID, $user->user_login, true, self::TOKEN );
		$other   = \Causeway\Support\Reference::random( $this->room->randomness );
		$before  = $this->room->desk->visitorView( $real, null );
		$this->room->work();
		$known   = $this->room->desk->visitorView( $real, null );
		$unknown = $this->room->desk->visitorView( $other, null );
		$guessed = $this->room->desk->visitorView( $real, strrev( self::TOKEN ) );

		foreach ( [ $before, $unknown, $guessed ] as $view ) {
			self::assertSame( [ $known->state, $known->text, $known->tier, $known->retryInSeconds ], [ $view->state, $view->text, $view->tier, $view->retryInSeconds ] );
		}
		self::assertSame( [ 'received', 'anonymous' ], [ $known->state, $known->tier ] );
		self::assertSame( [], self::queriesOf( fn () => $this->room->desk->visitorView( $real, null ) ) );
	}

	public function test_the_proven_person_learns_the_cause_and_that_the_administrator_was_told(): void {
		$this->room->connect();
		$this->room->mailer->refusal = 'down';
		$user      = self::user();
		$reference = $this->room->refuse( $user->ID, $user->user_login, true, self::TOKEN );
		$view      = fn () => $this->room->desk->visitorView( $reference, self::TOKEN );
		self::assertSame( [ 'received', 'proven' ], [ $view()->state, $view()->tier ] );

		$this->room->work();
		self::assertSame( 'explained', $view()->state );
		self::assertSame( 'For you: The contact is in the recycle bin.', $view()->text );

		$this->room->mailer->refusal = '';
		$this->room->hurry();
		$this->room->work();
		self::assertStringEndsWith( 'Your administrator has been told.', $view()->text );

		$this->room->desk->resolve( $this->room->desk->findByReference( $reference )->id ?? 0, 1, '' );
		self::assertSame( [ 'fixed', 0 ], [ $view()->state, $view()->retryInSeconds ] );

		$this->room->clock->advance( 1801 );
		self::assertSame( 'anonymous', $view()->tier );
	}

	public function test_a_strangers_guess_does_not_hide_the_persons_own_trouble(): void {
		$case = $this->diagnosed();
		$user = $this->room->desk->find( $case )?->userId ?? 0;
		$this->room->crm->fault = FaultKind::Unreachable;
		$this->room->refuse( $user, 'x', false, '', 'incorrect_password', 'wordpress:incorrect-password' );
		$this->room->work();
		$this->room->crm->fault = null;
		$this->room->hurry();
		$this->room->work();

		self::assertSame( 'contact-in-recycle-bin', $this->room->desk->find( $case )?->cause );
	}

	public function test_links_lead_into_the_customers_organisation_or_say_the_menu(): void {
		$case = $this->room->desk->find( $this->diagnosed() ) ?? self::fail();

		self::assertSame( 'https://crm.example/contact/', $this->room->desk->links( $case )( 'contact', 'crm' )['url'] ?? '' );
		self::assertSame( admin_url( 'admin.php?page=causeway&screen=connections&edit=crm' ), $this->room->desk->links( $case )( 'connection', 'crm' )['url'] ?? '' );
		$this->room->connections->delete( 'crm' );
		self::assertSame( [ '', 'CRM → Contacts' ], [ $this->room->desk->links( $case )( 'contact', 'crm' )['url'] ?? '-', $this->room->desk->links( $case )( 'contact', 'crm' )['menuPath'] ?? '' ] );
	}

	public function test_old_attempts_go_and_the_count_stays(): void {
		$case = $this->diagnosed();
		$user = $this->room->desk->find( $case )?->userId ?? 0;
		$this->room->clock->advance( 31 * 86_400 );
		$this->room->refuse( $user, 'x', true );
		$this->room->intake->takeBatch();
		$this->room->retention->purge( new \Causeway\Background\Deadline( $this->room->clock, 5.0 ) );

		self::assertCount( 1, $this->room->desk->attemptsOf( $case, 10 ) );
		self::assertSame( 2, $this->room->desk->find( $case )?->attemptCount );
		$this->room->cases->recount( $case );
		self::assertSame( 2, $this->room->desk->find( $case )?->attemptCount );

		$this->room->desk->resolve( $case, 1, '' );
		$this->room->clock->advance( 181 * 86_400 );
		$this->room->retention->purge( new \Causeway\Background\Deadline( $this->room->clock, 5.0 ) );
		foreach ( [ 'cases', 'attempts', 'journal', 'diagnoses', 'words' ] as $table ) {
			self::assertSame( '0', $this->room->database->value( "SELECT COUNT(*) FROM {$this->room->database->table( $table )}" ), $table );
		}
	}

	public function test_the_overview_counts_people_and_causes(): void {
		$this->diagnosed();
		$overview = $this->room->desk->overview();

		self::assertSame( [ 1, 1, 0, 0.0 ], [ $overview->openCases, $overview->peopleLockedOut, $overview->resolvedLast7Days, $overview->unexplainedShare ] );
		self::assertSame( [ [ 'system' => 'crm', 'cause' => 'contact-in-recycle-bin', 'cases' => 1 ] ], $overview->byCause );
	}

	public function test_the_trend_counts_refusals_by_the_sites_own_days(): void {
		update_option( 'timezone_string', 'Europe/Berlin' );
		// The clocks went back on this night: the day has 25 hours.
		$this->room->clock->advance( ( new \DateTimeImmutable( '2026-10-26 12:00', wp_timezone() ) )->getTimestamp() - $this->room->clock->now() );
		$user = self::user();
		foreach ( [ '2026-10-24 23:59', '2026-10-25 00:00', '2026-10-25 23:30', '2026-10-26 00:10' ] as $moment ) {
			$this->room->attempts->note( $user->ID, 'portal-page', '', '', ( new \DateTimeImmutable( $moment, wp_timezone() ) )->getTimestamp() );
		}
		$this->room->work();
		self::assertSame(
			[
				[ 'day' => '2026-10-23', 'refusals' => 0, 'people' => 0 ],
				[ 'day' => '2026-10-24', 'refusals' => 1, 'people' => 1 ],
				[ 'day' => '2026-10-25', 'refusals' => 2, 'people' => 1 ],
				[ 'day' => '2026-10-26', 'refusals' => 1, 'people' => 1 ],
			],
			$this->room->desk->trend( 4 )
		);
	}

	public function test_the_meter_counts_fixes_and_wrong_diagnoses(): void {
		$case = $this->diagnosed();
		self::assertNull( $this->room->desk->meter()->medianFixSeconds );
		$file = $this->room->desk->find( $case );
		self::assertNotNull( $file );
		self::assertTrue( $this->room->desk->dispute( $file, 1, 'wordpress/wrong-password', 'Seen in the CRM.' ) );
		self::assertFalse( $this->room->desk->dispute( $file, 1, 'wordpress/wrong-password', '' ), 'said once' );
		self::assertFalse( $this->room->desk->dispute( $file, 1, 'crm/no-such-cause', '' ) );
		$entry = $this->entry( $case, 'disputed' );
		self::assertSame( [ [ 'cause' => 'crm/contact-in-recycle-bin' ], [ 'cause' => 'wordpress/wrong-password' ] ], [ $entry->before, $entry->after ] );
		self::assertStringContainsString( 'Seen in the CRM.', $entry->text );

		$this->room->clock->advance( 600 );
		$this->room->desk->resolve( $case, 1, '' );
		$meter = $this->room->desk->meter();
		self::assertSame( [ 600, 1, 1 ], [ $meter->medianFixSeconds, $meter->diagnoses, $meter->disputed ] );
		$this->room->clock->advance( 31 * 86_400 );
		self::assertSame( [ null, 0, 0 ], [ $this->room->desk->meter()->medianFixSeconds, $this->room->desk->meter()->diagnoses, $this->room->desk->meter()->disputed ] );
	}

	public function test_where_incidents_alone_are_told_no_case_is(): void {
		$this->room->settings->saveMailsEachCase( false );
		$case = $this->diagnosed();
		foreach ( [ 1, 2 ] as $unused ) {
			$this->room->desk->diagnose( $case, 0 );
			$this->room->hurry();
			$this->room->work();
		}
		self::assertSame( [], $this->room->mailer->sent );
		self::assertSame( '', $this->room->desk->find( $case )?->notifiedState, 'nobody is said to have been told' );
	}

	/** A case whose contact is in the recycle bin. */
	private function diagnosed(): int {
		$this->room->connect();
		$user = self::user();
		$this->room->refuse( $user->ID, $user->user_login, true );
		$this->room->work();
		return $this->room->cases->ofPerson( 'user:' . $user->ID )->id ?? 0;
	}

	/** @return list<string> */
	private function kinds( int $case ): array {
		return array_map( static fn ( JournalEntry $entry ): string => $entry->kind, $this->room->desk->journalOf( $case ) );
	}

	private function entry( int $case, string $kind ): JournalEntry {
		foreach ( $this->room->desk->journalOf( $case ) as $entry ) {
			if ( $kind === $entry->kind ) {
				return $entry;
			}
		}
		self::fail( "No {$kind} in the journal." );
	}
}
