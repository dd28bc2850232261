<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Magentrix;

use Causeway\Connector\Connection;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** How a connection gets its session, keeps it, and what becomes of it when things change; and that what was found out once is not found out again. */
#[CoversNothing]
final class SessionTest extends LabCase {

	/** @return list<string> Calls that opened a session. */
	private function opened(): array {
		return array_values( array_filter( $this->paths(), static fn ( string $path ): bool => 'POST /api/3.0/token' === $path ) );
	}

	public function testOneSessionServesManyLooks(): void {
		foreach ( [ 'fine', 'inactive', 'unlinked' ] as $key ) {
			$this->examine( People::subject( $key ) );
		}
		self::assertCount( 1, $this->opened() );
	}

	public function testAHealthyPersonCostsThreeQuestions(): void {
		$this->examine( People::subject( 'fine' ) );
		self::assertSame( [ 'POST /api/3.0/token', 'POST /api/3.0/query', 'POST /api/3.0/query', 'POST /api/3.0/query' ], $this->paths() );
	}

	/** @return array<string, array{int}> */
	public static function statuses(): array {
		return [
			'unauthorised' => [ 401 ],
			'forbidden'    => [ 403 ],
		];
	}

	#[DataProvider( 'statuses' )]
	public function testASessionThatEndsEarlyIsReplacedOnce( int $status ): void {
		$this->switchTo( [ 'expiredToken' => $status ] );
		$this->examine( People::subject( 'fine' ) );
		$this->lab->play( [ 'do' => 'expire-sessions' ] );
		self::assertSame( 'true', $this->examine( People::subject( 'fine' ) )['contact.exists'] );
		self::assertCount( 2, $this->opened() );
	}

	public function testASessionIsRenewedBeforeItsFixedEnd(): void {
		$this->lab->play(
			[
				'merge'   => true,
				'session' => [ 'minutes' => 1 ],
			]
		);
		// A minute is less than what a call may need: such a session starts none.
		$this->examine( People::subject( 'fine' ) );
		$this->examine( People::subject( 'fine' ) );
		self::assertGreaterThan( 1, count( $this->opened() ) );
	}

	public function testThePortalsClockMayBeWrong(): void {
		$this->lab->play(
			[
				'do'      => 'advance-clock',
				'seconds' => -86_400,
			]
		);
		$this->examine( People::subject( 'fine' ) );
		self::assertSame( 'true', $this->examine( People::subject( 'fine' ) )['user.exists'] );
		self::assertCount( 1, $this->opened() );
	}

	public function testAKeyThatWasTakenBackIsNotTakenForAnOutage(): void {
		$this->examine( People::subject( 'fine' ) );
		$this->lab->play( [ 'do' => 'revoke-key' ], [ 'do' => 'expire-sessions' ] );
		$answers = $this->examine( People::subject( 'fine' ) );
		self::assertSame( [ 'true', 'false', 'unknown:unauthorised' ], [ $answers['connection.reachable'], $answers['connection.authorised'], $answers['user.exists'] ] );
	}

	/** @return array<string, array{array<string, string>, string}> */
	public static function halfConnections(): array {
		return [
			'nothing'                => [ [], '' ],
			'no key'                 => [ [ 'portal_url' => 'https://partners.northwind.example' ], '' ],
			'no address'             => [ [], 'a-key' ],
			'an address of no kind'  => [ [ 'portal_url' => 'partners.northwind.example' ], 'a-key' ],
			'a script'               => [ [ 'portal_url' => 'javascript:alert(1)' ], 'a-key' ],
			'with somebody’s name'   => [ [ 'portal_url' => 'https://user:pw@partners.northwind.example' ], 'a-key' ],
		];
	}

	/** @param array<string, string> $fields */
	#[DataProvider( 'halfConnections' )]
	public function testAConnectionThatIsNotSetUpAsksNothing( array $fields, string $key ): void {
		$answers = $this->examine( People::subject( 'fine' ), new Connection( 'magentrix', 'magentrix', $fields, [ 'api_key' => $key ], false ) );
		self::assertSame( [ 'unknown:not-set-up', 'false' ], [ $answers['connection.reachable'], $answers['connection.authorised'] ] );
		self::assertSame( [], $this->lab->calls() );
	}

	public function testHowThisPortalTakesQuestionsIsFoundOutOnce(): void {
		$this->switchTo(
			[
				'quotes'       => 'single',
				'crmEntities'  => 'prefixed',
				'contactField' => 'Contact__c',
			]
		);
		$connections = new MemoryConnections( $this->connection() );
		$look        = fn () => $this->examine( People::subject( 'fine' ), $connections->get( 'magentrix' ), $this->connector( $connections ) );
		$look();
		$first = count( $this->paths() );
		self::assertSame( 'true', $look()['contact.has-account'] );
		self::assertSame( 3, count( $this->paths() ) - $first );
		$facts = $connections->get( 'magentrix' )->facts ?? [];
		self::assertSame( [ 'lower-single', 'Force__Contact', 'Contact__c', 'UserType' ], [ $facts['spelling'] ?? '', $facts['contactEntity'] ?? '', $facts['contactField'] ?? '', $facts['typeField'] ?? '' ] );
	}

	public function testWhatWasFoundOutMayChangeAgain(): void {
		$old     = People::connection( $this->lab );
		$learned = new Connection( $old->id, $old->system, $old->fields, $old->secrets, false, [
			'spelling'      => 'lower-single',
			'contactEntity' => 'Force__Contact',
			'contactField'  => 'Contact__c',
		] );
		$this->switchTo( [ 'quotes' => 'double' ] );
		$answers = $this->examine( People::subject( 'fine' ), $learned, $this->connector( new MemoryConnections( $learned ) ) );
		self::assertSame( [ 'true', 'true', 'true' ], [ $answers['user.exists'], $answers['user.linked'], $answers['contact.exists'] ] );
	}

	public function testALookupFieldThatNobodyCouldGuessIsNamedByTheConnection(): void {
		$this->switchTo( [ 'contactField' => 'Ansprechpartner__c' ] );
		self::assertSame( 'unknown:not-readable', $this->examine( People::subject( 'fine' ) )['user.linked'] );
		$named = People::connection( $this->lab, fields: [ 'contact_field' => 'Ansprechpartner__c' ] );
		self::assertSame( 'true', $this->examine( People::subject( 'fine' ), $named )['contact.exists'] );
		self::assertSame( 'false', $this->examine( People::subject( 'unlinked' ), $named )['user.linked'] );
	}

	public function testWhereCapitalsCountNobodyIsSaidToBeMissing(): void {
		$this->switchTo( [ 'lowerCase' => 'rejected' ] );
		self::assertSame( 'unknown:unsupported', $this->examine( People::subject( 'noUser' ) )['user.exists'] );
		self::assertSame( 'true', $this->examine( People::subject( 'fine' ) )['user.exists'] );
	}

	public function testATestOfTheConnectionTellsWhatItsKeyMayNotSee(): void {
		foreach ( [
			'users'    => 'users',
			'contacts' => 'contacts',
			'history'  => 'login-history',
		] as $right => $type ) {
			$this->lab->reset();
			$this->lab->play(
				[
					'do'    => 'deny-right',
					'right' => $right,
				]
			);
			$seen = [];
			foreach ( $this->connector()->test( $this->connection() ) as $condition ) {
				$seen[ $condition->type ] = $condition->status->value;
			}
			self::assertSame( 'false', $seen[ $type ], $type );
			self::assertSame( 'true', $seen['authorised'] );
		}
	}
}
