<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Dynamics365;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Subject;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** The two writes: what they change, and what they do when something comes between. */
#[CoversNothing]
final class ActionsTest extends LabCase {

	private const RESTORE = 'POST /api/data/v9.2/Restore';

	private function action( string $id ): Action {
		return $this->connector()->actions()[ $id ];
	}

	private function preview( string $id, Subject $subject ): Change {
		return $this->action( $id )->preview( $subject, $this->kept() );
	}

	private function apply( string $id, Subject $subject, Change $change ): void {
		$this->action( $id )->apply( $subject, Northwind::connection( $this->lab, true ), $change );
	}

	private function accountOf( string $contactId ): string {
		return JsonPath::text( $this->contact( $contactId ), 'parentcustomerid', 'id' );
	}

	/** Somebody whose contact was deleted, and somebody whose company is not set: each for one action. */
	private function broken( string $id ): RandomCustomer {
		$customer = RandomCustomer::join( $this->lab );
		$this->lab->play( States::order( 'restore-contact' === $id ? 'delete-contact' : 'unlink-account', id: $customer->id ) );
		return $customer;
	}

	private function isMended( string $id, RandomCustomer $customer ): bool {
		return 'restore-contact' === $id ? null !== $this->contact( $customer->id ) : $this->accountOf( $customer->id ) === $customer->accountId;
	}

	/** @return array<string, array{string}> */
	public static function actionIds(): array {
		return [
			'restore-contact' => [ 'restore-contact' ],
			'set-account'     => [ 'set-account' ],
		];
	}

	#[DataProvider( 'actionIds' )]
	public function testAPreviewShowsBothStatesAndWritesNothing( string $id ): void {
		$customer = $this->broken( $id );
		$change   = $this->preview( $id, $customer->subject() );
		self::assertSame( $customer->id, $change->before['Contact'] );
		self::assertNotSame( $change->before, $change->after );
		self::assertSame( [], $this->lab->writes() );
		self::assertFalse( $this->isMended( $id, $customer ), "seed {$customer->seed}" );
	}

	#[DataProvider( 'actionIds' )]
	public function testDoneTwiceItHasTheEffectOfOnce( string $id ): void {
		$customer = $this->broken( $id );
		$change   = $this->preview( $id, $customer->subject() );
		$this->apply( $id, $customer->subject(), $change );
		$this->apply( $id, $customer->subject(), $change );
		self::assertCount( 1, $this->lab->writes() );
		self::assertTrue( $this->isMended( $id, $customer ), "seed {$customer->seed}" );
	}

	public function testARestoredContactKeepsItsIdAndItsColumns(): void {
		$customer = $this->broken( 'restore-contact' );
		$this->apply( 'restore-contact', $customer->subject(), $this->preview( 'restore-contact', $customer->subject() ) );
		self::assertSame( [ self::RESTORE ], $this->lab->writes() );
		$row = $this->contact( $customer->id );
		self::assertSame( [ $customer->email, $customer->accountId, 'stamp' ], [ strtolower( JsonPath::text( $row, 'emailaddress1' ) ), $this->accountOf( $customer->id ), JsonPath::text( $row, 'adx_identity_securitystamp' ) ], "seed {$customer->seed}" );
	}

	public function testAContactIsRestoredByItsAddressWhereItsIdIsNotKnown(): void {
		$customer = $this->broken( 'restore-contact' );
		$subject  = new Subject( 'user:1', email: $customer->email );
		$this->apply( 'restore-contact', $subject, $this->preview( 'restore-contact', $subject ) );
		self::assertTrue( $this->isMended( 'restore-contact', $customer ), "seed {$customer->seed}" );
	}

	public function testOfTwoDeletedContactsWithOneAddressNeitherIsChosen(): void {
		foreach ( [ 'One', 'Two' ] as $name ) {
			$id = '0000000' . strlen( $name ) . '-0000-0000-0000-00000000000' . ( 'One' === $name ? 1 : 2 );
			$this->lab->play(
				States::order(
					'create-contact',
					fields: [
						'contactid'     => $id,
						'lastname'      => $name,
						'emailaddress1' => 'shared@northwind.example',
					]
				),
				States::order( 'delete-contact', id: $id )
			);
		}
		$fault = $this->refusal( fn () => $this->preview( 'restore-contact', new Subject( 'user:1', email: 'shared@northwind.example' ) ) );
		self::assertSame( 'not-in-recycle-bin', $fault->reason() );
	}

