<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Cases;

use Causeway\Cases\JobNames;
use Causeway\Cases\JournalEntry;
use Causeway\Connector\FaultKind;
use Causeway\Incidents\Incident;
use Causeway\Incidents\IncidentJobs;
use Causeway\Incidents\IncidentState;
use Causeway\Incidents\OpeningRule;
use PHPUnit\Framework\Attributes\DataProvider;

/** Many people, one cause: one incident, one mail, one fix. */
final class IncidentsTest extends CaseRoomTestCase {

	/** @return list<\WP_User> */
	private function people( int $count ): array {
		$people = [];
		for ( $number = 0; $number < $count; $number++ ) {
			$people[] = self::user();
		}
		return $people;
	}

	/** @param list<\WP_User> $people */
	private function refuse( array $people ): void {
		foreach ( $people as $person ) {
			$this->room->refuse( $person->ID, $person->user_login, true );
		}
	}

	private function settle( int $rounds = 8 ): void {
		for ( $round = 0; $round < $rounds; $round++ ) {
			$this->room->work();
			$this->room->hurry();
		}
	}

	private function only(): Incident {
		$all = [ ...$this->room->incidents->list( true, 10 ), ...$this->room->incidents->list( false, 10 ) ];
		self::assertCount( 1, $all );
		return $all[0];
	}

	/** @return iterable<string, array{'person'|'everybody', bool, int, int, bool}> Scope, healed by a login, people in the hour, people of two weeks, opens. */
	public static function hours(): iterable {
		yield 'two of a small portal' => [ 'person', false, 2, 0, false ];
		yield 'three of a small portal' => [ 'person', false, 3, 0, true ];
		yield 'three, where one an hour is usual' => [ 'person', false, 3, 336, false ];
		yield 'four, where one an hour is usual' => [ 'person', false, 4, 336, true ];
		yield 'forty of a large portal, as every hour' => [ 'person', true, 40, 40 * 336, false ];
		yield 'three hundred of a large portal' => [ 'person', true, 300, 40 * 336, true ];
		yield 'nine who mistype' => [ 'person', true, 9, 0, false ];
		yield 'one witness of what meets all' => [ 'everybody', false, 1, 0, false ];
		yield 'two witnesses of what meets all' => [ 'everybody', false, 2, 9999, true ];
	}

	/** @param 'person'|'everybody' $scope */
	#[DataProvider( 'hours' )]
	public function test_opens_by_what_is_usual_here( string $scope, bool $closedByLogin, int $people, int $baseline, bool $opens ): void {
		self::assertSame( $opens, OpeningRule::opens( $scope, $closedByLogin, $people, $baseline ) );
	}

	public function test_three_people_in_one_trouble_are_one_incident_and_one_mail(): void {
		$this->room->connect();
		$this->refuse( $this->people( 3 ) );
		$this->settle( 3 );
		$incident = $this->only();
		self::assertSame( [ 'crm', 'contact-in-recycle-bin', 'crm', 3, 3, IncidentState::Open ], [ $incident->system, $incident->cause, $incident->connection, $incident->people, $incident->waiting, $incident->state ] );
		self::assertCount( 1, array_filter( $this->room->mailer->sent, static fn ( array $mail ): bool => str_contains( $mail['subject'], 'for one cause' ) ) );
		self::assertSame( [], array_filter( $this->room->mailer->sent, static fn ( array $mail ): bool => str_contains( $mail['subject'], 'Somebody cannot log in' ) ), 'nobody is written to about each person' );
		$this->refuse( $this->people( 4 ) );
		$this->settle( 3 );
		self::assertSame( [ 7, 7 ], [ $this->only()->people, $this->only()->waiting ], 'who comes later joins' );
		self::assertCount( 1, $this->room->mailer->sent );
	}

	public function test_two_people_are_two_cases(): void {
		$this->room->connect();
		$this->refuse( $this->people( 2 ) );
		$this->settle( 3 );
		self::assertSame( [], $this->room->incidents->list( true, 10 ) );
	}

	public function test_is_over_by_proof_and_comes_back_as_the_same(): void {
		$this->room->connect();
		$people = $this->people( 3 );
		$this->refuse( $people );
		$this->settle( 3 );
		$this->room->crm->contact = 'exists';
		$this->settle();
		$over = $this->only();
		self::assertSame( [ IncidentState::Resolved, 3, 0 ], [ $over->state, $over->people, $over->waiting ] );
		self::assertCount( 1, array_filter( $this->room->mailer->sent, static fn ( array $mail ): bool => str_contains( $mail['subject'], 'People can log in again' ) ) );

		$this->room->crm->contact = 'deleted';
		$this->room->clock->advance( 3_600 );
		$this->refuse( $people );
		$this->settle( 3 );
		$again = $this->only();
		self::assertSame( [ IncidentState::Regressed, 1, $over->id ], [ $again->state, $again->round, $again->id ] );
	}

