<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Salesforce;

use Causeway\Connector\BulkPerson;
use Causeway\Connector\Connection;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Support\Clock;
use Causeway\Support\FrozenClock;
use PHPUnit\Framework\Attributes\CoversNothing;

/** Reading everybody: page by page, by a prepared list, and the truth of the lab after every change. */
#[CoversNothing]
final class EverybodyTest extends LabCase {

	private string $mark = '';

	/**
	 * @param array<mixed> $row
	 * @return list<string> Presence, address, company, who took the place.
	 */
	private static function contactOf( array $row ): array {
		$master = JsonPath::text( $row, 'MasterRecordId' );
		return [
			match ( true ) {
				'true' !== JsonPath::text( $row, 'IsDeleted' ) => 'live',
				'' !== $master => 'merged',
				default => 'in-recycle-bin',
			},
			strtolower( JsonPath::text( $row, 'Email' ) ),
			JsonPath::text( $row, 'AccountId' ),
			$master,
		];
	}

	/**
	 * @param array<mixed> $row
	 * @return list<string> Contact, address, whether it is active, whether it has ever logged in.
	 */
	private static function userOf( array $row ): array {
		return [
			JsonPath::text( $row, 'ContactId' ),
			strtolower( JsonPath::text( $row, 'Email' ) ),
			JsonPath::text( $row, 'IsActive' ),
			'' === JsonPath::text( $row, 'LastLoginDate' ) ? 'false' : 'true',
		];
	}

	/** @return array<string, list<string>> What the lab holds, by id. */
	private function truth( bool $hasUsers ): array {
		$tables = $this->lab->state()['tables'] ?? [];
		$truth  = [];
		foreach ( JsonPath::rows( $tables, 'Contact' ) as $row ) {
			$truth[ JsonPath::text( $row, 'Id' ) ] = self::contactOf( $row );
		}
		foreach ( $hasUsers ? JsonPath::rows( $tables, 'User' ) : [] as $row ) {
			if ( '' !== JsonPath::text( $row, 'ContactId' ) ) {
				$truth[ JsonPath::text( $row, 'Id' ) ] = self::userOf( $row );
			}
		}
		ksort( $truth );
		return $truth;
	}

	/**
	 * Reads a pass to its end.
	 *
	 * @param \Closure(int): void|null $between Called after each page with its number.
	 * @return array<string, list<string>> What came, by id.
	 */
	private function read( Connection $connection, string $cursor = '', ?\Closure $between = null, ?Clock $clock = null, ?bool $isWhole = null ): array {
		$came = [];
		for ( $number = 1; $number < 100; ++$number ) {
			$page = $this->connector( clock: $clock )->page( $connection, $cursor );
			self::assertMatchesRegularExpression( '/^[\x21-\x7E]{0,4000}$/', $page->next . $page->mark );
			self::assertTrue( 0 === $page->waitSeconds || [] === $page->people );
			self::assertSame( $isWhole ?? $page->isWhole, $page->isWhole );
			foreach ( $page->people as $person ) {
				$came[ $person->id ] = self::told( $person );
			}
			if ( '' === $page->next ) {
				$this->mark = $page->mark;
				ksort( $came );
				return $came;
			}
			$cursor = $page->next;
			( $between ?? static function (): void {} )( $number );
		}
		self::fail( 'It does not end.' );
	}

	/** @return list<string> */
	private static function told( BulkPerson $person ): array {
		return 'contact' === $person->kind
			? [ $person->presence, $person->email, $person->accountId, $person->survivor ]
			: [ $person->contactId, $person->email, $person->isActive->value, $person->isConfirmed->value ];
	}

	/** @return list<string> Calls of the REST API, in order. */
	private function dataCalls(): array {
		return array_values( array_filter( $this->paths(), static fn ( string $path ): bool => str_contains( $path, '/services/data/' ) ) );
	}

	private function populate( int $people, int $seed ): void {
		$this->lab->play(
			[
				'do'     => 'populate',
				'people' => $people,
				'seed'   => $seed,
				'users'  => true,
			]
		);
	}

