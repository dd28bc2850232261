<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoDesk;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Subject;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** The writes: previewed, carried out once, refused where it is not clear that they are meant. */
#[CoversNothing]
final class ActionsTest extends LabCase {

	private function action( string $id ): Action {
		return $this->connector()->actions()[ $id ];
	}

	private function preview( string $id, Subject $subject ): Change {
		return $this->action( $id )->preview( $subject, $this->connection() );
	}

	private function apply( string $id, Subject $subject, Change $change ): void {
		$this->action( $id )->apply( $subject, $this->connection(), $change );
	}

	private function invitations( string $person ): int {
		return (int) JsonPath::text( $this->userOf( Door::contact( $person ) ), 'invitations' );
	}

	/** @return array<string, array{string, string, string, string, string, string, string}> Action, person, name, state before, state after, field of the change, the one write. */
	public static function writes(): array {
		$contact = static fn ( string $person ): string => '/api/v1/contacts/' . Door::contact( $person );
		return [
			'restore'  => [ 'restore-contact', 'binned', 'paul.okafor', 'in the recycle bin', 'among the contacts', 'State', 'POST /api/v1/recycleBin/restore' ],
			'invite'   => [ 'send-invitation', 'neverInvited', 'ines.duarte', 'not invited', 'invited, not confirmed yet', 'State', 'POST ' . $contact( 'neverInvited' ) . '/inviteAsEndUser' ],
			'anew'     => [ 'send-invitation', 'deletedUser', 'tom.lindqvist', 'removed from the Help Center', 'invited, not confirmed yet', 'State', 'POST ' . $contact( 'deletedUser' ) . '/inviteAsEndUser' ],
			'again'    => [ 'send-invitation', 'pending', 'jonas.brandt', 'invited, not confirmed yet', 'invited, not confirmed yet', 'State', 'POST ' . $contact( 'pending' ) . '/inviteAsEndUser' ],
			'approve'  => [ 'approve-sign-up', 'signedUp', 'hugo.sand', 'waits for approval', 'approved', 'State', 'POST ' . $contact( 'signedUp' ) . '/approveEndUserInvite' ],
			'activate' => [ 'activate-user', 'inactive', 'clara.weiss', 'deactivated', 'active', 'State', 'PATCH /api/v1/users/' . Door::user( 'inactive' ) ],
			'account'  => [ 'set-account', 'noAccount', 'emil.rossi', '', 'Alder & Finch Logistics (' . Door::ALDER . ')', 'Account', 'PATCH ' . $contact( 'noAccount' ) ],
		];
	}

	#[DataProvider( 'writes' )]
	public function testAPreviewSaysWhatWillBeAndAppliedTwiceItIsDoneOnce( string $id, string $person, string $name, string $before, string $after, string $field, string $write ): void {
		$subject = $this->person( $person, $name, Door::ALDER );
		$change  = $this->preview( $id, $subject );
		self::assertSame( [ $before, $after ], [ $change->before[ $field ], $change->after[ $field ] ] );
		self::assertSame( [], $this->lab->writes(), 'a preview never writes' );

		$this->apply( $id, $subject, $change );
		$this->apply( $id, $subject, $change );
		self::assertSame( [ $write ], $this->lab->writes() );
		self::assertSame( $after, $this->preview( $id, $subject )->before[ $field ], 'it took effect' );
	}

	#[DataProvider( 'writes' )]
	public function testAConnectionThatMayOnlyReadSendsNothing( string $id, string $person, string $name ): void {
		$this->use( mayWrite: false );
		$subject = $this->person( $person, $name, Door::ALDER );
		$change  = $this->preview( $id, $subject );
		$before  = count( $this->lab->calls() );
		self::assertSame( 'writing-off', $this->refusal( fn () => $this->apply( $id, $subject, $change ) )->reason() );
		self::assertCount( $before, $this->lab->calls() );
	}

	/** @return iterable<string, array{string, string, string, string}> */
	public static function lostAnswers(): iterable {
		foreach ( self::writes() as $which => [ $id, $person, $name ] ) {
			// Nothing that can be read tells of a second invitation: that case has a test of its own.
			foreach ( 'again' === $which ? [] : [ 'reset', 'malformed', 'hang' ] as $then ) {
				yield "{$which}, {$then}" => [ $id, $person, $name, $then ];
			}
		}
	}

