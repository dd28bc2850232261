<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\HubSpot;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\Connection;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Support\Clock;
use Causeway\Support\FrozenClock;
use Causeway\Support\Truth;
use PHPUnit\Framework\Attributes\CoversNothing;

/** Reading everybody: page by page, and the truth of the lab after every change. */
#[CoversNothing]
final class EverybodyTest extends LabCase {

	private const DAY = 86_400;

	protected function setUp(): void {
		parent::setUp();
		$this->lab->play( Order::noShortLimits() );
	}

	/** @return array<string, array{string, string, string}> Id → presence, address, company, as the lab holds it. */
	private function truth(): array {
		$state = $this->lab->state();
		$there = [];
		foreach ( JsonPath::rows( $state, 'contacts' ) as $contact ) {
			if ( '' !== JsonPath::text( $contact, 'mergedInto' ) ) {
				$there[ JsonPath::text( $contact, 'id' ) ] = [ 'merged', '', '' ];
				continue;
			}
			$there[ JsonPath::text( $contact, 'id' ) ] = [
				'' === JsonPath::text( $contact, 'archivedAt' ) ? 'live' : 'in-recycle-bin',
				JsonPath::text( $contact, 'properties', 'email' ),
				JsonPath::text( $contact, 'companies', 0 ),
			];
		}
		ksort( $there );
		return $there;
	}

	/**
	 * @param \Closure(int): void|null $between What happens after the page of that number.
	 * @return array{list<BulkPerson>, string, int} People, mark, calls.
	 */
	private function pass( string $cursor = '', bool $isWhole = true, ?Clock $clock = null, ?\Closure $between = null, ?Connection $connection = null ): array {
		$people = [];
		$before = count( $this->lab->calls() );
		for ( $number = 1; $number < 500; ++$number ) {
			$page = $this->page( $cursor, $clock, $connection );
			self::assertSame( $isWhole, $page->isWhole );
			self::assertMatchesRegularExpression( '/^[\x20-\x7E]{0,4000}$/', $page->next . $page->mark );
			$people = [ ...$people, ...$page->people ];
			if ( '' === $page->next ) {
				self::assertSame( [], $this->lab->writes() );
				return [ $people, $page->mark, count( $this->lab->calls() ) - $before ];
			}
			$cursor = $page->next;
			( $between ?? static function (): void {} )( $number );
		}
		self::fail( 'It does not end.' );
	}

	/** Each page by a connector of its own, as by another process. */
	private function page( string $cursor, ?Clock $clock = null, ?Connection $connection = null ): BulkPage {
		return $this->connector( clock: $clock )->page( $connection ?? $this->door(), $cursor );
	}

	/**
	 * @param list<BulkPerson> $people
	 * @return array<string, array{string, string, string}> What was said last of each.
	 */
	private static function byId( array $people ): array {
		$byId = [];
		foreach ( $people as $person ) {
			self::assertSame( 'contact', $person->kind );
			$byId[ $person->id ] = [ $person->presence, $person->email, $person->accountId ];
		}
		ksort( $byId );
		return $byId;
	}

	public function testEverybodyComesInTwoHundredACall(): void {
		$seed = random_int( 1, 1_000_000 );
		$this->lab->play(
			[
				'do'     => 'populate',
				'people' => 2_500,
				'seed'   => $seed,
			]
		);
		[ $people, $mark, $calls ] = $this->pass();
		self::assertEquals( $this->truth(), self::byId( $people ), "seed {$seed}" );
		$live = count( array_filter( $people, static fn ( BulkPerson $person ): bool => 'live' === $person->presence ) );
		$bin  = count( array_filter( $people, static fn ( BulkPerson $person ): bool => 'in-recycle-bin' === $person->presence ) );
		self::assertSame( intdiv( $live, 200 ) + 1 + (int) ceil( max( 1, $bin ) / 100 ), $calls, "seed {$seed}" );
		self::assertNotSame( '', $mark );
	}

