<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Dynamics365;

use Causeway\Connector\FaultKind;
use Causeway\Connector\RemoteRefusal;
use PHPUnit\Framework\Attributes\CoversNothing;

/** Logins that a Power Pages site locked, as refusals that this site never saw. */
#[CoversNothing]
final class LockoutsTest extends LabCase {

	private function lock( string $id, int $minutes = 5 ): void {
		$this->lab->play( States::order( 'lock-login', id: $id, minutes: $minutes ) );
	}

	/**
	 * @param list<RemoteRefusal> $refusals
	 * @return list<string>
	 */
	private static function people( array $refusals ): array {
		return array_map( static fn ( RemoteRefusal $refusal ): string => $refusal->userId, $refusals );
	}

	public function testALockOfTheLastHourIsToldWithAddressAndMoment(): void {
		$customer = RandomCustomer::join( $this->lab );
		$this->lock( $customer->id );
		$page = $this->connector()->refusals( $this->kept(), '' );
		self::assertSame( [ $customer->id ], self::people( $page->refusals ), 'the lock of the scenario is older than an hour' );
		$refusal = $page->refusals[0];
		self::assertSame( [ $customer->email, 'account-locked', false ], [ $refusal->email, $refusal->symptom, $page->hasMore ] );
		self::assertEqualsWithDelta( time(), $refusal->at, 60 );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testFromTheMarkOnNothingIsLostAndNothingCountsTwice(): void {
		$this->lock( Northwind::id( 'fine' ) );
		$first = $this->connector()->refusals( $this->kept(), '' );
		$this->lock( Northwind::id( 'quoted' ), 1 );
		$this->lab->play( States::order( 'advance-clock', seconds: 120 ) );
		$this->lock( Northwind::id( 'roleless' ) );
		$second = $this->connector()->refusals( $this->kept(), $first->mark );
		$ids    = array_unique( array_map( static fn ( RemoteRefusal $refusal ): string => $refusal->id, [ ...$first->refusals, ...$second->refusals ] ) );
		self::assertCount( 3, $ids, 'also the lock that is over already' );
		self::assertSame( Northwind::id( 'roleless' ), $second->refusals[ count( $second->refusals ) - 1 ]->userId );
	}

	public function testASecondLockOfTheSamePersonIsAnotherRefusal(): void {
		$this->lock( Northwind::id( 'fine' ) );
		$first = $this->connector()->refusals( $this->kept(), '' );
		$this->lab->play( States::order( 'advance-clock', seconds: 3_000 ) );
		$this->lock( Northwind::id( 'fine' ) );
		$second = $this->connector()->refusals( $this->kept(), $first->mark );
		self::assertNotSame( $first->refusals[0]->id, $second->refusals[0]->id );
	}

	public function testALockWithoutAnEndHidesNoLaterOne(): void {
		$this->lock( Northwind::id( 'fine' ), 60 * 24 * 365 * 50 );
		$first = $this->connector()->refusals( $this->kept(), '' );
		$this->lab->play( States::order( 'advance-clock', seconds: 60 ) );
		$this->lock( Northwind::id( 'quoted' ) );
		self::assertContains( Northwind::id( 'quoted' ), self::people( $this->connector()->refusals( $this->kept(), $first->mark )->refusals ) );
	}

	/**
	 * Locks that many people at once, so many of them in each second.
	 *
	 * @return list<string> Their ids.
	 */
	private function lockMany( int $people, int $inASecond ): array {
		$rows = [];
		for ( $number = 0; $number < $people; ++$number ) {
			$rows[] = [
				'contactid'                   => sprintf( '%08x-0000-0000-0000-%012x', mt_rand(), $number ),
				'emailaddress1'               => "person{$number}@northwind.example",
				'statecode'                   => 0,
				'modifiedon'                  => gmdate( 'Y-m-d\TH:i:s\Z', time() - 600 + intdiv( $number, $inASecond ) ),
				'adx_identity_lockoutenddate' => gmdate( 'Y-m-d\TH:i:s\Z', time() + 3_000 ),
			];
		}
		shuffle( $rows );
		$this->lab->play(
			[
				'merge'    => true,
				'contacts' => $rows,
			]
		);
		return array_map( static fn ( array $row ): string => $row['contactid'], $rows );
	}

	/** @return list<string> Ids of everybody whose lock is told, until no more are waiting. */
	private function readAll(): array {
		$seen = [];
		$mark = '';
		for ( $number = 1; $number < 20; ++$number ) {
			$page = $this->connector()->refusals( $this->kept(), $mark );
			$seen = [ ...$seen, ...self::people( $page->refusals ) ];
			if ( ! $page->hasMore ) {
				return array_values( array_unique( $seen ) );
			}
			$mark = $page->mark;
		}
		self::fail( 'It does not end.' );
	}

	public function testManyLocksComePageByPage(): void {
		$ids = $this->lockMany( 1_730, 40 );
		self::assertEqualsCanonicalizing( $ids, $this->readAll() );
		self::assertCount( 4, array_filter( $this->paths(), static fn ( string $path ): bool => str_ends_with( $path, '/contacts' ) ) );
	}

	public function testMoreLocksInOneSecondThanAPageHoldsDoNotGoRoundInCircles(): void {
		$this->lockMany( 700, 700 );
		self::assertCount( 500, $this->readAll() );
	}

	public function testWherePeopleLogInElsewhereNothingIsAsked(): void {
		$page = $this->connector()->refusals( Northwind::connection( $this->lab, fields: [ 'logins' => 'elsewhere' ] ), '' );
		self::assertSame( [], [ ...$page->refusals, ...$this->lab->calls() ] );
	}

	public function testWithoutPowerPagesThereIsNothing(): void {
		$this->lab->play( States::order( 'uninstall-portal' ) );
		$page = $this->connector()->refusals( $this->kept(), '' );
		self::assertSame( [ [], false ], [ $page->refusals, $page->hasMore ] );
	}

	public function testAFaultIsToldAndNotTakenForAnEmptyList(): void {
		$this->lab->play( States::order( 'deny-privilege', privilege: 'prvReadContact' ) );
		self::assertSame( FaultKind::Forbidden, $this->refusal( fn () => $this->connector()->refusals( $this->kept(), '' ) )->kind );
	}
}
