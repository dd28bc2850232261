<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Salesforce;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Connector\UndoableAction;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** The writes: what they change, and what they do when something comes between. */
#[CoversNothing]
final class ActionsTest extends LabCase {

	private function action( string $id ): Action {
		return $this->connector()->actions()[ $id ];
	}

	private function door( bool $mayWrite = false ): Connection {
		return Doors::site( $this->lab, $mayWrite );
	}

	private function preview( string $id, Subject $subject ): Change {
		return $this->action( $id )->preview( $subject, $this->door() );
	}

	private function apply( string $id, Subject $subject, Change $change ): void {
		$this->action( $id )->apply( $subject, $this->door( true ), $change );
	}

	private static function withoutCompany(): Subject {
		return new Subject( 'user:1', 1, Cast::NoAccount->email(), contactId: Cast::NoAccount->contactId(), accountId: substr( Cast::ALDER, 0, 15 ) );
	}

	/** @return array<string, array{string, Subject, non-empty-string, string, array{string, string}}> Action, person, what is sent, the finding that it mends, its answer before and after. */
	public static function writes(): array {
		return [
			'restore-contact'             => [ 'restore-contact', Cast::Binned->known(), 'POST /services/Soap/u/62.0', 'contact.exists', [ 'false', 'true' ] ],
			'restore-contact, by address' => [ 'restore-contact', Cast::Binned->byAddress(), 'POST /services/Soap/u/62.0', 'contact.exists', [ 'false', 'true' ] ],
			'set-account'                 => [ 'set-account', self::withoutCompany(), 'PATCH /services/data/v62.0/sobjects/Contact/' . Cast::NoAccount->contactId(), 'contact.account-as-before', [ 'false', 'true' ] ],
			'activate-user'               => [ 'activate-user', Cast::Inactive->known(), 'PATCH /services/data/v62.0/sobjects/User/' . Cast::Inactive->userId(), 'user.active', [ 'false', 'true' ] ],
			'unfreeze-user'               => [ 'unfreeze-user', Cast::Frozen->byAddress(), 'PATCH', 'user.frozen', [ 'true', 'false' ] ],
			'unlock-user'                 => [ 'unlock-user', Cast::Locked->known(), 'PATCH', 'user.locked', [ 'true', 'false' ] ],
		];
	}

	/**
	 * @param non-empty-string       $sent
	 * @param array{string, string} $answers
	 */
	#[DataProvider( 'writes' )]
	public function testMendsWhatItSaysOnceAndLeavesEverythingElse( string $id, Subject $subject, string $sent, string $finding, array $answers ): void {
		self::assertSame( $answers[0], $this->examine( $subject, $this->door() )[ $finding ] );
		$change = $this->preview( $id, $subject );
		self::assertNotSame( $change->before, $change->after );
		self::assertSame( [], $this->lab->writes(), 'a preview never writes' );
		$others = $this->untouched( $subject );

		$this->apply( $id, $subject, $change );
		self::assertCount( 1, $this->lab->writes() );
		self::assertStringStartsWith( $sent, $this->lab->writes()[0] );
		self::assertSame( $answers[1], $this->examine( $subject, $this->door() )[ $finding ] );
		self::assertSame( $others, $this->untouched( $subject ) );

		$this->apply( $id, $subject, $change );
		self::assertCount( 1, $this->lab->writes(), 'done twice, it has the effect of once' );
		$again = $this->preview( $id, $subject );
		self::assertSame( $again->before, $again->after );
	}

	/** @return array<string, array{string, Subject, string, array{string, string}}> */
	public static function reversible(): array {
		return array_map( static fn ( array $row ): array => [ $row[0], $row[1], $row[3], $row[4] ], array_intersect_key( self::writes(), [ 'set-account' => 1, 'activate-user' => 1 ] ) );
	}

	/** @param array{string, string} $answers */
	#[DataProvider( 'reversible' )]
	public function testTakesBackWhatItDidOnceAndNothingElse( string $id, Subject $subject, string $finding, array $answers ): void {
		$action = $this->action( $id );
		self::assertInstanceOf( UndoableAction::class, $action );
		$others = $this->untouched( $subject );
		$done   = $this->preview( $id, $subject );
		self::assertTrue( $done->reversible );
		$this->apply( $id, $subject, $done );

		$back = $action->previewUndo( $subject, $this->door(), $done );
		self::assertSame( [ $done->after, $done->before ], [ $back->before, $back->after ] );
		self::assertCount( 1, $this->lab->writes(), 'a preview never writes' );
		self::assertSame( 'writing-off', $this->refusal( fn () => $action->undo( $subject, $this->door(), $done, $back ) )->reason() );
		$action->undo( $subject, $this->door( true ), $done, $back );
		$action->undo( $subject, $this->door( true ), $done, $back );
		self::assertCount( 2, $this->lab->writes(), 'done twice, it has the effect of once' );
		self::assertSame( $answers[0], $this->examine( $subject, $this->door() )[ $finding ] );
		self::assertSame( $others, $this->untouched( $subject ) );
	}

