<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Vendasta;

use Causeway\Connector\BulkPerson;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Support\Truth;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** Reading everybody: page by page, and the truth of the lab after every change. */
#[CoversNothing]
final class UserPagesTest extends LabCase {

	/** @return array<string, array{string, string, Truth}> Id → address, first business, whether the mailbox is proved, as the lab holds it. */
	private function truth(): array {
		$users = [];
		foreach ( JsonPath::rows( $this->lab->state(), 'users' ) as $user ) {
			$isOurs = 'false' === JsonPath::text( $user, 'isDeleted' ) && 'bot' !== JsonPath::text( $user, 'category' ) && $this->lab->text( 'credentials', 'partnerId' ) === JsonPath::text( $user, 'partnerId' );
			if ( $isOurs ) {
				$users[ JsonPath::text( $user, 'id' ) ] = [ strtolower( JsonPath::text( $user, 'email' ) ), JsonPath::text( $user, 'businessLocations', 0 ), Truth::of( 'true' === JsonPath::text( $user, 'emailVerified' ) ) ];
			}
		}
		ksort( $users );
		return $users;
	}

	/** @return list<BulkPerson> */
	private function readAll(): array {
		$people = [];
		$cursor = '';
		for ( $number = 1; $number < 60; ++$number ) {
			// Another process each time: only the cursor goes along.
			$page = $this->connector()->page( $this->door(), $cursor );
			self::assertTrue( $page->isWhole );
			self::assertSame( '', $page->mark, 'permissions change no date, so there is nothing to ask changes by' );
			self::assertMatchesRegularExpression( '/^[\x21-\x7E]{0,4000}$/', $page->next );
			$people = [ ...$people, ...$page->people ];
			$cursor = $page->next;
			if ( '' === $cursor ) {
				return $people;
			}
		}
		self::fail( 'It does not end.' );
	}

	/**
	 * @param list<BulkPerson> $people
	 * @return array<string, array{string, string, Truth}>
	 */
	private static function byId( array $people ): array {
		$byId = [];
		foreach ( $people as $person ) {
			self::assertSame( [ 'user', 'live' ], [ $person->kind, $person->presence ] );
			self::assertGreaterThan( 1_600_000_000, $person->changedAt );
			$byId[ $person->id ] = [ $person->email, $person->accountId, $person->isConfirmed ];
		}
		ksort( $byId );
		return $byId;
	}

	/** @return array<string, array{'string'|'object'}> */
	public static function links(): array {
		return [
			'linked by a text'    => [ 'string' ],
			'linked by an object' => [ 'object' ],
		];
	}

	#[DataProvider( 'links' )]
	public function testEverybodyComesOnceInAHundredACallWithoutAnyWrite( string $nextLink ): void {
		$seed = random_int( 1, 1_000_000 );
		$this->lab->play(
			[
				'do'     => 'populate',
				'people' => 1_050,
				'seed'   => $seed,
			]
		);
		$this->switchTo( [ 'nextLink' => $nextLink ] );
		$people = $this->readAll();
		self::assertSame( $this->truth(), self::byId( $people ), "seed {$seed}" );
		self::assertCount( count( $this->truth() ), $people );
		$lists = array_filter( $this->paths(), static fn ( string $path ): bool => 'GET /platform/users' === $path );
		self::assertCount( (int) ceil( count( $people ) / 100 ), $lists );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testTheNextPassTellsWhatChanged(): void {
		$this->readAll();
		$joined = RandomUser::join( $this->lab );
		$this->lab->play(
			[
				'do' => 'unverify-email',
				'id' => People::Fine->id(),
			],
			[
				'do' => 'delete-user',
				'id' => People::Several->id(),
			],
			[
				'do' => 'clear-locations',
				'id' => People::Moved->id(),
			]
		);
		$after = self::byId( $this->readAll() );
		self::assertSame( $this->truth(), $after, "seed {$joined->seed}" );
		self::assertArrayNotHasKey( People::Several->id(), $after );
		self::assertSame( [ Truth::False, '' ], [ $after[ People::Fine->id() ][2], $after[ People::Moved->id() ][1] ] );
	}

	public function testACursorOfAnotherHandBeginsAWholePassAndGoesNowhereElse(): void {
		foreach ( [ 'nonsense', 'page%5Bcursor%5D=bm9uZQ%3D%3D', 'https://evil.example/?page%5Bcursor%5D=x', 'page[cursor]=x&x=../' ] as $cursor ) {
			self::assertCount( count( $this->truth() ), $this->connector()->page( $this->door(), $cursor )->people, $cursor );
		}
	}

	public function testALinkToAnotherHostIsFollowedOnOurOwnOnly(): void {
		$this->lab->fault(
			[
				'path'  => '/platform/users',
				'times' => 1,
				'then'  => [
					'status' => 200,
					'body'   => [
						'data'  => [],
						'links' => [ 'next' => 'https://evil.example/steal?page%5Bcursor%5D=bm9uZQ%3D%3D&page%5Blimit%5D=100&access=all' ],
					],
				],
			]
		);
		$next = $this->connector()->page( $this->door(), '' )->next;
		self::assertSame( 'page%5Bcursor%5D=bm9uZQ%3D%3D&page%5Blimit%5D=100', $next );
		$this->connector()->page( $this->door(), $next );
		$queries = array_map( static fn ( array $call ): string => JsonPath::text( $call, 'query', 'page[cursor]' ), $this->lab->calls() );
		self::assertContains( 'bm9uZQ==', $queries, 'asked at our own host' );
	}

	public function testHiddenContactDataIsUnknownAndNotFalse(): void {
		$this->lab->play(
			[
				'do'    => 'drop-scope',
				'scope' => 'user.contact:read',
			]
		);
		foreach ( [ 'omitted', 'null', 'blank' ] as $form ) {
			$this->switchTo( [ 'hiddenFields' => $form ] );
			foreach ( $this->readAll() as $person ) {
				self::assertSame( [ '', Truth::Unknown ], [ $person->email, $person->isConfirmed ], $form );
			}
		}
	}

	public function testAFaultIsToldAndNotTakenForAnEmptyList(): void {
		$this->lab->fault(
			[
				'path' => '/platform/users',
				'then' => 'html',
			]
		);
		self::assertSame( FaultKind::Malformed, $this->refusal( fn () => $this->connector()->page( $this->door(), '' ) )->kind );
	}
}
