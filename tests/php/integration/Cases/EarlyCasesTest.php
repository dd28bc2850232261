<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Cases;

use Causeway\Audit\AuditDesk;
use Causeway\Audit\PersonAtRisk;
use Causeway\Cases\CaseState;
use Causeway\Cases\WorkList;
use Causeway\Diagnosis\Confidence;
use Causeway\Storage\AuditOption;
use Causeway\Storage\RiskTable;

/** People at risk are put right before anybody refuses them. */
final class EarlyCasesTest extends CaseRoomTestCase {

	private const CAUSE = 'crm/contact-in-recycle-bin';

	protected function setUp(): void {
		parent::setUp();
		$this->room->connect();
	}

	private function desk(): AuditDesk {
		return new AuditDesk( new AuditOption(), new RiskTable( $this->room->database ), new WorkList( $this->room->queue ), $this->room->early );
	}

	/** @return list<\WP_User> */
	private function atRisk( int $count ): array {
		$people = [];
		$found  = [];
		for ( $number = 0; $number < $count; $number++ ) {
			$people[] = self::user();
			$found[]  = new PersonAtRisk( 0, 'user:' . $people[ $number ]->ID, $people[ $number ]->ID, 'Ada', 'crm', 'crm', 'contact-in-recycle-bin', Confidence::Certain, 1, 1 );
		}
		( new RiskTable( $this->room->database ) )->settle( array_map( static fn ( PersonAtRisk $person ): string => $person->personKey, $found ), $found );
		return $people;
	}

	private function settle( int $rounds = 8 ): void {
		for ( $round = 0; $round < $rounds; $round++ ) {
			$this->room->work();
			$this->room->hurry();
		}
	}

	public function test_become_one_incident_and_one_step_puts_them_right(): void {
		$people = $this->atRisk( 4 );
		self::assertSame( [ 'opened' => 4, 'known' => 0, 'elsewhere' => 0, 'next' => 0 ], $this->desk()->openCases( self::CAUSE, 0, 100, 7 ) );
		self::assertSame( [ 'opened' => 0, 'known' => 4, 'elsewhere' => 0, 'next' => 0 ], $this->desk()->openCases( self::CAUSE, 0, 100, 7 ), 'asked twice, it is one case each' );
		$this->settle( 3 );
		$incident = $this->room->incidents->list( true, 10 )[0] ?? null;
		self::assertNotNull( $incident );
		self::assertSame( 4, $incident->waiting );
		self::assertSame( [], array_filter( $this->room->mailer->sent, static fn ( array $mail ): bool => str_contains( $mail['subject'], 'Somebody cannot log in' ) ), 'nobody is told what they asked for' );

		self::assertNotNull( $this->room->incidentDesk->start( $incident, 'restore', 7 ) );
		$this->settle();
		foreach ( $people as $person ) {
			self::assertSame( CaseState::Resolved, $this->room->cases->ofPerson( 'user:' . $person->ID )?->state );
		}
	}

	public function test_whoever_is_well_by_now_is_closed_by_the_first_look(): void {
		$person                    = $this->atRisk( 1 )[0];
		$this->room->crm->contact = 'exists';
		$this->desk()->openCases( self::CAUSE, 0, 100, 7 );
		$this->settle( 2 );
		self::assertSame( CaseState::Resolved, $this->room->cases->ofPerson( 'user:' . $person->ID )?->state );
		self::assertSame( [], $this->room->mailer->sent );
	}

	public function test_a_resolved_case_comes_back_as_regressed_and_one_under_way_is_left(): void {
		[ $back, $busy ] = $this->atRisk( 2 );
		$this->room->refuse( $back->ID, $back->user_login, true );
		$this->room->refuse( $busy->ID, $busy->user_login, true );
		$this->settle( 2 );
		$case = $this->room->desk->ofUser( $back->ID );
		self::assertNotNull( $case );
		$this->room->desk->resolve( $case->id, 7, '' );
		$this->room->clock->advance( 60 );
		self::assertSame( [ 'opened' => 1, 'known' => 1, 'elsewhere' => 0, 'next' => 0 ], $this->desk()->openCases( self::CAUSE, 0, 100, 7 ) );
		self::assertSame( CaseState::Regressed, $this->room->cases->ofPerson( 'user:' . $back->ID )?->state );
	}

	public function test_goes_page_by_page_and_leaves_out_whom_only_the_other_system_knows(): void {
		$this->atRisk( 3 );
		( new RiskTable( $this->room->database ) )->settle( [ 'record:crm:c9' ], [ new PersonAtRisk( 0, 'record:crm:c9', 0, 'Bo', 'crm', 'crm', 'contact-in-recycle-bin', Confidence::Certain, 1, 1 ) ] );
		$first = $this->desk()->openCases( self::CAUSE, 0, 2, 7 );
		self::assertSame( 2, $first['opened'] );
		self::assertGreaterThan( 0, $first['next'] );
		self::assertSame( [ 'opened' => 1, 'known' => 0, 'elsewhere' => 1 ], array_diff_key( $this->desk()->openCases( self::CAUSE, $first['next'], 3, 7 ), [ 'next' => 1 ] ) );
		self::assertSame( [ 'opened' => 0, 'known' => 0, 'elsewhere' => 0, 'next' => 0 ], $this->desk()->openCases( 'crm/none', 0, 100, 7 ) );
	}
}