	public function testGivesNoAccountBackWhereSomebodyHasGoneOn(): void {
		$action = $this->action( 'set-account' );
		self::assertInstanceOf( UndoableAction::class, $action );
		$done = $this->preview( 'set-account', self::withoutCompany() );
		$this->apply( 'set-account', self::withoutCompany(), $done );
		$elsewhere = new Change( $done->summary, $done->before, [ 'Account' => 'Other (001000000000000AAA)' ] + $done->after, true );
		self::assertSame( 'moved-on', $this->refusal( fn () => $action->previewUndo( self::withoutCompany(), $this->door(), $elsewhere ) )->reason() );
		$forged = new Change( $done->summary, [ 'Account' => "x (1'/../User)" ] + $done->before, $done->after, true );
		self::assertSame( 'moved-on', $this->refusal( fn () => $action->previewUndo( self::withoutCompany(), $this->door(), $forged ) )->reason() );
	}

	/**
	 * @param non-empty-string       $sent
	 * @param array{string, string} $answers
	 */
	#[DataProvider( 'writes' )]
	public function testALostAnswerIsNoFailureWhereItTookEffect( string $id, Subject $subject, string $sent, string $finding, array $answers ): void {
		// A silent vendor costs the whole wait, so that one write stands for all.
		foreach ( [ 'reset', 'malformed', ...( 'unlock-user' === $id ? [ 'hang' ] : [] ) ] as $then ) {
			$this->lab->reset();
			$change = $this->preview( $id, $subject );
			$this->lab->fault(
				[
					'method'    => strtok( $sent, ' ' ),
					'path'      => '/services/' . ( 'restore-contact' === $id ? 'Soap' : 'data' ),
					'times'     => 1,
					'then'      => $then,
					'performed' => true,
				]
			);
			$this->apply( $id, $subject, $change );
			self::assertCount( 1, $this->lab->writes(), $then );
			self::assertSame( $answers[1], $this->examine( $subject, $this->door() )[ $finding ], $then );
		}
	}

	/**
	 * @param non-empty-string       $sent
	 * @param array{string, string} $answers
	 */
	#[DataProvider( 'writes' )]
	public function testAWriteThatDidNotArriveIsToldAndNotSentAgain( string $id, Subject $subject, string $sent, string $finding, array $answers ): void {
		$change = $this->preview( $id, $subject );
		$this->lab->fault(
			[
				'method' => strtok( $sent, ' ' ),
				'path'   => '/services/' . ( 'restore-contact' === $id ? 'Soap' : 'data' ),
				'then'   => 'reset',
			]
		);
		self::assertSame( FaultKind::Unreachable, $this->refusal( fn () => $this->apply( $id, $subject, $change ) )->kind );
		self::assertCount( 1, $this->lab->writes() );
		$this->lab->clearFaults();
		self::assertSame( $answers[0], $this->examine( $subject, $this->door() )[ $finding ] );
	}

	/**
	 * @param non-empty-string       $sent
	 * @param array{string, string} $answers
	 */
	#[DataProvider( 'writes' )]
	public function testAWriteThatIsAcceptedAndChangesNothingIsSeenByTheNextLook( string $id, Subject $subject, string $sent, string $finding, array $answers ): void {
		$change = $this->preview( $id, $subject );
		$this->switch( [ 'ignoreWrites' => true ] );
		$this->apply( $id, $subject, $change );
		self::assertStringStartsWith( $sent, $this->lab->writes()[0] );
		self::assertSame( $answers[0], $this->examine( $subject, $this->door() )[ $finding ] );
	}

	#[DataProvider( 'writes' )]
	public function testAConnectionThatMayOnlyReadSendsNothing( string $id, Subject $subject ): void {
		$change = $this->preview( $id, $subject );
		$before = count( $this->lab->calls() );
		self::assertSame( 'writing-off', $this->refusal( fn () => $this->action( $id )->apply( $subject, $this->door(), $change ) )->reason() );
		self::assertCount( $before, $this->lab->calls() );
	}

	#[DataProvider( 'writes' )]
	public function testAnotherOrganisationIsNeverWrittenTo( string $id, Subject $subject ): void {
		$change  = $this->preview( $id, $subject );
		$writing = $this->door( true );
		$known   = new Connection( 'salesforce', 'salesforce', $writing->fields, $writing->secrets, true, [ 'organisationId' => '00D000000000001AAA' ] );
		self::assertSame( 'other-organisation', $this->refusal( fn () => $this->action( $id )->apply( $subject, $known, $change ) )->reason() );
		self::assertSame( [], $this->lab->writes() );
	}

