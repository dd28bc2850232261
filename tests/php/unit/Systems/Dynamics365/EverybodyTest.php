<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Dynamics365;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\Connection;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Support\FrozenClock;
use Causeway\Support\Truth;
use PHPUnit\Framework\Attributes\CoversNothing;

/** Reading everybody: page by page, and the truth of the lab after every change. */
#[CoversNothing]
final class EverybodyTest extends LabCase {

	/** @return array<string, array{string, string, string, Truth}> Id → presence, address, Account, whether the contact may log in, as the lab holds it. */
	private function truth(): array {
		$people = [];
		foreach ( JsonPath::rows( $this->lab->state(), 'contacts' ) as $row ) {
			$isAllowed = '1' !== JsonPath::text( $row, 'statecode' ) && ( '' === JsonPath::text( $row, 'adx_identity_username' ) || 'true' === JsonPath::text( $row, 'adx_identity_logonenabled' ) );
			$people[ JsonPath::text( $row, 'contactid' ) ] = [
				'true' === JsonPath::text( $row, 'merged' ) ? 'merged' : 'live',
				strtolower( JsonPath::text( $row, 'emailaddress1' ) ),
				'account' === JsonPath::text( $row, 'parentcustomerid', 'table' ) ? JsonPath::text( $row, 'parentcustomerid', 'id' ) : '',
				Truth::of( $isAllowed ),
			];
		}
		foreach ( JsonPath::rows( $this->lab->state(), 'bin' ) as $entry ) {
			$people[ JsonPath::text( $entry, 'row', 'contactid' ) ] = [ 'in-recycle-bin', strtolower( JsonPath::text( $entry, 'row', 'emailaddress1' ) ), JsonPath::text( $entry, 'row', 'parentcustomerid', 'id' ), Truth::Unknown ];
		}
		ksort( $people );
		return $people;
	}

	/**
	 * @param list<BulkPerson> $people
	 * @return array<string, array{string, string, string, Truth}> The last word on each.
	 */
	private static function byId( array $people ): array {
		$byId = [];
		foreach ( $people as $person ) {
			self::assertSame( 'contact', $person->kind );
			$byId[ $person->id ] = [ $person->presence, $person->email, $person->accountId, $person->isActive ];
		}
		ksort( $byId );
		return $byId;
	}

	/**
	 * One pass, from a cursor.
	 *
	 * @param \Closure(int): void|null $between Told the number of the page that was read.
	 * @return array{people: list<BulkPerson>, mark: string, isWhole: bool, pages: int}
	 */
	private function pass( string $cursor = '', ?Connection $connection = null, ?\Closure $between = null ): array {
		$people = [];
		for ( $number = 1; $number < 30; ++$number ) {
			$page = $this->connector()->page( $connection ?? $this->kept(), $cursor );
			self::assertCursors( $page );
			$people = [ ...$people, ...$page->people ];
			if ( '' === $page->next ) {
				return [
					'people'  => $people,
					'mark'    => $page->mark,
					'isWhole' => $page->isWhole,
					'pages'   => $number,
				];
			}
			$cursor = $page->next;
			( $between ?? static function (): void {} )( $number );
		}
		self::fail( 'It does not end.' );
	}

	private static function assertCursors( BulkPage $page ): void {
		self::assertMatchesRegularExpression( '/^[\x20-\x7E]{0,4000}$/', $page->next );
		self::assertMatchesRegularExpression( '/^[\x20-\x7E]{0,4000}$/', $page->mark );
	}

