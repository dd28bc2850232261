<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoDesk;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Support\FrozenClock;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** Reading everybody: page by page, the truth of the lab after every change, and only what has changed where Zoho Desk can tell. */
#[CoversNothing]
final class EverybodyTest extends LabCase {

	private const DAY = 86_400;

	private int $now;

	protected function setUp(): void {
		parent::setUp();
		$this->now = time();
	}

	private function page( string $cursor ): BulkPage {
		return $this->connector( new FrozenClock( $this->now ) )->page( $this->connection(), $cursor );
	}

	/**
	 * One pass to its end.
	 *
	 * @param \Closure(int): void|null $between Called after each page with its number.
	 * @return array{list<BulkPerson>, string, bool} People, mark, whether it was a whole pass.
	 */
	private function pass( string $cursor = '', ?\Closure $between = null ): array {
		$people = [];
		for ( $number = 1; $number < 200; ++$number ) {
			$page = $this->page( $cursor );
			self::assertMatchesRegularExpression( '/^[\x20-\x7E]{0,4000}$/', $page->next . $page->mark );
			$people = [ ...$people, ...$page->people ];
			if ( '' === $page->next ) {
				return [ $people, $page->mark, $page->isWhole ];
			}
			self::assertSame( '', $page->mark );
			$cursor = $page->next;
			( $between ?? static function (): void {} )( $number );
		}
		self::fail( 'It does not end.' );
	}

	/** @return array<string, list<string>> `kind id` → presence, address, account, whether active, whether confirmed; as the lab holds it. */
	private function truth(): array {
		$state = $this->lab->state();
		$truth = [];
		foreach ( JsonPath::rows( $state, 'contacts' ) as $contact ) {
			$truth[ 'contact ' . JsonPath::text( $contact, 'id' ) ] = [ 'live', strtolower( JsonPath::text( $contact, 'email' ) ), JsonPath::text( $contact, 'accountId' ), 'unknown', 'unknown' ];
		}
		foreach ( JsonPath::rows( $state, 'trash' ) as $row ) {
			$truth[ 'contact ' . JsonPath::text( $row, 'contact', 'id' ) ] = [ 'in-recycle-bin', '', '', 'unknown', 'unknown' ];
		}
		foreach ( JsonPath::rows( $state, 'users' ) as $user ) {
			$isGone = 'DELETED' === JsonPath::text( $user, 'status' );
			$truth[ 'user ' . JsonPath::text( $user, 'id' ) ] = [
				$isGone ? 'gone' : 'live',
				strtolower( JsonPath::text( $user, 'email' ) ),
				'',
				'ACTIVE' === JsonPath::text( $user, 'status' ) ? 'true' : 'false',
				'' === JsonPath::text( $user, 'lastAccessedAt' ) ? 'unknown' : 'true',
			];
		}
		ksort( $truth );
		return $truth;
	}

	/**
	 * @param list<BulkPerson>            $people
	 * @param array<string, list<string>> $known What was known before.
	 * @return array<string, list<string>>
	 */
	private static function after( array $people, array $known = [] ): array {
		foreach ( $people as $person ) {
			$known[ $person->kind . ' ' . $person->id ] = [ $person->presence, $person->email, $person->accountId, $person->isActive->value, $person->isConfirmed->value ];
		}
		ksort( $known );
		return $known;
	}

	private function populate( int $people ): int {
		$seed = random_int( 1, 1_000_000 );
		$this->lab->play(
			[
				'do'     => 'populate',
				'people' => $people,
				'seed'   => $seed,
			]
		);
		return $seed;
	}

	/** @return array<string, array{non-empty-array<string, mixed>}> */
	public static function shapes(): array {
		return [
			'as the schemas have it'  => [ [ 'times' => 'iso' ] ],
			'as the examples have it' => [
				[
					'times'        => 'milliseconds',
					'booleans'     => 'words',
					'userTypeName' => 'type',
					'binType'      => 'list',
					'binFilter'    => 'ignored',
				],
			],
		];
	}

	/** @param non-empty-array<string, mixed> $switches */
	#[DataProvider( 'shapes' )]
	public function testEverybodyComesOnceWithHardlyMoreCallsThanPages( array $switches ): void {
		$this->switch( $switches );
		$seed = $this->populate( 2_500 );
		[ $people, $mark, $isWhole ] = $this->pass();
		$truth = $this->truth();
		self::assertSame( $truth, self::after( $people ), "seed {$seed}" );
		self::assertCount( count( $truth ), $people, 'nobody comes twice while nothing moves' );
		self::assertTrue( $isWhole );
		self::assertNotSame( '', $mark );
		self::assertSame( [], $this->lab->writes() );

		$contacts = count( array_filter( array_keys( $truth ), static fn ( string $key ): bool => str_starts_with( $key, 'contact' ) ) );
		$users    = count( $truth ) - $contacts;
		$least    = ceil( $contacts / 100 ) + ceil( $users / 50 ) + 1;
		$calls    = array_filter( $this->paths(), static fn ( string $path ): bool => ! str_contains( $path, 'oauth' ) );
		self::assertLessThanOrEqual( (int) ceil( 1.1 * $least ) + 1, count( $calls ) );
	}