	#[DataProvider( 'writes' )]
	public function testADeadSessionIsReplacedOnTheWay( string $id, Subject $subject ): void {
		$change = $this->preview( $id, $subject );
		$this->lab->play( [ 'do' => 'expire-access-tokens' ] );
		$this->apply( $id, $subject, $change );
		$done = $this->preview( $id, $subject );
		self::assertSame( $done->before, $done->after );
	}

	/** @return array<string, array{string, Subject, list<array<string, mixed>>}> Action, person, what happens after the preview. */
	public static function moves(): array {
		return [
			'deleted once more'   => [
				'restore-contact',
				Cast::Binned->known(),
				[
					[
						'do' => 'restore-contact',
						'id' => Cast::Binned->contactId(),
					],
					[
						'do'     => 'set-contact',
						'id'     => Cast::Binned->contactId(),
						'fields' => [
							'FirstName' => 'Somebody',
							'LastName'  => 'Else',
						],
					],
					[
						'do' => 'delete-contact',
						'id' => Cast::Binned->contactId(),
					],
				],
			],
			'another company set' => [
				'set-account',
				self::withoutCompany(),
				[
					[
						'do'      => 'link-account',
						'id'      => Cast::NoAccount->contactId(),
						'account' => Cast::BRIGHTWATER,
					],
				],
			],
			'another user name'   => [
				'activate-user',
				Cast::Inactive->known(),
				[
					[
						'do'     => 'set-user',
						'id'     => Cast::Inactive->userId(),
						'fields' => [ 'Username' => 'somebody.else@alder.example' ],
					],
				],
			],
		];
	}

	/** @param list<array<string, mixed>> $orders */
	#[DataProvider( 'moves' )]
	public function testAStateThatHasMovedIsRefused( string $id, Subject $subject, array $orders ): void {
		$change = $this->preview( $id, $subject );
		$this->lab->play( ...$orders );
		self::assertSame( 'state-moved', $this->refusal( fn () => $this->apply( $id, $subject, $change ) )->reason() );
		self::assertSame( [], $this->lab->writes() );
	}

	/** @return array<string, array{string, Subject, FaultKind, list<array<string, mixed>>}> What cannot be done for that person, before anything is written. */
	public static function impossible(): array {
		return [
			'a purged contact'                => [ 'restore-contact', Cast::Purged->known(), FaultKind::NotFound, [] ],
			'a merged contact'                => [ 'restore-contact', Cast::Merged->known(), FaultKind::Rejected, [] ],
			'nobody with that address'        => [ 'restore-contact', new Subject( 'user:1', email: 'nobody@alder.example' ), FaultKind::Rejected, [] ],
			'nobody named'                    => [ 'restore-contact', new Subject( 'user:1' ), FaultKind::Rejected, [] ],
			'a token that SOAP refuses'       => [
				'restore-contact',
				Cast::Binned->known(),
				FaultKind::Unsupported,
				[
					[
						'do'        => 'set-app',
						'issuesJwt' => true,
					],
				],
			],
			'a company that nobody recorded'  => [ 'set-account', Cast::NoAccount->known(), FaultKind::Rejected, [] ],
			'a company that is gone'          => [
				'set-account',
				self::withoutCompany(),
				FaultKind::Rejected,
				[
					[
						'do' => 'delete-account',
						'id' => Cast::ALDER,
					],
				],
			],
			'the company of a deleted person' => [ 'set-account', new Subject( 'user:1', contactId: Cast::Binned->contactId(), accountId: Cast::ALDER ), FaultKind::NotFound, [] ],
			'no user'                         => [ 'activate-user', Cast::NoUser->known(), FaultKind::NotFound, [] ],
			'an employee'                     => [ 'activate-user', Cast::Employee->byAddress(), FaultKind::Rejected, [] ],
			'a state that is hidden'          => [
				'unfreeze-user',
				Cast::Frozen->known(),
				FaultKind::Forbidden,
				[
					[
						'merge'    => true,
						'switches' => [ 'hiddenObject' => 'no-rows' ],
					],
					[
						'do'    => 'deny-right',
						'right' => 'ManageUsers',
					],
				],
			],
		];
	}

	/** @param list<array<string, mixed>> $orders */
	#[DataProvider( 'impossible' )]
	public function testWhatCannotBeDoneIsSaidBeforeAnythingIsWritten( string $id, Subject $subject, FaultKind $kind, array $orders ): void {
		$this->lab->play( ...$orders );
		self::assertSame( $kind, $this->refusal( fn () => $this->preview( $id, $subject ) )->kind );
		self::assertSame( [], $this->lab->writes() );
	}

