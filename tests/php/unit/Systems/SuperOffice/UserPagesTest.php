<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\SuperOffice;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\Connection;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Support\Truth;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** Reading everybody: page by page, and the truth of the lab after every change. */
#[CoversNothing]
final class UserPagesTest extends LabCase {

	/** @return array<string, array{'online'|'onsite'}> */
	public static function editions(): array {
		return [
			'Online' => [ 'online' ],
			'Onsite' => [ 'onsite' ],
		];
	}

	private function door( string $edition ): Connection {
		return 'online' === $edition ? Doors::online( $this->lab ) : Doors::onsite( $this->lab );
	}

	/** @return array<int, array{string, string, Truth}> Id → card, address, whether the user may log in, as the lab holds it. */
	private function truth(): array {
		$state  = $this->lab->state();
		$emails = [];
		foreach ( JsonPath::rows( $state, 'persons' ) as $person ) {
			$emails[ JsonPath::text( $person, 'personId' ) ] = JsonPath::text( $person, 'emails', 0, 'value' );
		}
		$users = [];
		foreach ( JsonPath::rows( $state, 'associates' ) as $user ) {
			$person    = JsonPath::text( $user, 'personId' );
			$name      = JsonPath::text( $user, 'userName' );
			$address   = ( $emails[ $person ] ?? '' );
			$licences  = is_array( $user['licences'] ?? null ) ? $user['licences'] : [];
			$isAllowed = 'true' === JsonPath::text( $user, 'canLogin' ) && 'false' === JsonPath::text( $user, 'deleted' ) && in_array( 'ten-salesservicemarketing', $licences, true );
			$users[ (int) JsonPath::text( $user, 'associateId' ) ] = [
				'0' === $person ? '' : $person,
				strtolower( '' === $address && str_contains( $name, '@' ) ? $name : $address ),
				Truth::of( $isAllowed ),
			];
		}
		ksort( $users );
		return $users;
	}

	/**
	 * @param \Closure(BulkPage, int): void|null $between
	 * @return list<BulkPerson>
	 */
	private function readAll( Connection $connection, ?\Closure $between = null ): array {
		$people = [];
		$cursor = '';
		for ( $number = 1; $number < 50; ++$number ) {
			$page = $this->connector()->page( $connection, $cursor );
			self::assertTrue( $page->isWhole );
			self::assertSame( '', $page->mark, 'a licence that goes changes no date, so there is nothing to ask changes by' );
			self::assertMatchesRegularExpression( '/^[\x21-\x7E]{0,4000}$/', $page->next );
			$people = [ ...$people, ...$page->people ];
			if ( '' === $page->next ) {
				return $people;
			}
			$cursor = $page->next;
			( $between ?? static function (): void {} )( $page, $number );
		}
		self::fail( 'It does not end.' );
	}

	/**
	 * @param list<BulkPerson> $people
	 * @return array<int, array{string, string, Truth}>
	 */
	private static function byId( array $people ): array {
		$byId = [];
		foreach ( $people as $person ) {
			self::assertSame( [ 'user', 'live' ], [ $person->kind, $person->presence ] );
			$byId[ (int) $person->id ] = [ $person->contactId, $person->email, $person->isActive ];
		}
		ksort( $byId );
		return $byId;
	}

	#[DataProvider( 'editions' )]
	public function testEverybodyComesOnceInAThousandACallWithoutAnyWrite( string $edition ): void {
		$seed = random_int( 1, 1_000_000 );
		$this->lab->play(
			[
				'do'     => 'populate',
				'people' => 2_500,
				'seed'   => $seed,
			]
		);
		$people = $this->readAll( $this->door( $edition ) );
		self::assertSame( $this->truth(), self::byId( $people ), "seed {$seed}" );
		self::assertCount( count( $this->truth() ), $people );
		$lists = array_filter( $this->paths(), static fn ( string $path ): bool => str_ends_with( $path, '/archive/AllUsers' ) );
		self::assertCount( 3, $lists );
		self::assertSame( [], $this->lab->writes() );
	}

	#[DataProvider( 'editions' )]
	public function testTheNextPassTellsWhatChanged( string $edition ): void {
		$this->readAll( $this->door( $edition ) );
		$hired = RandomColleague::hire( $this->lab );
		$this->lab->play(
			[
				'do' => 'remove-licences',
				'id' => self::FINE,
			],
			[
				'do' => 'delete-user',
				'id' => 44,
			],
			[
				'do'    => 'set-email',
				'id'    => 213,
				'email' => 'Another@Northwind.Example',
			]
		);
		$after = self::byId( $this->readAll( $this->door( $edition ) ) );
		self::assertSame( $this->truth(), $after, "seed {$hired->seed}" );
		self::assertArrayNotHasKey( 44, $after );
		self::assertSame( Truth::False, $after[ self::FINE ][2] );
	}

	public function testRowsThatMoveBetweenTwoPagesBeginThePassAnew(): void {
		$this->lab->play(
			[
				'do'     => 'populate',
				'people' => 1_500,
				'seed'   => 5,
			]
		);
		$people = $this->readAll(
			Doors::onsite( $this->lab ),
			function ( BulkPage $page, int $number ): void {
				if ( 1 === $number ) {
					$this->lab->play(
						[
							'do' => 'delete-user',
							'id' => self::FINE,
						]
					);
				}
			}
		);
		$byId = self::byId( $people );
		unset( $byId[ self::FINE ] );
		self::assertSame( $this->truth(), $byId, 'nobody is skipped' );
	}

	public function testACursorOfAnotherHandBeginsAWholePass(): void {
		foreach ( [ 'nonsense', '12', '5@0', '999999@41' ] as $cursor ) {
			self::assertCount( count( $this->truth() ), $this->connector()->page( Doors::onsite( $this->lab ), $cursor )->people, $cursor );
		}
	}

	public function testWithoutThePlanColumnTheSwitchAloneCounts(): void {
		$this->lab->play(
			[
				'do'      => 'set-version',
				'version' => '8.5.7050.1421',
			]
		);
		$people = self::byId( $this->readAll( Doors::onsite( $this->lab ) ) );
		self::assertSame( [ Truth::True, Truth::False ], [ $people[ self::FINE ][2], $people[48][2] ] );
	}

	public function testAFaultIsToldAndNotTakenForAnEmptyList(): void {
		$this->lab->fault(
			[
				'path' => 'AllUsers',
				'then' => 'html',
			]
		);
		self::assertSame( FaultKind::Malformed, $this->refusal( fn () => $this->connector()->page( Doors::onsite( $this->lab ), '' ) )->kind );
	}
}