	public function testTheNextPassBringsOnlyWhatHasChanged(): void {
		$seed = $this->populate( 700 );
		[ $before, $mark ] = $this->pass();
		$new = RandomCustomer::greet( $this->lab );
		$this->lab->play(
			[
				'do'      => 'link-account',
				'id'      => Door::contact( 'noAccount' ),
				'account' => Door::BRIGHTWATER,
			],
			[
				'do' => 'delete-contact',
				'id' => Door::contact( 'neverInvited' ),
			],
			[
				'do' => 'restore-contact',
				'id' => Door::contact( 'binned' ),
			],
			[
				'do' => 'deactivate-user',
				'id' => Door::user( 'fine' ),
			],
			[
				'do' => 'delete-user',
				'id' => Door::user( 'pending' ),
			]
		);
		[ $changes, $next, $isWhole ] = $this->pass( $mark );
		self::assertFalse( $isWhole );
		self::assertSame( $this->truth(), self::after( $changes, self::after( $before ) ), "seeds {$seed}, {$new->seed}" );
		$contacts = array_filter( $changes, static fn ( BulkPerson $person ): bool => 'contact' === $person->kind );
		self::assertLessThan( 10, count( $contacts ) );

		[ $nothing ] = $this->pass( $next );
		$contacts = array_filter( $nothing, static fn ( BulkPerson $person ): bool => 'contact' === $person->kind );
		self::assertLessThan( 10, count( $contacts ), 'what was told at the same moment may come again, no more' );
	}

	public function testAWholePassComesOnceAWeekForWhatLeavesNoDate(): void {
		[ , $mark ] = $this->pass();
		$this->switch( [ 'restore' => 'leaves-times' ] );
		$this->lab->play(
			[
				'do' => 'restore-contact',
				'id' => Door::contact( 'binned' ),
			],
			[
				'do' => 'purge-contact',
				'id' => Door::contact( 'neverInvited' ),
			]
		);
		$this->now += 6 * self::DAY;
		[ $changes, $mark, $isWhole ] = $this->pass( $mark );
		self::assertFalse( $isWhole );
		self::assertArrayNotHasKey( 'contact ' . Door::contact( 'binned' ), self::after( $changes ), 'nothing tells of it' );

		$this->now += self::DAY;
		[ $people, , $isWhole ] = $this->pass( $mark );
		self::assertTrue( $isWhole );
		self::assertSame( $this->truth(), self::after( $people ) );
	}

	public function testNobodyIsSkippedWhereRowsMoveBetweenTwoPages(): void {
		$seed  = $this->populate( 900 );
		$gone  = array_map( Door::contact( ... ), [ 'fine', 'pending', 'noAccount', 'twin', 'quoted' ] );
		$users = array_map( Door::user( ... ), [ 'fine', 'noAccount' ] );
		[ $people, $mark ] = $this->pass(
			'',
			function ( int $number ) use ( $gone, $users ): void {
				// One contact a page vanishes from the front of the list, and users change their place.
				if ( isset( $gone[ $number - 2 ] ) ) {
					$this->lab->play(
						[
							'do' => 'delete-contact',
							'id' => $gone[ $number - 2 ],
						]
					);
				}
				if ( isset( $users[ $number - 13 ] ) ) {
					$this->lab->play(
						[
							'do'         => 'change-user-email',
							'id'         => $users[ $number - 13 ],
							'email'      => 'zz.' . $number . '@northwind.example',
							'isVerified' => true,
						]
					);
				}
			}
		);
		[ $changes ] = $this->pass( $mark );
		self::assertSame( $this->truth(), self::after( $changes, self::after( $people ) ), "seed {$seed}" );
	}

	public function testAPassIsTakenUpAgainByAnotherProcess(): void {
		$this->populate( 300 );
		$first        = $this->page( '' );
		$this->tokens = new MemoryTokens();
		[ $rest ]     = $this->pass( $first->next );
		self::assertSame( $this->truth(), self::after( [ ...$first->people, ...$rest ] ) );
	}

	public function testACursorOfAnotherHandBeginsAWholePass(): void {
		$whole = self::after( $this->pass()[0] );
		foreach ( [ 'nonsense', '[]', '{"part":"tickets"}', '{"part":"bin"}', '{"part":"contacts","from":-5,"whole":true}' ] as $cursor ) {
			[ $people, , $isWhole ] = $this->pass( $cursor );
			self::assertTrue( $isWhole, $cursor );
			self::assertSame( $whole, self::after( $people ), $cursor );
		}
	}

	public function testWithoutTheRightToTheBinTheRestIsReadAndNoChangesAreClaimed(): void {
		$this->lab->play(
			[
				'do'    => 'deny-right',
				'right' => 'settings',
			]
		);
		[ $people, $mark ] = $this->pass();
		self::assertSame( '', $mark, 'deletions would be missed' );
		$truth = array_filter( $this->truth(), static fn ( array $person ): bool => 'in-recycle-bin' !== $person[0] );
		self::assertSame( $truth, self::after( $people ) );
	}

	public function testAnEmptyOrganisationIsReadToItsEnd(): void {
		$this->lab->play(
			[
				'contacts' => [],
				'users'    => [],
			]
		);
		foreach ( JsonPath::rows( $this->lab->state(), 'trash' ) as $row ) {
			$this->lab->play(
				[
					'do' => 'purge-contact',
					'id' => JsonPath::text( $row, 'contact', 'id' ),
				]
			);
		}
		self::assertSame( [ [], '', true ], $this->pass() );
	}

	public function testAFaultIsToldAndNotTakenForAnEmptyList(): void {
		foreach ( [ '/contacts', '/recycleBin', '/users' ] as $path ) {
			$this->lab->fault(
				[
					'path' => $path,
					'then' => 'html',
				]
			);
			self::assertSame( FaultKind::Malformed, $this->refusal( fn () => $this->pass() )->kind, $path );
			$this->lab->clearFaults();
		}
	}
}
