<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Cases;

use Causeway\Cases\BulkAction;
use Causeway\Cases\CaseRun;
use Causeway\Cases\CaseState;
use Causeway\Cases\JournalKind;
use Causeway\Storage\CaseRunOption;
use Causeway\Storage\UserPreferences;
use Causeway\Cases\ListOptions;

final class BulkTest extends CaseRoomTestCase {

	/** @return list<int> Three cases of people with an address. */
	private function cases(): array {
		$this->room->connect();
		foreach ( [ 'mara', 'noor', 'olaf' ] as $name ) {
			$this->room->refuse( self::user( [ 'user_login' => $name, 'user_email' => $name . '@northwind.example' ] )->ID, $name, true );
		}
		$this->room->work();
		$this->room->mailer->sent = [];
		return array_map( static fn ( $case ): int => $case->id, $this->room->desk->list( new \Causeway\Cases\CaseQuery() )->cases );
	}

	private function lastRun(): CaseRun {
		return $this->room->bulk->last() ?? self::fail( 'there is no run' );
	}

	public function test_closes_every_case_with_the_note_and_lists_what_is_gone(): void {
		$cases = $this->cases();
		$run   = $this->room->bulk->start( BulkAction::Resolve, [ ...$cases, 999_999 ], 5, 'Told on the phone' );
		self::assertSame( 4, $run?->total );
		self::assertNull( $this->room->bulk->start( BulkAction::Diagnose, $cases, 5, '' ), 'one run at a time' );
		$this->room->work();

		self::assertSame( [ 3, [ 999_999 ] ], [ $this->lastRun()->done, array_column( $this->lastRun()->failed, 'case' ) ] );
		self::assertGreaterThan( 0, $this->lastRun()->finishedAt );
		foreach ( $cases as $case ) {
			self::assertSame( CaseState::Resolved, $this->room->desk->find( $case )?->state );
			$entries = array_filter( $this->room->desk->journalOf( $case ), static fn ( $entry ): bool => JournalKind::Resolved->value === $entry->kind );
			self::assertSame( [ [ 5, 'Told on the phone' ] ], array_map( static fn ( $entry ): array => [ $entry->actor, $entry->text ], array_values( $entries ) ) );
		}
		self::assertNotNull( $this->room->bulk->start( BulkAction::Diagnose, $cases, 5, '' ), 'the next one may begin' );
	}

	public function test_looks_at_every_case_again(): void {
		$cases = $this->cases();
		$looks = $this->room->crm->looks;
		$this->room->bulk->start( BulkAction::Diagnose, $cases, 5, '' );
		$this->room->work();
		self::assertSame( [ 3, [] ], [ $this->lastRun()->done, $this->lastRun()->failed ] );
		self::assertGreaterThanOrEqual( $looks + 3, $this->room->crm->looks );
	}

	public function test_writes_to_everybody_and_says_to_whom_it_could_not(): void {
		$cases = $this->cases();
		$this->room->refuse( 0, 'nobody-here' );
		$this->room->work();
		$stranger                    = $this->room->cases->ofPerson( 'login:' . $this->room->hash->of( 'nobody-here' ) )->id ?? self::fail();
		$this->room->mailer->sent    = [];
		$this->room->bulk->start( BulkAction::Reply, [ $stranger, ...$cases ], 5, '' );
		$this->room->work();

		self::assertSame( [ 3, [ $stranger ] ], [ $this->lastRun()->done, array_column( $this->lastRun()->failed, 'case' ) ] );
		$told = array_merge( ...array_column( $this->room->mailer->sent, 'recipients' ) );
		sort( $told );
		self::assertSame( [ 'mara@northwind.example', 'noor@northwind.example', 'olaf@northwind.example' ], $told );
	}

	public function test_goes_on_where_it_was_killed_and_sends_no_letter_twice(): void {
		$cases = $this->cases();
		$this->room->bulk->start( BulkAction::Reply, $cases, 5, '' );
		$begun = $this->lastRun()->begun() ?? self::fail();
		( new CaseRunOption() )->save( $begun );
		$this->room->work();

		self::assertCount( 2, $this->room->mailer->sent );
		self::assertSame( [ 2, [ $cases[0] ] ], [ $this->lastRun()->done, array_column( $this->lastRun()->failed, 'case' ) ] );
	}

	public function test_how_a_person_wants_the_list_is_kept_for_them_alone_and_only_what_is_known(): void {
		$preferences = new UserPreferences();
		$one         = self::user()->ID;
		$preferences->save( $one, new ListOptions( [ 'reference', 'person', 'nonsense', 7 ], true, 50 ) );
		self::assertSame( [ 'hidden' => [ 'reference' ], 'isCompact' => true, 'rows' => 50 ], $preferences->of( $one )->toArray() );
		self::assertSame( ( new ListOptions() )->toArray(), $preferences->of( self::user()->ID )->toArray() );
		UserPreferences::remove( $this->room->database );
		self::assertSame( ( new ListOptions() )->toArray(), $preferences->of( $one )->toArray() );
	}
}