	public function testEverybodyComesOnceInTwoThousandACall(): void {
		$seed = random_int( 1, 1_000_000 );
		$this->populate( 4_500, $seed );
		foreach ( [ Doors::portal( $this->lab ), Doors::site( $this->lab ) ] as $connection ) {
			$hasUsers = 'salesforce' === $connection->fields['logins'];
			self::assertSame( $this->truth( $hasUsers ), $this->read( $connection, isWhole: true ), "seed {$seed}" );
		}
		self::assertCount( 3 + 3 + 3, $this->dataCalls() );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testOfManySalesforcePreparesAList(): void {
		$seed = random_int( 1, 1_000_000 );
		$this->populate( 12_000, $seed );
		self::assertSame( $this->truth( false ), $this->read( Doors::portal( $this->lab ), isWhole: true ), "seed {$seed}" );
		$paths = array_count_values( (array) preg_replace( '/\/750\w+/', '/JOB', $this->dataCalls() ) );
		self::assertSame(
			[
				'GET /services/data/v62.0/queryAll'              => 1,
				'POST /services/data/v62.0/jobs/query'           => 1,
				'GET /services/data/v62.0/jobs/query/JOB'        => 1,
				'GET /services/data/v62.0/jobs/query/JOB/results' => 1,
			],
			$paths
		);
		self::assertSame( [], $this->lab->writes(), 'preparing a list changes no record' );
	}

	public function testAListThatTakesItsTimeIsWaitedFor(): void {
		$this->populate( 12_000, 3 );
		$this->switch( [ 'jobSeconds' => 60 ] );
		$came = $this->read(
			Doors::portal( $this->lab ),
			between: fn () => $this->lab->play(
				[
					'do'      => 'advance-clock',
					'seconds' => 30,
				]
			)
		);
		self::assertSame( $this->truth( false ), $came );
	}

	public function testAPageOfTheListStaysWithinASlicesMemory(): void {
		$this->populate( 30_000, 8 );
		$connector = $this->connector();
		$portal    = Doors::portal( $this->lab );
		$cursor    = $connector->page( $portal, '' )->next;
		$cursor    = $connector->page( $portal, $cursor )->next;
		memory_reset_peak_usage();
		$before = memory_get_usage();
		$people = count( $connector->page( $portal, $cursor )->people );
		self::assertGreaterThan( 20_000, $people );
		self::assertLessThan( 24 * 1024 * 1024, memory_get_peak_usage() - $before );
	}

	public function testAListThatBreaksOffIsNotTakenForItsEnd(): void {
		$this->populate( 11_000, 9 );
		$connector = $this->connector();
		$portal    = Doors::portal( $this->lab );
		$cursor    = $connector->page( $portal, $connector->page( $portal, '' )->next )->next;
		$this->lab->fault(
			[
				'path' => '/results',
				'then' => [
					'status' => 200,
					'body'   => "\"Id\",\"Email\"\n\"0035g000005DaVpAAK\",\"a@b.example\"\n\"0035g0",
				],
			]
		);
		self::assertSame( FaultKind::Malformed, $this->refusal( static fn () => $connector->page( $portal, $cursor ) )->kind );
	}

	public function testWhereNoListMayBePreparedPagesAreReadOn(): void {
		$this->populate( 11_000, 4 );
		$this->lab->play(
			[
				'do'    => 'deny-right',
				'right' => 'BulkApi',
			]
		);
		self::assertSame( $this->truth( false ), $this->read( Doors::portal( $this->lab ) ) );
	}

	public function testAListThatIsLostIsReadPageByPage(): void {
		$this->populate( 11_000, 5 );
		$this->lab->fault(
			[
				'path' => '/results',
				'then' => [
					'status' => 404,
					'body'   => [ [ 'errorCode' => 'NOT_FOUND' ] ],
				],
			]
		);
		self::assertSame( $this->truth( false ), $this->read( Doors::portal( $this->lab ) ) );
	}

	public function testTheNextPassTellsWhatChangedAndNoMore(): void {
		$this->populate( 3_000, random_int( 1, 1_000_000 ) );
		// Everything so far is older than what the next pass asks for.
		$this->later( 86_400 );
		$site = Doors::site( $this->lab );
		$this->read( $site );
		$this->later( 3_600 );
		$customer = RandomCustomer::meet( $this->lab );
		$this->lab->play(
			...self::orders(
				[
					[ 'delete-contact', 'id', Cast::Fine->contactId() ],
					[ 'unlink-account', 'id', Cast::Locked->contactId() ],
					[ 'purge-contact', 'id', Cast::Frozen->contactId() ],
					[ 'restore-contact', 'id', Cast::Binned->contactId() ],
					[ 'deactivate-user', 'id', Cast::OtherName->userId() ],
				]
			),
			...[
				[
					'do'     => 'merge-contacts',
					'winner' => Cast::NoUser->contactId(),
					'loser'  => Cast::NotMember->contactId(),
				],
				[
					'do'     => 'login',
					'id'     => Cast::Pending->userId(),
					'status' => 'Success',
				],
			]
		);
		$this->later( 60 );
		$before = count( $this->dataCalls() );
		$came   = $this->read( $site, $this->mark, isWhole: false );
		$truth  = $this->truth( true );
		self::assertSame( array_intersect_key( $truth, $came ), array_filter( $came, static fn ( array $told ): bool => 'permanently-deleted' !== $told[0] ), "seed {$customer->seed}" );
		$changed = [ $customer->contactId, $customer->userId, Cast::Fine->contactId(), Cast::Locked->contactId(), Cast::Frozen->contactId(), Cast::Binned->contactId(), Cast::NoUser->contactId(), Cast::NotMember->contactId(), Cast::OtherName->userId(), Cast::Pending->userId() ];
		self::assertSame( [], array_values( array_diff( $changed, array_keys( $came ) ) ), 'nothing that changed is missed' );
		self::assertSame( 'permanently-deleted', $came[ Cast::Frozen->contactId() ][0] );
		self::assertLessThan( 60, count( $came ), 'what stayed as it was does not come' );
		self::assertLessThanOrEqual( 4, count( $this->dataCalls() ) - $before );

		$this->later( 3_600 );
		self::assertEqualsCanonicalizing( [ Cast::Frozen->contactId(), Cast::Purged->contactId() ], array_keys( array_filter( $this->read( $site, $this->mark ), static fn ( array $told ): bool => 'permanently-deleted' === $told[0] ) ), 'what is gone is told for as long as Salesforce tells it' );
	}

	public function testWhatHappensWhileAPassRunsIsToldByTheNext(): void {
		$this->populate( 4_500, 6 );
		$portal = Doors::portal( $this->lab );
		$this->read(
			$portal,
			between: fn ( int $number ) => 1 === $number ? $this->lab->play( ...self::orders( [ [ 'delete-contact', 'id', Cast::Fine->contactId() ] ] ) ) : null
		);
		$this->later( 600 );
		self::assertSame( 'in-recycle-bin', $this->read( $portal, $this->mark )[ Cast::Fine->contactId() ][0] );
	}

	public function testAMarkThatIsTooOldBeginsAWholePass(): void {
		$portal = Doors::portal( $this->lab );
		$this->read( $portal );
		$page = $this->connector( clock: new FrozenClock( time() + 20 * 86_400 ) )->page( $portal, $this->mark );
		self::assertTrue( $page->isWhole );
	}

	public function testACursorOfAnotherHandBeginsAWholePass(): void {
		foreach ( [ 'nonsense', '{}', '{"phase":"drop"}', '[1,2]', '{"phase":"contacts","since":1}' ] as $cursor ) {
			$page = $this->connector()->page( Doors::portal( $this->lab ), $cursor );
			self::assertTrue( $page->isWhole, $cursor );
			self::assertCount( count( $this->truth( false ) ), $page->people, $cursor );
		}
	}

	public function testAFieldThatIsHiddenIsLeftOut(): void {
		$this->lab->play(
			[
				'do'    => 'hide-field',
				'field' => 'Contact.Email',
			]
		);
		$came = $this->read( Doors::portal( $this->lab ) );
		self::assertSame( [ 'live', '', Cast::ALDER, '' ], $came[ Cast::Fine->contactId() ] );
	}

	public function testAFaultIsToldAndNotTakenForAnEmptyList(): void {
		foreach ( [
			'html'  => FaultKind::Malformed,
			'reset' => FaultKind::Unreachable,
		] as $then => $kind ) {
			$this->lab->clearFaults();
			$this->lab->fault(
				[
					'path' => '/queryAll',
					'then' => $then,
				]
			);
			self::assertSame( $kind, $this->refusal( fn () => $this->connector()->page( Doors::portal( $this->lab ), '' ) )->kind );
		}
	}

	private function later( int $seconds ): void {
		$this->lab->play(
			[
				'do'      => 'advance-clock',
				'seconds' => $seconds,
			]
		);
	}

	/**
	 * @param list<array{string, string, string}> $plans
	 * @return list<array<string, mixed>>
	 */
	private static function orders( array $plans ): array {
		return array_map(
			static fn ( array $plan ): array => [
				'do'     => $plan[0],
				$plan[1] => $plan[2],
			],
			$plans
		);
	}
}