	public function test_a_new_one_is_opened_where_the_last_was_long_ago(): void {
		$this->room->connect();
		$people = $this->people( 3 );
		$this->refuse( $people );
		$this->settle( 3 );
		$this->room->crm->contact = 'exists';
		$this->settle();
		$this->room->crm->contact = 'deleted';
		$this->room->clock->advance( 8 * 86_400 );
		$this->refuse( $people );
		$this->settle( 3 );
		self::assertCount( 1, $this->room->incidents->list( true, 10 ) );
		self::assertCount( 1, $this->room->incidents->list( false, 10 ) );
	}

	public function test_one_step_for_everybody_is_previewed_done_once_a_case_and_proved(): void {
		$this->room->connect();
		$this->refuse( $this->people( 3 ) );
		$this->settle( 3 );
		$incident = $this->only();
		$previews = $this->room->incidentDesk->preview( $incident, 'restore' );
		self::assertSame( [ 3, 0 ], [ count( $previews ), $this->room->crm->writes ] );
		self::assertNotNull( $this->room->incidentDesk->start( $incident, 'restore', 1 ) );
		self::assertNotNull( $this->room->incidentDesk->start( $this->only(), 'restore', 1 ), 'asked twice it is one run' );
		$this->settle();
		$run = $this->only()->run;
		self::assertNotNull( $run );
		self::assertSame( 3, $run->total );
		self::assertSame( $run->total, $run->done + $run->failedCount );
		self::assertGreaterThan( 0, $run->finishedAt );
		self::assertSame( IncidentState::Resolved, $this->only()->state );
		self::assertSame( $run->done, $this->room->crm->writes );
	}

	public function test_what_cannot_be_done_is_listed_and_the_rest_goes_on(): void {
		$this->room->connect( false );
		$this->refuse( $this->people( 3 ) );
		$this->settle( 3 );
		$this->room->incidentDesk->start( $this->only(), 'restore', 1 );
		$this->settle( 2 );
		$run = $this->only()->run;
		self::assertNotNull( $run );
		self::assertSame( [ 0, 3, 3 ], [ $run->done, $run->failedCount, count( $run->failed ) ] );
		self::assertStringContainsString( 'only read', $run->failed[0]['message'] );
		self::assertSame( 0, $this->room->crm->writes );
	}

	/** A run for three people whose system gives this fault as soon as it begins. */
	private function runAgainst( FaultKind $fault ): Incident {
		$this->room->connect();
		$this->refuse( $this->people( 3 ) );
		$this->settle( 3 );
		$this->room->crm->fault = $fault;
		$this->room->incidentDesk->start( $this->only(), 'restore', 1 );
		return $this->only();
	}

	/** @return iterable<string, array{FaultKind}> */
	public static function faultsOfTheSystem(): iterable {
		yield 'the calls are spent' => [ FaultKind::RateLimited ];
		yield 'the quota is used up' => [ FaultKind::QuotaExhausted ];
		yield 'nobody answers' => [ FaultKind::Unreachable ];
	}

	#[DataProvider( 'faultsOfTheSystem' )]
	public function test_a_run_waits_as_long_as_the_system_cannot_be_asked_and_passes_nobody_over( FaultKind $fault ): void {
		$id = $this->runAgainst( $fault )->id;
		for ( $try = 1; $try <= 5; $try++ ) {
			$result = $this->room->incidentDesk->goOn( $id );
			self::assertSame( 'more', $result->outcome );
			self::assertGreaterThan( 0, $result->delaySeconds );
			$run = $this->only()->run;
			self::assertNotNull( $run );
			self::assertSame( [ 0, 0, 0, 'The CRM did not answer.', $this->room->clock->now() + $result->delaySeconds ], [ $run->done, $run->failedCount, $run->finishedAt, $run->pausedBecause, $run->pausedUntil ] );
			$this->room->clock->advance( $result->delaySeconds );
		}
		$this->room->crm->fault = null;
		$this->finish( $this->only() );
		$run = $this->only()->run;
		self::assertNotNull( $run );
		self::assertSame( [ 3, 0, 0, '' ], [ $run->done, $run->failedCount, $run->pausedUntil, $run->pausedBecause ] );
		self::assertSame( 3, $this->room->crm->writes );
	}

	public function test_a_run_that_waits_tries_again_at_once_where_it_is_asked_for(): void {
		$incident = $this->runAgainst( FaultKind::QuotaExhausted );
		$this->room->work();
		$key = JobNames::key( IncidentJobs::STEP, $incident->id );
		self::assertGreaterThan( time() + 600, $this->room->queue->nextRunAt( $key ) );
		$this->room->incidentDesk->start( $this->only(), 'restore', 2 );
		self::assertLessThanOrEqual( time() + 1, $this->room->queue->nextRunAt( $key ) );
		self::assertSame( 1, $this->only()->run?->actor, 'it is still one run' );
	}