	public function testSettingTheAccountChangesNothingElse(): void {
		$customer = $this->broken( 'set-account' );
		$before   = $this->contact( $customer->id );
		$this->apply( 'set-account', $customer->subject(), $this->preview( 'set-account', $customer->subject() ) );
		self::assertSame( [ 'PATCH /api/data/v9.2/contacts(' . $customer->id . ')' ], $this->lab->writes() );
		self::assertSame( [ 'modifiedon', 'parentcustomerid', 'versionnumber' ], $this->changedColumns( $before, $this->contact( $customer->id ) ), "seed {$customer->seed}" );
	}

	/**
	 * @param array<mixed>|null $before
	 * @param array<mixed>|null $after
	 * @return list<string> Columns whose value may have moved; the moment of the change may be the same second.
	 */
	private function changedColumns( ?array $before, ?array $after ): array {
		$columns = array_map( 'strval', array_keys( (array) $after ) );
		$changed = array_filter( $columns, static fn ( string $name ): bool => 'modifiedon' === $name || ( $before[ $name ] ?? null ) !== ( $after[ $name ] ?? null ) );
		sort( $changed );
		return $changed;
	}

	public function testWithoutAnAccountFromBeforeAPersonChooses(): void {
		$customer = $this->broken( 'set-account' );
		$unknown  = $this->refusal( fn () => $this->preview( 'set-account', new Subject( 'user:1', contactId: $customer->id ) ) );
		self::assertSame( 'account-unknown', $unknown->reason() );
		$this->lab->play( States::order( 'delete-account', id: $customer->accountId ) );
		$gone = $this->refusal( fn () => $this->preview( 'set-account', $customer->subject() ) );
		self::assertSame( 'account-unknown', $gone->reason() );
		$forged = $this->refusal( fn () => $this->preview( 'set-account', new Subject( 'user:1', contactId: $customer->id, accountId: "x')/contacts(" ) ) );
		self::assertSame( 'account-unknown', $forged->reason() );
	}

	public function testOfTwoContactsWithOneAddressNeitherGetsAnAccount(): void {
		$fault = $this->refusal( fn () => $this->preview( 'set-account', new Subject( 'user:1', email: Northwind::email( 'twin' ), accountId: Northwind::ALDER ) ) );
		self::assertSame( 'contact-unknown', $fault->reason() );
	}

	public function testNobodyIsRestoredWhoWasPurgedOrNeverKnown(): void {
		foreach ( [ Northwind::subject( 'purged' ), new Subject( 'user:1', email: 'nobody@northwind.example' ) ] as $subject ) {
			self::assertSame( 'not-in-recycle-bin', $this->refusal( fn () => $this->preview( 'restore-contact', $subject ) )->reason() );
		}
		self::assertSame( 'contact-unknown', $this->refusal( fn () => $this->preview( 'restore-contact', new Subject( 'user:1' ) ) )->reason() );
	}

	/** @return iterable<string, array{string, string}> Action, and what becomes of the write's answer. */
	public static function lostAnswers(): iterable {
		foreach ( array_keys( self::actionIds() ) as $id ) {
			foreach ( [ 'reset', 'malformed', 'hang', 'truncated' ] as $then ) {
				yield "{$id}: {$then}" => [ $id, $then ];
			}
		}
	}

	#[DataProvider( 'lostAnswers' )]
	public function testALostAnswerIsNoFailureWhereTheWriteTookEffect( string $id, string $then ): void {
		$customer = $this->broken( $id );
		$change   = $this->preview( $id, $customer->subject() );
		$this->lab->fault(
			[
				'method'    => 'restore-contact' === $id ? 'POST' : 'PATCH',
				'host'      => 'api',
				'times'     => 1,
				'then'      => $then,
				'performed' => true,
			]
		);
		$this->apply( $id, $customer->subject(), $change );
		self::assertTrue( $this->isMended( $id, $customer ), "seed {$customer->seed}" );
	}

	#[DataProvider( 'actionIds' )]
	public function testAWriteThatDidNotHappenIsAFailure( string $id ): void {
		$customer = $this->broken( $id );
		$change   = $this->preview( $id, $customer->subject() );
		$this->lab->fault(
			[
				'method' => 'restore-contact' === $id ? 'POST' : 'PATCH',
				'host'   => 'api',
				'then'   => [ 'status' => 500 ],
			]
		);
		self::assertSame( FaultKind::ServerFault, $this->refusal( fn () => $this->apply( $id, $customer->subject(), $change ) )->kind );
		self::assertFalse( $this->isMended( $id, $customer ), "seed {$customer->seed}" );
	}