	public function testTheNextPassBringsWhatHasChangedAndNothingElse(): void {
		$seed = random_int( 1, 1_000_000 );
		$this->lab->play(
			[
				'do'     => 'populate',
				'people' => 1_000,
				'seed'   => $seed,
			]
		);
		[ $first, $mark ] = $this->pass();
		$partner          = RandomPartner::meet( $this->lab );
		$this->lab->play(
			Order::on( 'fine', 'set-email', email: 'Clara.New@Northwind.Example' ),
			Order::on( 'noAccount', 'link-company', company: Northwind::SOUTHGATE ),
			Order::on( 'moved', 'delete-contact' ),
			Order::on( 'binned', 'restore-contact' ),
			Order::of( 'merge-contacts', winner: Northwind::id( 'pending' ), loser: Northwind::id( 'uninvited' ) ),
			Order::of( 'set-contact', id: $partner->id ) + [ 'properties' => [ 'firstname' => 'Ida' ] ],
		);
		[ $changed ] = $this->pass( $mark, false );
		self::assertEquals( $this->truth(), array_replace( self::byId( $first ), self::byId( $changed ) ), "seeds {$seed}, {$partner->seed}" );
		self::assertLessThan( 20, count( self::byId( $changed ) ), "seed {$seed}" );
		foreach ( [ 'fine', 'noAccount', 'moved', 'binned', 'uninvited' ] as $key ) {
			self::assertArrayHasKey( Northwind::id( $key ), self::byId( $changed ), $key );
		}
	}

	public function testAMergedContactNamesItsSurvivorHoweverHubSpotListsIt(): void {
		foreach ( [ 'survivor', 'absent', 'archived' ] as $way ) {
			$this->lab->play( Order::switches( mergedRecord: $way ) );
			[ $people ] = $this->pass();
			$merged     = array_filter( $people, static fn ( BulkPerson $person ): bool => Northwind::id( 'merged' ) === $person->id );
			$last       = end( $merged );
			self::assertNotFalse( $last );
			self::assertSame( [ 'merged', Northwind::id( 'survivor' ) ], [ $last->presence, $last->survivor ], $way );
		}
	}

	public function testWhoeverIsDeletedOrRestoredWhileWeReadIsNotLost(): void {
		$this->lab->play(
			[
				'do'     => 'populate',
				'people' => 700,
				'seed'   => 9,
			]
		);
		[ $people, $mark ] = $this->pass(
			between: function ( int $number ): void {
				if ( 2 === $number ) {
					$this->lab->play( Order::on( 'fine', 'delete-contact' ), Order::on( 'binned', 'restore-contact' ), Order::of( 'create-contact', email: 'in.between@northwind.example' ) );
				}
			}
		);
		[ $changed ] = $this->pass( $mark, false );
		self::assertEquals( $this->truth(), array_replace( self::byId( $people ), self::byId( $changed ) ) );
	}

	public function testWhatTheSearchLearnsLateComesWithTheNextPass(): void {
		[ $people, $mark ] = $this->pass();
		$this->lab->play( Order::switches( searchLagSeconds: 300 ), Order::on( 'fine', 'set-email', email: 'late@northwind.example' ), Order::of( 'advance-clock', seconds: 120 ) );
		[ $early, $next ] = $this->pass( $mark, false, new FrozenClock( time() + 120 ) );
		self::assertNotSame( 'late@northwind.example', self::byId( $early )[ Northwind::id( 'fine' ) ][1] ?? '' );
		$this->lab->play( Order::of( 'advance-clock', seconds: 200 ) );
		[ $late ] = $this->pass( $next, false, new FrozenClock( time() + 320 ) );
		self::assertEquals( $this->truth(), array_replace( self::byId( $people ), self::byId( $early ), self::byId( $late ) ) );
	}

	public function testOnceAWeekEverybodyIsReadAgainSinceADeletionForGoodLeavesNoTrace(): void {
		[ , $mark ] = $this->pass();
		$this->lab->play( Order::on( 'fine', 'purge-contact' ) );
		[ $changed, $next ] = $this->pass( $mark, false, new FrozenClock( time() + 6 * self::DAY ) );
		self::assertArrayNotHasKey( Northwind::id( 'fine' ), self::byId( $changed ) );
		[ $whole ] = $this->pass( $next, true, new FrozenClock( time() + 8 * self::DAY ) );
		self::assertArrayNotHasKey( Northwind::id( 'fine' ), self::byId( $whole ), 'whoever does not come in a whole pass is gone' );
		self::assertArrayHasKey( Northwind::id( 'noAccount' ), self::byId( $whole ) );
	}

