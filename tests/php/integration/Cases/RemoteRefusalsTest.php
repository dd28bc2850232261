<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Cases;

use Causeway\Background\Deadline;
use Causeway\Cases\RemoteRefusals;
use Causeway\Connector\Connection;
use Causeway\Connector\Connector;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\RefusalPage;
use Causeway\Connector\RefusalSource;
use Causeway\Connector\Registry;
use Causeway\Connector\RemoteRefusal;
use Causeway\Connector\Subject;
use Causeway\Storage\CatalystTables;
use Causeway\Storage\People;

/** A refusal on a vendor's own page becomes a case here, once. */
final class RemoteRefusalsTest extends CaseRoomTestCase {

	/** @param list<RemoteRefusal> $refusals */
	private function source( array $refusals, int $faultAfter = PHP_INT_MAX ): Connector&RefusalSource {
		return new class( $refusals, $faultAfter ) implements Connector, RefusalSource {

			public int $pages = 0;

			/** @param list<RemoteRefusal> $refusals */
			public function __construct( private readonly array $refusals, private int $faultAfter ) {}

			public function refusals( Connection $connection, string $mark ): RefusalPage {
				++$this->pages;
				if ( $this->faultAfter-- <= 0 ) {
					throw new ConnectorFault( FaultKind::TimedOut, 'Late.' );
				}
				$from = (int) $mark;
				return new RefusalPage( array_slice( $this->refusals, $from, 2 ), (string) min( count( $this->refusals ), $from + 2 ), $from + 2 < count( $this->refusals ) );
			}

			public function system(): string {
				return 'crm';
			}

			public function examine( Subject $subject, Connection $connection ): array {
				return [];
			}

			public function test( Connection $connection ): array {
				return [];
			}

			public function actions(): array {
				return [];
			}

			public function link( string $name, Subject $subject, Connection $connection ): string {
				return '';
			}
		};
	}

	private function reader( Connector&RefusalSource $source ): RemoteRefusals {
		$registry = new Registry();
		$registry->add( $source );
		return new RemoteRefusals( $registry, $this->room->connections, new People( new CatalystTables( $this->room->database ) ), $this->room->attempts );
	}

	private function take( RemoteRefusals $reader ): void {
		$reader->take( new Deadline( $this->room->clock, 5.0 ) );
	}

	/** @return list<RemoteRefusal> */
	private function five(): array {
		$list = [];
		for ( $number = 0; $number < 5; $number++ ) {
			$list[] = new RemoteRefusal( "entry-{$number}", $this->room->clock->now() - 100 + $number, 0 === $number % 2 ? 'anna@people.example' : "stranger{$number}@people.example", '', 'contact-administrator' );
		}
		return $list;
	}

	private function attemptsKept(): int {
		return (int) self::wpdb()->get_var( "SELECT COUNT(*) FROM {$this->room->database->table( 'attempts' )}" );
	}

	public function test_each_entry_is_one_attempt_however_often_it_is_read(): void {
		$anna = self::user(
			[
				'user_login' => 'anna',
				'user_email' => 'anna@people.example',
			]
		);
		$this->room->connect();
		$this->take( $this->reader( $this->source( $this->five() ) ) );
		self::assertSame( 5, $this->attemptsKept() );
		// Killed before the mark was kept: everything comes again.
		$this->room->connections->rememberFacts( 'crm', [ 'refusalMark' => '' ] );
		$this->take( $this->reader( $this->source( $this->five() ) ) );
		self::assertSame( 5, $this->attemptsKept() );
		$this->room->work();
		$case = $this->room->cases->ofPerson( "user:{$anna->ID}" );
		self::assertNotNull( $case );
		self::assertSame( 3, $case->attemptCount );
		$attempt = $this->room->attempts->ofCase( $case->id, 1 )[0];
		self::assertSame( [ 'vendor-page', 'crm:contact-administrator' ], [ $attempt->entry, $attempt->symptom ] );
		self::assertSame( '0', self::wpdb()->get_var( "SELECT COUNT(*) FROM {$this->room->database->table( 'attempts' )} WHERE login_hash LIKE '%@%'" ), 'no address is kept' );
	}

	public function test_a_fault_loses_nothing(): void {
		$this->room->connect();
		$this->take( $this->reader( $this->source( $this->five(), 1 ) ) );
		self::assertSame( 2, $this->attemptsKept() );
		$this->take( $this->reader( $this->source( $this->five() ) ) );
		self::assertSame( 5, $this->attemptsKept() );
	}

	public function test_where_no_system_keeps_such_a_record_nothing_is_asked(): void {
		$this->room->connect();
		self::assertTrue( $this->reader( $this->source( [] ) )->isAny() );
		self::assertNull( $this->room->queue->nextRunAt( 'remote-refusals' ) );
		$this->room->work();
		self::assertNull( $this->room->queue->nextRunAt( 'remote-refusals' ), 'the scripted CRM keeps none' );
	}
}
