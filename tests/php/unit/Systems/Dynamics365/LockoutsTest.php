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

	public function testManyLocksComePageByPage(): void {
		$range = [];
		$seed  = random_int( 1, 1_000_000 );
		for ( $number = 0; $number < 230; ++$number ) {
			$customer = RandomCustomer::join( $this->lab, $seed + $number );
			$range[]  = $customer->id;
			if ( 0 === $number % 40 ) {
				$this->lab->play( States::order( 'advance-clock', seconds: 2 ) );
			}
			$this->lock( $customer->id );
		}
		$seen = [];
		$mark = '';
		do {
			$page = $this->connector()->refusals( $this->kept(), $mark );
			$seen = [ ...$seen, ...self::people( $page->refusals ) ];
			self::assertNotSame( $mark, $page->mark );
			$mark = $page->mark;
		} while ( $page->hasMore );
		self::assertEqualsCanonicalizing( $range, array_values( array_unique( $seen ) ), "seed {$seed}" );
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
