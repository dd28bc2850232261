<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Rest;

use Causeway\Incidents\BulkRun;
use Causeway\Storage\IncidentTable;
use PHPUnit\Framework\Attributes\CoversNothing;

/** `POST|DELETE /incidents/<id>/steps/<step>` and `POST …/undo`. */
#[CoversNothing]
final class IncidentsTest extends DoorTestCase {

	/** An incident of people whose Salesforce user is switched off, with a run that has ended for two of them. */
	private function incident(): int {
		$table = new IncidentTable( $this->database() );
		$table->open( 'ff', 'salesforce', 'user-inactive', 'salesforce', time() );
		$incident = $table->list( true, 1 )[0]->id;
		$table->saveRun( $incident, ( new BulkRun( 'activate-user', 1, time(), 0, 0, 2 ) )->after( 1, '' )->after( 2, '' )->finished( time() ) );
		return $incident;
	}

	private function runOf( int $incident ): BulkRun {
		return ( new IncidentTable( $this->database() ) )->find( $incident )->run ?? self::fail( 'There is no run.' );
	}

	public function test_what_a_run_did_is_taken_back_once_and_that_is_stopped_once(): void {
		$this->administrator();
		$incident = $this->incident();
		$step     = "/incidents/{$incident}/steps/activate-user";
		self::assertSame( [ 409, 'causeway_not_running' ], [ $this->http( 'DELETE', $step )->status, $this->http( 'DELETE', $step )->code() ] );
		self::assertSame( 409, $this->http( 'POST', "/incidents/{$incident}/steps/another/undo" )->status, 'of another step' );

		$preview = $this->http( 'POST', "{$step}/undo", [ 'dry_run' => true ] );
		self::assertSame( [ 200, 2, [] ], [ $preview->status, $preview->at( 'waiting' ), $preview->at( 'previews' ) ] );
		self::assertFalse( $this->runOf( $incident )->isUndo, 'a preview begins nothing' );

		self::assertSame( 202, $this->http( 'POST', "{$step}/undo" )->status );
		self::assertTrue( $this->runOf( $incident )->isUndo );
		self::assertSame( 409, $this->http( 'POST', "{$step}/undo" )->status );
		self::assertSame( 200, $this->http( 'DELETE', $step )->status );
		self::assertTrue( $this->runOf( $incident )->isStopped );
		self::assertSame( 409, $this->http( 'DELETE', $step )->status );
	}

	public function test_a_step_that_its_system_cannot_take_back_is_not_offered_for_it(): void {
		$this->administrator();
		$incident = $this->incident();
		( new IncidentTable( $this->database() ) )->saveRun( $incident, ( new BulkRun( 'unlock-user', 1, time(), 0, 0, 1 ) )->after( 1, '' )->finished( time() ) );
		self::assertSame( [ 409, 'causeway_not_undoable' ], [ $this->http( 'POST', "/incidents/{$incident}/steps/unlock-user/undo" )->status, $this->http( 'POST', "/incidents/{$incident}/steps/unlock-user/undo" )->code() ] );
	}
}
