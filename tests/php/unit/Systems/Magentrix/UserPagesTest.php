<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Magentrix;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Support\Truth;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** Reading everybody: page by page, and the truth of the lab after every change. */
#[CoversNothing]
final class UserPagesTest extends LabCase {

	/** @return array<string, array{string, string, Truth, Truth}> Id → contact, address, whether the user is active, whether it needs a contact, as the lab holds it. */
	private function truth(): array {
		$users = [];
		foreach ( JsonPath::rows( $this->lab->state(), 'users' ) as $user ) {
			$contact = JsonPath::text( $user, 'contactId' );
			$users[ JsonPath::text( $user, 'id' ) ] = [ $contact, strtolower( JsonPath::text( $user, 'email' ) ), Truth::of( 'true' === JsonPath::text( $user, 'isActive' ) ), Truth::of( 'Employee' !== JsonPath::text( $user, 'type' ) ) ];
		}
		ksort( $users, SORT_STRING );
		return $users;
	}

	/**
	 * @param \Closure(int): void|null $between
	 * @return list<BulkPerson>
	 */
	private function readAll( ?\Closure $between = null ): array {
		$connections = new MemoryConnections( $this->connection() );
		$people      = [];
		$cursor      = '';
		for ( $number = 1; $number < 20; ++$number ) {
			$page = $this->page( $connections, $cursor );
			self::assertTrue( $page->isWhole );
			self::assertSame( '', $page->mark, 'a contact that goes changes no date of its user, so there is nothing to ask changes by' );
			self::assertMatchesRegularExpression( '/^[\x21-\x7E]{0,4000}$/', $page->next );
			$people = [ ...$people, ...$page->people ];
			if ( '' === $page->next ) {
				return $people;
			}
			$cursor = $page->next;
			( $between ?? static function (): void {} )( $number );
		}
		self::fail( 'It does not end.' );
	}

	private function page( MemoryConnections $connections, string $cursor ): BulkPage {
		return $this->connector( $connections )->page( $connections->get( 'magentrix' ) ?? throw new \LogicException( 'It is there.' ), $cursor );
	}

	/**
	 * @param list<BulkPerson> $people
	 * @return array<string, array{string, string, Truth, Truth}>
	 */
	private static function byId( array $people ): array {
		$byId = [];
		foreach ( $people as $person ) {
			self::assertSame( [ 'user', 'live' ], [ $person->kind, $person->presence ] );
			$byId[ $person->id ] = [ $person->contactId, $person->email, $person->isActive, $person->needsContact ];
		}
		ksort( $byId, SORT_STRING );
		return $byId;
	}

	/** @return array<string, array{array<string, string>}> */
	public static function shapes(): array {
		return [
			'as documented'         => [ [] ],
			'empty fields left out' => [ [ 'emptyFields' => 'omitted' ] ],
			'fields of other names' => [
				[
					'contactField' => 'Contact__c',
					'typeField'    => 'LicenseType',
				],
			],
		];
	}

	/** @param array<string, string> $switches */
	#[DataProvider( 'shapes' )]
	public function testEverybodyComesOnceWithoutAnyWrite( array $switches ): void {
		$seed = random_int( 1, 1_000_000 );
		$this->switchTo( $switches );
		$this->lab->play(
			[
				'do'     => 'populate',
				'people' => 1_200,
				'seed'   => $seed,
			]
		);
		$people = $this->readAll();
		self::assertSame( $this->truth(), self::byId( $people ), "seed {$seed}" );
		self::assertCount( count( $this->truth() ), $people );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testTenThousandComeInACall(): void {
		$this->lab->play(
			[
				'do'     => 'populate',
				'people' => 20_500,
				'seed'   => 7,
			]
		);
		$people = $this->readAll();
		self::assertSame( $this->truth(), self::byId( $people ) );
		self::assertCount( count( $this->truth() ), $people );
		// Three pages, and two small questions for the names of fields, once.
		self::assertCount( 3 + 2, array_filter( $this->paths(), static fn ( string $path ): bool => 'POST /api/3.0/query' === $path ) );
	}

	public function testTheNextPassTellsWhatChanged(): void {
		$this->readAll();
		$partner = RandomPartner::join( $this->lab );
		$this->lab->play(
			[
				'do' => 'deactivate-user',
				'id' => People::user( 'fine' ),
			],
			[
				'do' => 'unlink-user',
				'id' => People::user( 'customer' ),
			]
		);
		$after = self::byId( $this->readAll() );
		self::assertSame( $this->truth(), $after, "seed {$partner->seed}" );
		self::assertSame( [ Truth::False, '', Truth::True ], [ $after[ People::user( 'fine' ) ][2], $after[ People::user( 'customer' ) ][0], $after[ $partner->userId ][2] ] );
	}

	public function testRowsThatMoveBetweenTwoPagesBeginThePassAnew(): void {
		$this->lab->play(
			[
				'do'     => 'populate',
				'people' => 10_500,
				'seed'   => 5,
			]
		);
		$people = $this->readAll(
			function ( int $number ): void {
				if ( 1 === $number ) {
					// An id before all others moves every row by one.
					$this->lab->play(
						[
							'merge' => true,
							'users' => [
								[
									'id'            => '0050000000000000001',
									'firstname'     => 'A',
									'lastname'      => 'B',
									'username'      => 'a.b',
									'email'         => 'a.b@meadow.example',
									'isActive'      => true,
									'deactivatedAt' => null,
									'lastLoginAt'   => null,
									'roleId'        => 'role1',
									'type'          => 'Employee',
									'contactId'     => null,
									'modifiedAt'    => 1_780_000_000_000,
								],
							],
						]
					);
				}
			}
		);
		self::assertSame( $this->truth(), self::byId( $people ), 'nobody is skipped' );
	}

	public function testACursorOfAnotherHandBeginsAWholePass(): void {
		foreach ( [ 'nonsense', '12', '5@', '999999@0050000000000010001', "0@x' OR true" ] as $cursor ) {
			self::assertCount( count( $this->truth() ), $this->page( new MemoryConnections( $this->connection() ), $cursor )->people, $cursor );
		}
	}

	public function testWithoutALookupFieldNobodyIsSaidToBeLinked(): void {
		$this->switchTo( [ 'contactField' => '' ] );
		$people = self::byId( $this->readAll() );
		self::assertSame( [ '', Truth::True, Truth::Unknown ], [ $people[ People::user( 'fine' ) ][0], $people[ People::user( 'fine' ) ][2], $people[ People::user( 'fine' ) ][3] ] );
	}

	public function testAFaultIsToldAndNotTakenForAnEmptyList(): void {
		$this->lab->fault(
			[
				'path' => '/query',
				'then' => 'html',
			]
		);
		self::assertSame( FaultKind::Malformed, $this->refusal( fn () => $this->page( new MemoryConnections( $this->connection() ), '' ) )->kind );
		$this->lab->reset();
		$this->lab->play(
			[
				'do'    => 'deny-right',
				'right' => 'users',
			]
		);
		self::assertSame( FaultKind::Forbidden, $this->refusal( fn () => $this->page( new MemoryConnections( $this->connection() ), '' ) )->kind );
	}
}