	public function test_what_may_lie_in_one_record_is_tried_thrice_and_then_listed(): void {
		$incident = $this->runAgainst( FaultKind::ServerFault );
		foreach ( [ 0, 0, 1, 1, 1, 2, 2, 2, 3 ] as $index => $listed ) {
			$result = $this->room->incidentDesk->goOn( $incident->id );
			self::assertSame( [ $listed, 2 === $index % 3 ], [ $this->only()->run?->failedCount, 0 === $result->delaySeconds ] );
		}
		self::assertSame( 'done', $this->room->incidentDesk->goOn( $incident->id )->outcome );
		self::assertSame( [ 0, 3 ], [ $this->only()->run?->done, $this->only()->run?->failedCount ] );
	}

	public function test_a_run_is_stopped_where_it_stands_and_what_is_under_way_does_not_bring_it_back(): void {
		$incident = $this->runAgainst( FaultKind::QuotaExhausted );
		self::assertTrue( $this->room->incidentDesk->stop( $incident ) );
		self::assertFalse( $this->room->incidentDesk->stop( $this->only() ) );
		$run = $incident->run;
		self::assertNotNull( $run );
		self::assertFalse( $this->room->incidents->advanceRun( $incident->id, $run->after( 1, '' ) ), 'a worker that read it before' );
		self::assertSame( 'done', $this->room->incidentDesk->goOn( $incident->id )->outcome );
		self::assertSame( [ true, true, 0 ], [ $this->only()->run?->isStopped, $this->only()->run?->isOver(), $this->only()->run?->done ] );
		$this->room->crm->fault = null;
		self::assertFalse( $this->room->incidentDesk->start( $this->only(), 'restore', 1 )?->isStopped, 'it can be begun anew' );
	}

	public function test_what_a_run_did_is_taken_back_for_those_it_was_done_for_and_nobody_else(): void {
		$id    = $this->runAgainst( FaultKind::Rejected )->id;
		$cases = $this->room->incidents->casesOf( $id, true, 0, 9 );
		$desk  = $this->room->incidentDesk;
		self::assertFalse( $desk->isUndoable( $this->only() ), 'while it goes on' );
		$desk->goOn( $id );
		$this->room->crm->fault = null;
		do {
			// Each of them is another contact, which the double does not know.
			$this->room->crm->contact = 'deleted';
		} while ( 'done' !== $desk->goOn( $id )->outcome );
		self::assertSame( [ 2, 1, true ], [ $this->only()->run?->done, $this->only()->run?->failedCount, $desk->isUndoable( $this->only() ) ] );

		$this->room->crm->contact = 'exists';
		self::assertSame( [ $cases[1], $cases[2] ], array_column( $desk->previewUndo( $this->only() ), 'case' ) );
		self::assertSame( 2, $this->room->crm->writes, 'a preview writes nothing' );
		self::assertSame( 2, $desk->startUndo( $this->only(), 7 )?->total );
		self::assertNull( $desk->startUndo( $this->only(), 7 ), 'asked twice it is one' );
		do {
			$this->room->crm->contact = 'exists';
		} while ( 'done' !== $desk->goOn( $id )->outcome );
		foreach ( $cases as $index => $case ) {
			$undone = array_values( array_filter( $this->room->desk->journalOf( $case ), static fn ( JournalEntry $entry ): bool => 'step-undone' === $entry->kind ) );
			self::assertSame( 0 === $index ? [] : [ 7 ], array_map( static fn ( JournalEntry $entry ): int => $entry->actor, $undone ) );
		}
		self::assertSame( [ 4, 2, true ], [ $this->room->crm->writes, $this->only()->run?->done, $this->only()->run?->isUndo ] );
		self::assertFalse( $desk->isUndoable( $this->only() ), 'what was taken back is not taken back again' );
	}

	/** A run that died right after its first write. @return array{Incident, int} It, and the case that it wrote for. */
	private function runThatDied(): array {
		$this->room->connect();
		$this->refuse( $this->people( 3 ) );
		$this->settle( 3 );
		$incident = $this->only();
		$first    = $this->room->incidents->casesOf( $incident->id, true, 0, 1 )[0];
		$this->room->incidentDesk->start( $incident, 'restore', 1 );
		$this->room->crm->diesAfterWriting = true;
		try {
			$this->room->incidentDesk->goOn( $incident->id );
			self::fail( 'It has not died.' );
		} catch ( \Error $error ) {
			self::assertSame( [ 'Killed.', 1 ], [ $error->getMessage(), $this->room->crm->writes ] );
		}
		return [ $incident, $first ];
	}