	public function testEverybodyComesOnceInFiveThousandACallWithoutAnyWrite(): void {
		$seed = random_int( 1, 1_000_000 );
		$this->lab->play( States::order( 'populate', people: 11_000, seed: $seed ) );
		$pass = $this->pass();
		self::assertTrue( $pass['isWhole'] );
		self::assertSame( $this->truth(), self::byId( $pass['people'] ), "seed {$seed}" );
		self::assertCount( count( $this->truth() ), $pass['people'] );
		$lists = array_filter( $this->paths(), static fn ( string $path ): bool => str_ends_with( $path, '/contacts' ) );
		self::assertCount( 4, $lists, 'three pages of contacts, one of the recycle bin' );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testTheNextPassBringsOnlyWhatChanged(): void {
		$mark   = $this->pass()['mark'];
		$joined = RandomCustomer::join( $this->lab );
		$this->lab->play(
			States::order( 'delete-contact', id: Northwind::id( 'fine' ) ),
			States::order( 'purge-contact', id: Northwind::id( 'roleless' ) ),
			States::order( 'disable-login', id: Northwind::id( 'quoted' ) ),
			States::order( 'merge-contacts', winner: Northwind::id( 'twin' ), loser: Northwind::id( 'locked' ) )
		);
		$pass  = $this->pass( $mark );
		$after = self::byId( $pass['people'] );
		self::assertFalse( $pass['isWhole'] );
		$presence = [
			$joined->id                 => 'live',
			Northwind::id( 'fine' )     => 'in-recycle-bin',
			// The bin comes whole: its rows do not say since when they lie there.
			Northwind::id( 'binned' )   => 'in-recycle-bin',
			Northwind::id( 'roleless' ) => 'gone',
			Northwind::id( 'quoted' )   => 'live',
			Northwind::id( 'twin' )     => 'live',
			Northwind::id( 'locked' )   => 'merged',
		];
		ksort( $presence );
		self::assertSame( $presence, array_map( static fn ( array $person ): string => $person[0], $after ), "seed {$joined->seed}" );
		foreach ( array_diff_key( $after, [ Northwind::id( 'roleless' ) => true ] ) as $id => $person ) {
			self::assertSame( $this->truth()[ $id ], $person, $id );
		}
		self::assertSame( [], $this->pass( $pass['mark'] )['people'], 'after that nothing has changed' );
	}

	public function testARestoredContactComesBackAlive(): void {
		$this->lab->play( States::order( 'delete-contact', id: Northwind::id( 'fine' ) ) );
		$mark = $this->pass()['mark'];
		$this->lab->play( States::order( 'restore-contact', id: Northwind::id( 'fine' ) ) );
		self::assertSame( $this->truth()[ Northwind::id( 'fine' ) ], self::byId( $this->pass( $mark )['people'] )[ Northwind::id( 'fine' ) ] );
	}

	public function testWhatChangesWhilePagesAreReadIsNotLost(): void {
		$this->lab->play( States::order( 'populate', people: 6_000, seed: 5 ) );
		$pass = $this->pass(
			between: function ( int $number ): void {
				if ( 1 === $number ) {
					$this->lab->play( States::order( 'delete-contact', id: Northwind::id( 'fine' ) ), States::order( 'disable-login', id: Northwind::id( 'quoted' ) ) );
				}
			}
		);
		$next = $this->pass( $pass['mark'] );
		self::assertSame( $this->truth(), self::byId( [ ...$pass['people'], ...$next['people'] ] ) );
	}

	public function testAMarkThatDataverseNoLongerTakesBeginsAWholePass(): void {
		$mark = $this->pass()['mark'];
		$this->lab->play( States::order( 'advance-clock', seconds: 8 * 86_400 ) );
		$this->tokens->forget( 'dynamics-365' );
		$pass = $this->pass( $mark );
		self::assertTrue( $pass['isWhole'] );
		self::assertSame( $this->truth(), self::byId( $pass['people'] ) );
	}

	public function testAMarkOlderThanSixDaysIsNotEvenTried(): void {
		$mark = $this->pass()['mark'];
		$this->tokens->forget( 'dynamics-365' );
		$page = $this->connector( new FrozenClock( time() + 7 * 86_400 ) )->page( $this->kept(), $mark );
		self::assertTrue( $page->isWhole );
	}

	public function testACursorOfAnotherHandBeginsAWholePass(): void {
		foreach ( [ 'nonsense', '{"phase":"contacts","address":"accounts?$select=name"}', '{"phase":"contacts","address":"https://evil.example/contacts?"}', '{"phase":"contacts","address":"contacts?$skiptoken=other"}', '{"phase":"contacts"}' ] as $cursor ) {
			$page = $this->connector()->page( $this->kept(), $cursor );
			self::assertTrue( $page->isWhole, $cursor );
			self::assertNotSame( [], $page->people, $cursor );
		}
	}

	public function testTheNextPageIsAskedForAtTheEnvironmentWhateverItsAddressSays(): void {
		$this->lab->fault(
			[
				'path'  => '/contacts',
				'times' => 1,
				'then'  => [
					'status' => 200,
					'body'   => [
						'value'           => [],
						'@odata.nextLink' => 'https://evil.example/api/data/v9.2/contacts?$select=contactid',
					],
				],
			]
		);
		$next = $this->connector()->page( $this->kept(), '' )->next;
		self::assertStringNotContainsString( 'evil', $next );
		self::assertNotSame( [], $this->connector()->page( $this->kept(), $next )->people );
	}

	public function testAnAddressThatIsNoneOfTheWebApiIsRefused(): void {
		$this->lab->fault(
			[
				'path' => '/contacts',
				'then' => [
					'status' => 200,
					'body'   => [
						'value'           => [],
						'@odata.nextLink' => 'https://evil.example/collect',
					],
				],
			]
		);
		self::assertSame( FaultKind::Malformed, $this->refusal( fn () => $this->connector()->page( $this->kept(), '' ) )->kind );
	}

	public function testWhereChangesAreNotTrackedEachPassIsAWholeOne(): void {
		$this->lab->play(
			[
				'merge'          => true,
				'changeTracking' => [ 'isOn' => false ],
			]
		);
		$pass = $this->pass();
		self::assertSame( [ true, '' ], [ $pass['isWhole'], $pass['mark'] ] );
		self::assertSame( $this->truth(), self::byId( $pass['people'] ) );
	}

	public function testARoleThatSeesOneUnitOnlyIsNotTakenForDeletions(): void {
		$this->lab->play(
			[
				'merge'          => true,
				'changeTracking' => [ 'isOn' => false ],
			],
			States::order( 'set-privilege', privilege: 'prvReadContact', depth: 'Local' )
		);
		self::assertSame( FaultKind::Forbidden, $this->refusal( fn () => $this->connector()->page( $this->kept(), '' ) )->kind );
	}

	public function testWithoutPowerPagesTheContactAloneCounts(): void {
		$this->lab->play( States::order( 'uninstall-portal' ) );
		$people = self::byId( $this->pass()['people'] );
		self::assertSame( [ Truth::True, Truth::False ], [ $people[ Northwind::id( 'disabled' ) ][3], $people[ Northwind::id( 'inactive' ) ][3] ] );
	}

	public function testWherePeopleLogInElsewhereTheirLoginHereIsNotRead(): void {
		$people = self::byId( $this->pass( connection: Northwind::connection( $this->lab, fields: [ 'logins' => 'elsewhere' ] ) )['people'] );
		self::assertSame( Truth::True, $people[ Northwind::id( 'disabled' ) ][3] );
	}

	public function testWithoutABinWhoeverIsGoneIsJustGone(): void {
		$mark = $this->pass()['mark'];
		$this->lab->play( States::order( 'turn-recycle-bin-off' ), States::order( 'delete-contact', id: Northwind::id( 'fine' ) ) );
		$pass = $this->pass( $mark );
		self::assertSame( [ Northwind::id( 'fine' ) => 'gone' ], array_map( static fn ( array $person ): string => $person[0], self::byId( $pass['people'] ) ) );
		self::assertNotSame( '', $pass['mark'] );
	}

	public function testAFaultIsToldAndNotTakenForAnEmptyList(): void {
		foreach ( [ 'html', 'empty', 'malformed' ] as $then ) {
			$this->lab->clearFaults();
			$this->lab->fault(
				[
					'path' => '/contacts',
					'then' => $then,
				]
			);
			self::assertSame( FaultKind::Malformed, $this->refusal( fn () => $this->connector()->page( $this->kept(), '' ) )->kind, $then );
		}
	}
}