	#[DataProvider( 'lostAnswers' )]
	public function testAWriteWhoseAnswerGotLostCountsWhereItTookEffect( string $id, string $person, string $name, string $then ): void {
		$subject = $this->person( $person, $name, Door::ALDER );
		$change  = $this->preview( $id, $subject );
		foreach ( [ 'POST', 'PATCH' ] as $method ) {
			$this->lab->fault(
				[
					'method'    => $method,
					'host'      => 'api',
					'then'      => $then,
					'performed' => true,
				]
			);
		}
		$this->apply( $id, $subject, $change );
		$this->lab->clearFaults();
		$now = $this->preview( $id, $subject );
		self::assertSame( $change->after['State'] ?? $change->after['Account'], $now->before['State'] ?? $now->before['Account'] );
		self::assertCount( 1, $this->lab->writes(), 'it is not sent again by itself' );
	}

	#[DataProvider( 'writes' )]
	public function testAWriteThatDidNotGetThroughIsAFailure( string $id, string $person, string $name ): void {
		$subject = $this->person( $person, $name, Door::ALDER );
		$change  = $this->preview( $id, $subject );
		foreach ( [ 'POST', 'PATCH' ] as $method ) {
			$this->lab->fault(
				[
					'method' => $method,
					'host'   => 'api',
					'then'   => 'reset',
				]
			);
		}
		self::assertSame( FaultKind::Unreachable, $this->refusal( fn () => $this->apply( $id, $subject, $change ) )->kind );
		$this->lab->clearFaults();
		self::assertSame( $change->fingerprint(), $this->preview( $id, $subject )->fingerprint() );
	}

	#[DataProvider( 'writes' )]
	public function testAnAgentWhoMayNotWriteIsTold( string $id, string $person, string $name ): void {
		$subject = $this->person( $person, $name, Door::ALDER );
		$change  = $this->preview( $id, $subject );
		$this->lab->play(
			[
				'do'    => 'deny-right',
				'right' => 'write',
			]
		);
		self::assertSame( FaultKind::Forbidden, $this->refusal( fn () => $this->apply( $id, $subject, $change ) )->kind );
	}

	/** @return array<string, array{string, string, string, list<array<string, mixed>>}> What somebody else does between preview and confirmation. */
	public static function moves(): array {
		return [
			'deleted once more'       => [ 'restore-contact', 'binned', 'paul.okafor', [ [ 'do' => 'restore-contact' ], [ 'do' => 'advance-clock', 'seconds' => 90 ], [ 'do' => 'delete-contact' ] ] ],
			'another address'         => [ 'send-invitation', 'neverInvited', 'ines.duarte', [ [ 'do' => 'set-email', 'email' => 'ines@other.example' ] ] ],
			'another name'            => [ 'approve-sign-up', 'signedUp', 'hugo.sand', [ [ 'do' => 'set-contact', 'fields' => [ 'lastName' => 'Somebody Else' ] ] ] ],
			'another address of user' => [ 'activate-user', 'inactive', 'clara.weiss', [ [ 'do' => 'change-user-email', 'email' => 'clara@other.example' ] ] ],
			'another contact name'    => [ 'set-account', 'noAccount', 'emil.rossi', [ [ 'do' => 'set-contact', 'fields' => [ 'lastName' => 'Somebody Else' ] ] ] ],
		];
	}

	/** @param list<array<string, mixed>> $orders */
	#[DataProvider( 'moves' )]
	public function testAStateThatHasMovedIsRefused( string $id, string $person, string $name, array $orders ): void {
		$subject = $this->person( $person, $name, Door::ALDER );
		$change  = $this->preview( $id, $subject );
		foreach ( $orders as $order ) {
			$this->lab->play( $order + [ 'id' => Door::contact( $person ) ] );
		}
		self::assertSame( 'state-moved', $this->refusal( fn () => $this->apply( $id, $subject, $change ) )->reason() );
		self::assertSame( [], $this->lab->writes() );
	}

