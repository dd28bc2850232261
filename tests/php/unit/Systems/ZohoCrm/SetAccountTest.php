<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoCrm;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Subject;
use Causeway\Diagnosis\Diagnoser;
use Causeway\Diagnosis\Facts;
use Causeway\Diagnosis\RuleInterpreter;
use Causeway\Support\Truth;
use Causeway\Systems\ZohoCrm\Requests\SetContactAccount;
use Causeway\Tests\Unit\Diagnosis\BuiltCatalog;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** Giving a contact its Account back, against the simulated Zoho CRM: on a contact that is drawn anew for each test. */
#[CoversNothing]
final class SetAccountTest extends LabCase {

	private Subject $person;

	private string $account;

	protected function setUp(): void {
		parent::setUp();
		$rows    = array_values( array_filter( JsonPath::rows( $this->lab->state(), 'contacts' ), static fn ( array $row ): bool => '' !== JsonPath::text( $row, 'Account_Name', 'id' ) && '' !== JsonPath::text( $row, 'Email' ) ) );
		$contact = $rows[ random_int( 0, count( $rows ) - 1 ) ];

		$this->account = JsonPath::text( $contact, 'Account_Name', 'id' );
		$this->person  = new Subject( 'user:1', email: JsonPath::text( $contact, 'Email' ), contactId: JsonPath::text( $contact, 'id' ), accountId: $this->account );
		$this->do( 'unlink-account' );
	}

	private function do( string $verb, string ...$with ): void {
		$this->lab->play( [ 'do' => $verb, 'id' => $this->person->contactId ] + $with );
	}

	private function switch( bool $ignoreWrites ): void {
		$this->lab->play(
			[
				'merge'    => true,
				'switches' => [ 'ignoreWrites' => $ignoreWrites ],
			]
		);
	}

	private function action(): Action {
		return $this->connector()->actions()['set-account'];
	}

	private function preview( ?Subject $subject = null ): Change {
		return $this->action()->preview( $subject ?? $this->person, $this->connection() );
	}

	private function apply( Change $change ): void {
		$this->action()->apply( $this->person, $this->connection( true ), $change );
	}

	private function refusal( callable $attempt ): ConnectorFault {
		try {
			$attempt();
		} catch ( ConnectorFault $fault ) {
			return $fault;
		}
		self::fail( 'It was not refused.' );
	}

	/** @return array<mixed> */
	private function contact(): array {
		foreach ( JsonPath::rows( $this->lab->state(), 'contacts' ) as $row ) {
			if ( JsonPath::text( $row, 'id' ) === $this->person->contactId ) {
				return $row;
			}
		}
		self::fail( 'The contact is gone.' );
	}

	private function accountNow(): string {
		return JsonPath::text( $this->contact(), 'Account_Name', 'id' );
	}

	/** @return list<string> */
	private function writes(): array {
		return array_values( array_filter( $this->lab->writes(), static fn ( string $call ): bool => ! str_contains( $call, '/oauth/' ) ) );
	}

	private function verification(): Truth {
		$cause = BuiltCatalog::load()->cause( 'zoho-crm', 'contact-without-account' );
		self::assertNotNull( $cause );
		return ( new RuleInterpreter() )->evaluate( $cause->verification, 'zoho-crm', new Facts( $this->connector()->examine( $this->person, $this->connection() ), [] ) )->truth;
	}

	/** @return list<string> Other accounts than the person's. */
	private function others(): array {
		$ids = array_map( static fn ( array $row ): string => JsonPath::text( $row, 'id' ), JsonPath::rows( $this->lab->state(), 'accounts' ) );
		return array_values( array_diff( $ids, [ $this->account ] ) );
	}

	public function testThePreviewNamesContactAndAccountAndWritesNothing(): void {
		$change = $this->preview();
		self::assertSame( [ $this->person->contactId, '' ], [ $change->before['Contact'], $change->before['Account'] ] );
		self::assertStringContainsString( '(' . $this->account . ')', $change->after['Account'] );
		self::assertNotSame( '(' . $this->account . ')', trim( $change->after['Account'] ), 'a number alone tells nobody which company it is' );
		self::assertFalse( $change->reversible );
		self::assertSame( [ [], '' ], [ $this->writes(), $this->accountNow() ] );
	}

	public function testDoneTwiceItWritesOnceAndChangesNothingElse(): void {
		$before = $this->contact();
		$change = $this->preview();
		$this->apply( $change );
		$this->apply( $change );
		self::assertSame( [ 'PUT /crm/v8/Contacts/' . $this->person->contactId ], $this->writes() );
		self::assertSame( $this->account, $this->accountNow() );
		$after   = $this->contact();
		$changed = array_filter( array_map( 'strval', array_keys( $after ) ), static fn ( string $name ): bool => ( $before[ $name ] ?? null ) !== $after[ $name ] );
		self::assertSame( [ 'Account_Name' ], array_values( array_diff( $changed, [ 'Modified_Time', 'Modified_By' ] ) ) );
	}

	public function testAConnectionThatMayOnlyReadWritesNothing(): void {
		$change = $this->preview();
		$fault  = $this->refusal( fn () => $this->action()->apply( $this->person, $this->connection(), $change ) );
		self::assertSame( [ 'writing-off', [], '' ], [ $fault->reason(), $this->writes(), $this->accountNow() ] );
	}

