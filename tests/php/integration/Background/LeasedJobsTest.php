<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Background;

use Causeway\Background\Job;
use Causeway\Storage\Database;
use Causeway\Storage\LeasedJobs;
use Causeway\Storage\RowHeartbeat;
use Causeway\Storage\Schema;
use Causeway\Tests\Support\WordPressTestCase;

/** Other processes see these rows, so there is no transaction around a test. */
final class LeasedJobsTest extends WordPressTestCase {

	private Database $database;

	private LeasedJobs $queue;

	protected function changesSchema(): bool {
		return true;
	}

	protected function setUp(): void {
		parent::setUp();
		$this->database = new Database( self::wpdb() );
		$this->queue    = new LeasedJobs( $this->database );
		( new Schema( $this->database ) )->install();
		$this->clear();
	}

	protected function tearDown(): void {
		$this->clear();
		parent::tearDown();
	}

	public function test_ten_workers_at_once_claim_each_job_once(): void {
		for ( $job = 0; $job < 5; $job++ ) {
			$this->queue->put( 'note', $job, 0, "job-{$job}" );
		}
		$start   = microtime( true ) + 3.0;
		$workers = [];
		for ( $worker = 0; $worker < 10; $worker++ ) {
			$process = proc_open( [ PHP_BINARY, '-d', 'error_reporting=0', __DIR__ . '/claim-one.php', (string) getenv( 'CAUSEWAY_TEST_SITE' ), sprintf( '%.3F', $start ) ], [ 1 => [ 'pipe', 'w' ] ], $pipes );
			self::assertIsResource( $process );
			$workers[] = [ $process, $pipes[1] ];
		}
		$claims = '';
		foreach ( $workers as [ $process, $output ] ) {
			$claims .= ' ' . stream_get_contents( $output );
			self::assertSame( 0, proc_close( $process ) );
		}
		$claims = preg_split( '/\s+/', trim( $claims ) );

		self::assertIsArray( $claims );
		self::assertCount( 5, $claims );
		self::assertCount( 5, array_unique( $claims ) );
	}

	public function test_a_worker_that_slept_past_its_lease_writes_nothing_more(): void {
		$this->queue->put( 'note', 1, 0, 'one' );
		$slept = $this->claim();
		$this->database->run( "UPDATE {$this->database->table( 'jobs' )} SET lease_until = 1" );
		$woke  = $this->claim();

		self::assertSame( $slept->fence + 1, $woke->fence );
		self::assertFalse( $this->queue->renew( $slept, 60, 'late' ) );
		self::assertFalse( $this->queue->done( $slept ) );
		self::assertFalse( $this->queue->retry( $slept, 0, 'late', '' ) );
		self::assertFalse( $this->queue->bury( $slept, 'late' ) );
		self::assertTrue( $this->queue->renew( $woke, 60, 'here' ) );
		self::assertTrue( $this->queue->done( $woke ) );
	}

	public function test_the_same_key_is_one_job_and_runs_once_more_where_asked_while_running(): void {
		$this->queue->put( 'note', 1, 0, 'one' );
		$this->queue->put( 'note', 1, 500, 'one' );
		$job = $this->claim();
		$this->queue->put( 'note', 1, 0, 'one' );
		self::assertTrue( $this->queue->done( $job ) );

		$again = $this->claim();
		self::assertTrue( $this->queue->done( $again ) );
		self::assertFalse( $this->queue->isDue() );
	}

	public function test_a_job_waits_until_its_time_and_keeps_its_cursor(): void {
		$this->queue->put( 'note', 1, 0, 'one' );
		$job = $this->claim();
		self::assertTrue( $this->queue->retry( $job, 500, '', 'page 2' ) );

		self::assertSame( [], $this->queue->claim( 'x', 1, 60 ) );
		self::assertEqualsWithDelta( time() + 500, $this->queue->nextRunAt( 'one' ), 5 );
		$this->queue->put( 'note', 1, 0, 'one' );
		self::assertSame( 'page 2', $this->claim()->cursor );
	}

	public function test_what_was_put_aside_comes_back_when_it_is_asked_for(): void {
		$this->queue->put( 'note', 1, 0, 'one' );
		self::assertTrue( $this->queue->bury( $this->claim(), "no\u{1F4A5}" ) );
		self::assertSame( [ 'ready' => 0, 'dead' => 1, 'oldestDueSeconds' => 0 ], $this->queue->backlog() );
		self::assertNull( $this->queue->nextRunAt( 'one' ) );
		$this->queue->put( 'note', 1, 0, 'one' );
		self::assertSame( 1, $this->claim()->attempts );
	}

	public function test_a_claim_with_nothing_due_is_one_statement(): void {
		self::assertCount( 1, self::queriesOf( fn () => $this->queue->claim( 'x', 1, 60 ) ) );
	}

	public function test_work_is_remembered_without_an_option(): void {
		$heartbeat = new RowHeartbeat( $this->database );
		$queries   = self::queriesOf( static fn () => $heartbeat->beat( 'cron' ) );
		$heartbeat->beat( 'worker' );

		self::assertCount( 1, $queries );
		self::assertSame( [ 'cron', 'worker' ], array_keys( $heartbeat->ages() ) );
		self::assertLessThan( 5, $heartbeat->ages()['cron'] );
	}

	private function claim(): Job {
		return $this->queue->claim( bin2hex( random_bytes( 8 ) ), 1, 60 )[0] ?? self::fail( 'Nothing was due.' );
	}

	private function clear(): void {
		$this->database->run( "DELETE FROM {$this->database->table( 'jobs' )}" );
		$this->database->run( "DELETE FROM {$this->database->table( 'locks' )}" );
	}
}