	/** @return array<string, array{string, Subject, string}> */
	public static function refusals(): array {
		$of = static fn ( string $person, string $account = '' ): Subject => new Subject( 'user:1', contactId: Door::contact( $person ), accountId: $account );
		return [
			'nobody is known'                   => [ 'restore-contact', new Subject( 'user:1' ), 'contact-unknown' ],
			'an id that is none'                => [ 'restore-contact', new Subject( 'user:1', contactId: '../../evil' ), 'contact-unknown' ],
			'neither bin nor contacts'          => [ 'restore-contact', $of( 'purged' ), 'not-in-recycle-bin' ],
			'two contacts'                      => [ 'send-invitation', new Subject( 'user:1', email: 'otto.meyer@northwind.example' ), 'ambiguous' ],
			'invite somebody in the bin'        => [ 'send-invitation', $of( 'binned' ), 'contact-absent' ],
			'invite without an address'         => [ 'send-invitation', $of( 'noEmail' ), 'no-address' ],
			'invite somebody deactivated'       => [ 'send-invitation', $of( 'inactive' ), 'user-deactivated' ],
			'invite somebody who signed up'     => [ 'send-invitation', $of( 'signedUp' ), 'awaits-approval' ],
			'activate somebody who was removed' => [ 'activate-user', $of( 'deletedUser' ), 'user-deleted' ],
			'activate nobody'                   => [ 'activate-user', $of( 'neverInvited' ), 'no-user' ],
			'approve nobody'                    => [ 'approve-sign-up', $of( 'neverInvited' ), 'no-user' ],
			'no account is remembered'          => [ 'set-account', $of( 'noAccount' ), 'account-unknown' ],
			'the account is gone'               => [ 'set-account', $of( 'noAccount', '1234567' ), 'account-absent' ],
			'it has another account now'        => [ 'set-account', $of( 'fine', Door::BRIGHTWATER ), 'other-account' ],
		];
	}

	#[DataProvider( 'refusals' )]
	public function testWhereItIsNotClearThatItIsMeantNothingIsPreviewed( string $id, Subject $subject, string $reason ): void {
		self::assertSame( $reason, $this->refusal( fn () => $this->preview( $id, $subject ) )->reason() );
	}

	public function testAStatusThatNobodyExplainsIsLeftToAPerson(): void {
		$this->lab->play(
			[
				'merge' => true,
				'users' => [
					[
						'id'     => Door::user( 'fine' ),
						'status' => 'ON_HOLD',
					],
				],
			]
		);
		foreach ( [ 'approve-sign-up', 'activate-user' ] as $id ) {
			self::assertSame( 'not-readable', $this->refusal( fn () => $this->preview( $id, $this->person( 'fine' ) ) )->reason() );
		}
	}

	public function testWhatIsDoneAlreadyIsLeftAlone(): void {
		$fine = $this->person( 'fine', 'maren.holt', Door::ALDER );
		foreach ( [ 'restore-contact', 'send-invitation', 'activate-user', 'approve-sign-up', 'set-account' ] as $id ) {
			$change = $this->preview( $id, $fine );
			self::assertSame( $change->before, $change->after, $id );
			$this->apply( $id, $fine, $change );
		}
		self::assertSame( [], $this->lab->writes() );
	}