	public function testWhatMovedSinceThePreviewIsRefused(): void {
		$change = $this->preview();
		$this->lab->play(
			[
				'do'     => 'set-contact',
				'id'     => $this->person->contactId,
				'fields' => [ 'Full_Name' => 'Somebody Else' ],
			]
		);
		$fault = $this->refusal( fn () => $this->apply( $change ) );
		self::assertSame( [ 'state-moved', [], '' ], [ $fault->reason(), $this->writes(), $this->accountNow() ] );
	}

	public function testAnotherAccountIsNeverReplaced(): void {
		$change = $this->preview();
		$other  = $this->others()[0];
		$this->do( 'link-account', account: $other );
		self::assertSame( 'other-account', $this->refusal( fn () => $this->preview() )->reason() );
		self::assertSame( 'other-account', $this->refusal( fn () => $this->apply( $change ) )->reason() );
		self::assertSame( [ [], $other ], [ $this->writes(), $this->accountNow() ] );
	}

	/** @return array<string, array{string, string}> Account that is remembered, and why it cannot be set. */
	public static function unknownAccounts(): array {
		return [
			'none is remembered'     => [ '', 'account-unknown' ],
			'one of another system'  => [ '0f3c9a52-0000-4000-8000-00000000000a', 'account-unknown' ],
			'a path'                 => [ '1/../2', 'account-unknown' ],
			'a number and a newline' => [ "5843104000000411001\n", 'account-unknown' ],
			'one that is gone'       => [ '5843104000000999999', 'account-absent' ],
		];
	}

	#[DataProvider( 'unknownAccounts' )]
	public function testOnlyAnAccountThatThisSiteRemembersAndThatIsThereCanBeSet( string $account, string $reason ): void {
		$subject = new Subject( 'user:1', contactId: $this->person->contactId, accountId: $account );
		self::assertSame( $reason, $this->refusal( fn () => $this->preview( $subject ) )->reason() );
		self::assertSame( [], $this->writes() );
	}

	public function testAContactThatIsGoneIsToBePutBackFirst(): void {
		foreach ( [ '204', '404', '400' ] as $answer ) {
			$this->lab->play(
				[
					'merge'    => true,
					'switches' => [ 'absentRecord' => $answer ],
				]
			);
			self::assertSame( 'contact-absent', $this->refusal( fn () => $this->preview( new Subject( 'user:1', contactId: '5843104000000999999', accountId: $this->account ) ) )->reason(), $answer );
		}
	}

	public function testALostAnswerIsLookedUpAndNothingIsSentAgain(): void {
		$change = $this->preview();
		$lost   = [
			'method' => 'PUT',
			'path'   => '/crm/v8/Contacts/',
			'then'   => 'reset',
		];
		$this->lab->fault( $lost );
		self::assertSame( FaultKind::Unreachable, $this->refusal( fn () => $this->apply( $change ) )->kind );
		self::assertSame( '', $this->accountNow() );
		$this->lab->clearFaults();
		$this->lab->fault( $lost + [ 'performed' => true ] );
		$this->apply( $change );
		self::assertSame( $this->account, $this->accountNow() );
		self::assertCount( 2, $this->writes(), 'one for each time that somebody confirmed' );
	}

	public function testTheWriteIsBoundToTheContactAsItWasRead(): void {
		self::assertSame( '2026-01-02T03:04:05+01:00', ( new SetContactAccount( '1', '2', '2026-01-02T03:04:05+01:00' ) )->request( '' )->headers['If-Unmodified-Since'] ?? '' );
		$change = $this->preview();
		$this->lab->fault(
			[
				'method' => 'PUT',
				'path'   => '/crm/v8/Contacts/',
				'then'   => [
					'status' => 412,
					'body'   => [ 'code' => 'RECORD_MODIFIED' ],
				],
			]
		);
		self::assertSame( 'RECORD_MODIFIED', $this->refusal( fn () => $this->apply( $change ) )->vendorCode, 'somebody changed the contact meanwhile' );
		self::assertSame( '', $this->accountNow() );
	}

	public function testTheVerificationHoldsOnlyOnceItHelped(): void {
		$change = $this->preview();
		self::assertSame( Truth::False, $this->verification() );
		foreach ( [ true, false ] as $ignores ) {
			$this->switch( $ignores );
			$this->apply( $change );
			self::assertSame( Truth::of( ! $ignores ), $this->verification() );
		}
	}

	public function testTheStepIsOfferedOnlyWhereTheAccountIsRemembered(): void {
		foreach ( [ true, false ] as $isRemembered ) {
			$subject = new Subject( 'user:1', email: $this->person->email, contactId: $this->person->contactId, accountId: $isRemembered ? $this->account : '' );
			$first   = ( new Diagnoser( BuiltCatalog::load() ) )->diagnose( new Facts( $this->connector()->examine( $subject, $this->connection() ), [] ) )->causes[0] ?? null;
			self::assertSame( 'zoho-crm/contact-without-account', $first?->ref() );
			self::assertSame( $isRemembered, in_array( 'restore-account', $first->steps, true ) );
		}
	}
}