	private function finish( Incident $incident ): void {
		while ( 'done' !== $this->room->incidentDesk->goOn( $incident->id )->outcome ) {
			continue;
		}
	}

	private function assertStepIsNotedOnceAsItWas( int $caseId ): void {
		$done = array_values( array_filter( $this->room->desk->journalOf( $caseId ), static fn ( JournalEntry $entry ): bool => 'step-done' === $entry->kind ) );
		self::assertCount( 1, $done );
		self::assertSame( [ [ 'contact' => 'deleted' ], [ 'contact' => 'exists' ], 1 ], [ $done[0]->before, $done[0]->after, $done[0]->actor ] );
	}

	public function test_what_a_run_wrote_before_it_died_is_noted_as_it_was_and_not_written_again(): void {
		[ $incident, $first ] = $this->runThatDied();
		$this->finish( $incident );
		$this->assertStepIsNotedOnceAsItWas( $first );
		$run = $this->only()->run;
		self::assertNotNull( $run );
		self::assertSame( [ 3, 0 ], [ $run->done, $run->failedCount ] );
		self::assertSame( 3, $this->room->crm->writes, 'the two others, and never the first again' );
	}

	public function test_a_fresh_look_that_proves_a_repair_notes_the_step_whose_worker_died(): void {
		[ , $first ] = $this->runThatDied();
		$this->room->desk->diagnose( $first, 0 );
		$this->assertStepIsNotedOnceAsItWas( $first );
		$this->settle( 2 );
		$this->assertStepIsNotedOnceAsItWas( $first );
		self::assertSame( 'verified', $this->room->desk->journalOf( $first )[4]->kind );
	}

	public function test_a_case_that_was_noted_before_the_run_died_is_not_done_again(): void {
		$this->room->connect();
		$this->refuse( $this->people( 3 ) );
		$this->settle( 3 );
		$incident = $this->only();
		$first    = $this->room->incidents->casesOf( $incident->id, true, 0, 1 )[0];
		$this->room->incidentDesk->start( $incident, 'restore', 1 );
		$this->room->desk->runStep( $first, 'restore', 1, $this->room->desk->previewStep( $first, 'restore', 1 )->fingerprint );
		$writes = $this->room->crm->writes;
		$this->finish( $incident );
		self::assertCount( 1, array_filter( $this->room->desk->journalOf( $first ), static fn ( JournalEntry $entry ): bool => 'step-done' === $entry->kind ) );
		self::assertSame( $writes + 2, $this->room->crm->writes );
	}

	public function test_a_run_that_was_killed_goes_on_after_the_last_case_that_was_written_down(): void {
		$this->room->connect();
		$this->refuse( $this->people( 3 ) );
		$this->settle( 3 );
		$incident = $this->only();
		$run      = $this->room->incidentDesk->start( $incident, 'restore', 1 );
		self::assertNotNull( $run );
		$first = $this->room->incidents->casesOf( $incident->id, true, 0, 1 )[0];
		$this->room->incidents->saveRun( $incident->id, $run->after( $first, '' ) );
		$this->settle( 2 );
		$ended = $this->only()->run;
		self::assertSame( 3, ( $ended->done ?? 0 ) + ( $ended->failedCount ?? 0 ), 'none twice' );
	}

	public function test_many_people_have_the_login_form_say_that_a_problem_is_known_until_it_is_over(): void {
		$this->room->connect();
		$this->refuse( $this->people( 9 ) );
		$this->settle( 3 );
		self::assertFalse( $this->room->settings->hasKnownProblem() );
		$this->refuse( $this->people( 1 ) );
		$this->settle( 3 );
		self::assertTrue( $this->room->settings->hasKnownProblem() );
		$this->room->crm->contact = 'exists';
		$this->settle();
		self::assertFalse( $this->room->settings->hasKnownProblem() );
	}

	public function test_many_that_ask_at_once_open_one(): void {
		for ( $time = 0; $time < 3; $time++ ) {
			self::assertSame( 0 === $time, $this->room->incidents->open( 'ff', 'crm', 'contact-in-recycle-bin', 'crm', 100 ) );
		}
		$incident = $this->only();
		self::assertTrue( $this->room->incidents->resolve( $incident->id, 200 ) );
		self::assertFalse( $this->room->incidents->resolve( $incident->id, 300 ) );
		self::assertTrue( $this->room->incidents->open( 'ff', 'crm', 'contact-in-recycle-bin', 'crm', 400 ) );
	}

	public function test_incidents_are_looked_at_before_mails_about_each_case(): void {
		self::assertLessThan( JobNames::PRIORITIES[ JobNames::NOTIFY ], JobNames::PRIORITIES[ JobNames::INCIDENTS ] );
		self::assertGreaterThan( JobNames::PRIORITIES[ JobNames::DIAGNOSE ], JobNames::PRIORITIES[ JobNames::INCIDENTS ] );
	}
}