	public function testAfterNinetyDaysADeletedContactIsGoneForGood(): void {
		$this->lab->play( Order::switches( expiredRecords: 'listed' ) );
		[ $people ] = $this->pass( clock: new FrozenClock( time() + 84 * self::DAY ) );
		self::assertSame( 'permanently-deleted', self::byId( $people )[ Northwind::id( 'binned' ) ][0] );
		self::assertSame( 'permanently-deleted', self::byId( $people )[ Northwind::id( 'replaced' ) ][0] );
	}

	public function testMembershipsAreReadWherePeopleLogInToHubSpot(): void {
		[ $people ] = $this->pass( connection: $this->members() );
		$byId       = array_column( $people, null, 'id' );
		$state      = static fn ( string $key ): array => [ $byId[ Northwind::id( $key ) ]->isActive, $byId[ Northwind::id( $key ) ]->isConfirmed, $byId[ Northwind::id( $key ) ]->invitedAt > 0 ];
		self::assertSame( [ Truth::True, Truth::True, true ], $state( 'fine' ) );
		self::assertSame( [ Truth::Unknown, Truth::False, true ], $state( 'pending' ) );
		self::assertSame( [ Truth::Unknown, Truth::False, false ], $state( 'uninvited' ) );
		self::assertSame( [ Truth::False, Truth::True, true ], $state( 'inactive' ) );
		[ $elsewhere ] = $this->pass();
		self::assertSame( [ Truth::Unknown ], array_values( array_unique( array_map( static fn ( BulkPerson $person ): Truth => $person->isConfirmed, $elsewhere ), SORT_REGULAR ) ) );
	}

	public function testACursorOfAnotherHandBeginsAWholePass(): void {
		foreach ( [ 'nonsense', '12', '{}', '{"phase":"contacts"}', '{"phase":"bin","since":5}' ] as $cursor ) {
			[ $people ] = $this->pass( $cursor );
			self::assertEquals( $this->truth(), self::byId( $people ), $cursor );
		}
		[ $people ] = $this->pass( '{"phase":"bin","started":1,"whole":1,"after":"x y"}' );
		self::assertEquals( $this->truth(), self::byId( $people ), 'a page that HubSpot does not take' );
	}

	public function testABusyMomentOfHubSpotIsWaitedOut(): void {
		[ , $mark ] = $this->pass();
		$this->lab->fault( [ 'times' => 1 ] + Order::refusal( 'TEN_SECONDLY_ROLLING', '/contacts' ) );
		$page = $this->page( $mark );
		self::assertSame( [ [], 10, false ], [ $page->people, $page->waitSeconds, $page->isWhole ] );
		$this->pass( $page->next, false );
	}

	public function testAFaultIsToldAndNotTakenForAnEmptyList(): void {
		foreach ( [
			'html'      => FaultKind::Malformed,
			'empty'     => FaultKind::Malformed,
			'malformed' => FaultKind::Malformed,
			'reset'     => FaultKind::Unreachable,
		] as $then => $kind ) {
			foreach ( [ '/contacts', '/search' ] as $path ) {
				$this->lab->clearFaults();
				$this->lab->fault(
					[
						'path' => $path,
						'then' => $then,
					]
				);
				self::assertSame( $kind, $this->refusal( fn () => $this->pass() )->kind, $then . ' ' . $path );
			}
		}
		$this->lab->clearFaults();
		$this->lab->play( Order::of( 'drop-scope', scope: 'crm.objects.contacts.read' ) );
		self::assertSame( FaultKind::Forbidden, $this->refusal( fn () => $this->pass() )->kind );
		$this->lab->play( Order::of( 'spend-calls', leave: 0 ) );
		self::assertSame( FaultKind::QuotaExhausted, $this->refusal( fn () => $this->pass() )->kind );
	}
}