	public function testSomebodyElseMayBeQuicker(): void {
		$binned = $this->person( 'binned' );
		$change = $this->preview( 'restore-contact', $binned );
		$this->lab->play(
			[
				'do' => 'restore-contact',
				'id' => Door::contact( 'binned' ),
			]
		);
		$this->apply( 'restore-contact', $binned, $change );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testABinThatIsTooFullIsNotSearchedToItsEnd(): void {
		$this->lab->play(
			[
				'do'     => 'populate',
				'people' => 1_001,
				'seed'   => 3,
			]
		);
		$populated = array_filter( JsonPath::rows( $this->lab->state(), 'contacts' ), static fn ( array $contact ): bool => 'Person' === JsonPath::text( $contact, 'firstName' ) );
		foreach ( $populated as $contact ) {
			$this->lab->play(
				[
					'do' => 'delete-contact',
					'id' => JsonPath::text( $contact, 'id' ),
				]
			);
		}
		$binned = $this->person( 'binned' );
		self::assertSame( 'too-many-deletions', $this->refusal( fn () => $this->preview( 'restore-contact', $binned ) )->reason() );
		self::assertSame( 'true', $this->examine( $binned )['contact.in-recycle-bin'], 'the contact itself says so' );
		$this->switch( [ 'trashedContact' => 'absent' ] );
		$answers = $this->examine( $binned );
		self::assertSame( [ 'unknown:too-many-deletions', 'unknown:not-visible' ], [ $answers['contact.in-recycle-bin'], $answers['contact.exists'] ] );
	}

	public function testARestoredContactLogsInAsBefore(): void {
		self::assertSame( 'no-contact', $this->tryLogin( 'paul.okafor@northwind.example' ) );
		$byAddress = new Subject( 'user:1', email: 'paul.okafor@northwind.example' );
		$this->apply( 'restore-contact', $byAddress, $this->preview( 'restore-contact', $byAddress ) );
		self::assertSame( 'in', $this->tryLogin( 'paul.okafor@northwind.example' ) );
	}

	public function testASecondMailGoesOutOnlyAfterTenMinutes(): void {
		$pending = $this->person( 'pending', 'jonas.brandt' );
		$change  = $this->preview( 'send-invitation', $pending );
		$this->apply( 'send-invitation', $pending, $change );
		$this->apply( 'send-invitation', $pending, $change );
		self::assertSame( 2, $this->invitations( 'pending' ), 'one of before, and one of now' );

		$this->connections->rememberFacts( 'zoho-desk', [ 'invitationsSent' => Door::contact( 'pending' ) . '@' . ( time() - 601 ) ] );
		$this->apply( 'send-invitation', $pending, $this->preview( 'send-invitation', $pending ) );
		self::assertSame( 3, $this->invitations( 'pending' ) );
	}

	public function testInvitationsToOthersAreRememberedBesideEachOther(): void {
		foreach ( [ 'neverInvited', 'pending', 'deletedUser' ] as $person ) {
			$subject = $this->person( $person );
			$this->apply( 'send-invitation', $subject, $this->preview( 'send-invitation', $subject ) );
		}
		self::assertSame( 2, $this->invitations( 'pending' ) );
		$pending = $this->person( 'pending' );
		$this->apply( 'send-invitation', $pending, $this->preview( 'send-invitation', $pending ) );
		self::assertSame( 2, $this->invitations( 'pending' ) );
		self::assertLessThanOrEqual( 200, strlen( $this->connection()->facts['invitationsSent'] ?? '' ), 'a fact is clipped there' );
	}

	public function testASecondInvitationWhoseAnswerGotLostIsNotCalledDone(): void {
		$pending = $this->person( 'pending' );
		$change  = $this->preview( 'send-invitation', $pending );
		$this->lab->fault(
			[
				'path'      => 'inviteAsEndUser',
				'then'      => 'reset',
				'performed' => true,
			]
		);
		self::assertSame( FaultKind::Unreachable, $this->refusal( fn () => $this->apply( 'send-invitation', $pending, $change ) )->kind );
	}

	public function testASecondInvitationThatIsNotTakenLeadsToTheWayByHand(): void {
		$pending = $this->person( 'pending' );
		$change  = $this->preview( 'send-invitation', $pending );
		$this->switch( [ 'secondInvitation' => 'refused' ] );
		$fault = $this->refusal( fn () => $this->apply( 'send-invitation', $pending, $change ) );
		self::assertSame( [ FaultKind::Rejected, 'UNPROCESSABLE_ENTITY' ], [ $fault->kind, $fault->vendorCode ] );
		self::assertStringContainsString( 'Re-Invite', $fault->getMessage() );
	}

	public function testAnInvitationTakenWithoutAMailIsNotSeenAsAConfirmation(): void {
		$pending = $this->person( 'pending' );
		$this->switch( [ 'secondInvitation' => 'silent' ] );
		$this->apply( 'send-invitation', $pending, $this->preview( 'send-invitation', $pending ) );
		self::assertSame( [ 1, 'false' ], [ $this->invitations( 'pending' ), $this->examine( $pending )['user.confirmed'] ] );
	}

	public function testTheHelpCenterOfTheConnectionIsInvitedTo(): void {
		$this->lab->play( [ 'do' => 'add-help-center' ] );
		$centers = $this->lab->state()['helpCenters'] ?? [];
		self::assertIsArray( $centers );
		$second = JsonPath::text( end( $centers ), 'id' );
		$this->use( fields: [ 'help_center' => $second ] );
		$person = $this->person( 'neverInvited' );
		$change = $this->preview( 'send-invitation', $person );
		self::assertStringContainsString( 'Second', $change->before['Help Center'] );
		$this->apply( 'send-invitation', $person, $change );
		self::assertSame( $second, JsonPath::text( $this->userOf( Door::contact( 'neverInvited' ) ), 'helpCenterId' ) );
	}

	public function testAnApprovalAnsweredWithoutABodyIsOneAsWell(): void {
		$this->switch( [ 'approval' => 'empty' ] );
		$signedUp = $this->person( 'signedUp' );
		$this->apply( 'approve-sign-up', $signedUp, $this->preview( 'approve-sign-up', $signedUp ) );
		self::assertSame( 'in', $this->tryLogin( 'hugo.sand@northwind.example' ) );
	}

	public function testNothingThatWritesCanDelete(): void {
		$source = '';
		foreach ( (array) glob( dirname( __DIR__, 5 ) . '/src/systems/ZohoDesk/{,Actions/,Requests/,Probes/}*.php', GLOB_BRACE ) as $file ) {
			$source .= (string) file_get_contents( (string) $file );
		}
		self::assertNotSame( '', $source );
		self::assertDoesNotMatchRegularExpression( "/'DELETE'\\s*,|moveToTrash|anonymize|emptyRecycle|markSpam/", $source );
	}
}