	#[DataProvider( 'actionIds' )]
	public function testSomebodyWhoWasQuickerIsNoFailure( string $id ): void {
		$customer = $this->broken( $id );
		$change   = $this->preview( $id, $customer->subject() );
		$this->lab->play( 'restore-contact' === $id ? States::order( 'restore-contact', id: $customer->id ) : States::order( 'link-account', id: $customer->id, account: $customer->accountId ) );
		$this->apply( $id, $customer->subject(), $change );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testAStateThatHasMovedIsRefused(): void {
		$customer = $this->broken( 'set-account' );
		$change   = $this->preview( 'set-account', $customer->subject() );
		$other    = Northwind::ALDER === $customer->accountId ? Northwind::BRIGHTWATER : Northwind::ALDER;
		$this->lab->play( States::order( 'link-account', id: $customer->id, account: $other ) );
		self::assertSame( 'state-moved', $this->refusal( fn () => $this->apply( 'set-account', $customer->subject(), $change ) )->reason() );

		$customer = $this->broken( 'restore-contact' );
		$change   = $this->preview( 'restore-contact', $customer->subject() );
		$this->lab->play( States::order( 'purge-contact', id: $customer->id ) );
		self::assertSame( 'not-in-recycle-bin', $this->refusal( fn () => $this->apply( 'restore-contact', $customer->subject(), $change ) )->reason() );
		self::assertSame( [], $this->lab->writes() );
	}

	#[DataProvider( 'actionIds' )]
	public function testAConnectionThatMayOnlyReadSendsNothing( string $id ): void {
		$customer = $this->broken( $id );
		$change   = $this->preview( $id, $customer->subject() );
		$before   = count( $this->lab->calls() );
		$fault    = $this->refusal( fn () => $this->action( $id )->apply( $customer->subject(), $this->kept(), $change ) );
		self::assertSame( 'writing-off', $fault->reason() );
		self::assertCount( $before, $this->lab->calls() );
	}

	#[DataProvider( 'actionIds' )]
	public function testNothingIsWrittenIntoAnotherEnvironment( string $id ): void {
		$customer = $this->broken( $id );
		$change   = $this->preview( $id, $customer->subject() );
		$learnt   = $this->kept();
		$this->lab->play( States::order( 'change-organisation', id: '5a1e0109-7c2d-ef11-9f89-6045bdece809' ) );
		$writes = new Connection( $learnt->id, $learnt->system, $learnt->fields, $learnt->secrets, true, $learnt->facts );
		self::assertSame( 'other-organisation', $this->refusal( fn () => $this->action( $id )->apply( $customer->subject(), $writes, $change ) )->reason() );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testARoleThatMayNotWriteIsTold(): void {
		foreach ( [
			'restore-contact' => 'prvCreateContact',
			'set-account'     => 'prvWriteContact',
		] as $id => $privilege ) {
			$customer = $this->broken( $id );
			$change   = $this->preview( $id, $customer->subject() );
			$this->lab->play( States::order( 'deny-privilege', privilege: $privilege ) );
			self::assertSame( FaultKind::Forbidden, $this->refusal( fn () => $this->apply( $id, $customer->subject(), $change ) )->kind );
		}
	}

	public function testAContactWhoseAccountIsGoneIsNotRestored(): void {
		$customer = $this->broken( 'restore-contact' );
		$change   = $this->preview( 'restore-contact', $customer->subject() );
		$this->lab->play( States::order( 'delete-account', id: $customer->accountId ) );
		$fault = $this->refusal( fn () => $this->apply( 'restore-contact', $customer->subject(), $change ) );
		self::assertSame( '0x80049959', $fault->vendorCode );
		self::assertStringContainsString( 'Account', $fault->getMessage() );
	}

	public function testNoActionCreatesAContactWhereThereIsNone(): void {
		$customer = $this->broken( 'set-account' );
		$change   = $this->preview( 'set-account', $customer->subject() );
		$people   = count( JsonPath::rows( $this->lab->state(), 'contacts' ) );
		$this->lab->play( States::order( 'purge-contact', id: $customer->id ) );
		self::assertSame( 'contact-unknown', $this->refusal( fn () => $this->apply( 'set-account', $customer->subject(), $change ) )->reason() );
		self::assertCount( $people - 1, JsonPath::rows( $this->lab->state(), 'contacts' ) );
	}
}