	/** @return array<string, array{string, Subject, FaultKind, list<array<string, mixed>>}> What Salesforce itself refuses. */
	public static function refusals(): array {
		return [
			'no licence left'             => [ 'activate-user', Cast::Inactive->known(), FaultKind::Rejected, [ [ 'do' => 'take-licences' ] ] ],
			'may not edit users'          => [ 'activate-user', Cast::Inactive->known(), FaultKind::Forbidden, [ self::denying( 'EditUsers' ) ] ],
			'may not edit contacts'       => [ 'set-account', self::withoutCompany(), FaultKind::Forbidden, [ self::denying( 'EditContacts' ) ] ],
			'may not delete contacts'     => [ 'restore-contact', Cast::Binned->known(), FaultKind::Forbidden, [ self::denying( 'DeleteContacts' ) ] ],
		];
	}

	/** @param list<array<string, mixed>> $orders */
	#[DataProvider( 'refusals' )]
	public function testWhatSalesforceRefusesIsToldAndNothingHasChanged( string $id, Subject $subject, FaultKind $kind, array $orders ): void {
		$change = $this->preview( $id, $subject );
		$this->lab->play( ...$orders );
		self::assertSame( $kind, $this->refusal( fn () => $this->apply( $id, $subject, $change ) )->kind );
		self::assertSame( $change->fingerprint(), $this->preview( $id, $subject )->fingerprint() );
	}

	public function testARuleOfTheOrganisationIsToldWithoutItsWords(): void {
		$change = $this->preview( 'set-account', self::withoutCompany() );
		$this->lab->fault(
			[
				'method' => 'PATCH',
				'then'   => [
					'status' => 400,
					'body'   => [
						[
							'errorCode' => 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
							'message'   => 'Mrs Hanada owes us 900 euros',
						],
					],
				],
			]
		);
		$fault = $this->refusal( fn () => $this->apply( 'set-account', self::withoutCompany(), $change ) );
		self::assertSame( 'FIELD_CUSTOM_VALIDATION_EXCEPTION', $fault->vendorCode );
		self::assertStringContainsString( 'rule of the organisation', $fault->getMessage() );
		self::assertStringNotContainsString( 'Hanada', $fault->getMessage() );
	}

	public function testAnAddressIsFoundHoweverItIsWritten(): void {
		$this->switch( [ 'textEquality' => 'sensitive' ] );
		$change = $this->preview( 'restore-contact', new Subject( 'user:1', email: strtoupper( Cast::Binned->email() ) ) );
		self::assertSame( Cast::Binned->contactId(), $change->before['Contact'] );
	}

	public function testSomebodyWhoWasQuickerIsNoFailure(): void {
		$change = $this->preview( 'restore-contact', Cast::Binned->known() );
		$this->lab->play(
			[
				'do' => 'restore-contact',
				'id' => Cast::Binned->contactId(),
			]
		);
		$this->apply( 'restore-contact', Cast::Binned->known(), $change );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testNothingThatTheConnectorSendsCanDelete(): void {
		foreach ( self::writes() as [ $id, $subject ] ) {
			$this->lab->reset();
			$this->apply( $id, $subject, $this->preview( $id, $subject ) );
			foreach ( $this->paths() as $path ) {
				self::assertStringStartsNotWith( 'DELETE', $path );
			}
		}
	}

	/** @return array<string, mixed> */
	private static function denying( string $right ): array {
		return [
			'do'    => 'deny-right',
			'right' => $right,
		];
	}

	/** @return list<mixed> Contacts, users and their blocks, but for those of the subject. */
	private function untouched( Subject $subject ): array {
		$tables = $this->lab->state()['tables'] ?? [];
		self::assertIsArray( $tables );
		$own    = array_filter( Cast::cases(), static fn ( Cast $person ): bool => $person->contactId() === $subject->contactId || $person->email() === $subject->email );
		$ids    = array_merge( ...array_map( static fn ( Cast $person ): array => [ $person->contactId(), $person->userId() ], array_values( $own ) ) );
		$others = [];
		foreach ( [ 'Account', 'Contact', 'User', 'UserLogin' ] as $table ) {
			$rows     = is_array( $tables[ $table ] ?? null ) ? $tables[ $table ] : [];
			$others[] = array_values( array_filter( $rows, static fn ( mixed $row ): bool => is_array( $row ) && ! in_array( $row['Id'] ?? '', $ids, true ) && ! in_array( $row['UserId'] ?? '', $ids, true ) ) );
		}
		return $others;
	}
}
