<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Vendasta;

use Causeway\Connector\Change;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Invitation;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Subject;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** The three writes: what they change, and what they do when something comes between. */
#[CoversNothing]
final class ActionsTest extends LabCase {

	private const WELCOME = 'send-welcome-again';
	private const MOVE    = 'move-to-new-address';
	private const GIVE    = 'give-business';

	private function preview( string $id, Subject $subject ): Change {
		return $this->connector()->actions()[ $id ]->preview( $subject, $this->door() );
	}

	private function apply( string $id, Subject $subject, Change $change ): void {
		$this->connector()->actions()[ $id ]->apply( $subject, $this->door( true ), $change );
	}

	/** @return list<string> */
	private function businessesOf( string $email ): array {
		$there = $this->usersOf( $email )[0]['businessLocations'] ?? [];
		return is_array( $there ) ? array_values( array_filter( $there, 'is_string' ) ) : [];
	}

	/** @return array<string, array{string, Subject}> */
	public static function writes(): array {
		return [
			'welcome mail' => [ self::WELCOME, People::Unverified->subject( true ) ],
			'new user'     => [ self::MOVE, People::OldAddress->subject( true ) ],
			'business'     => [ self::GIVE, People::NoLocation->subject( true, People::FLORIST ) ],
		];
	}

	#[DataProvider( 'writes' )]
	public function testAConnectionThatMayOnlyReadSendsNothing( string $id, Subject $subject ): void {
		$change = $this->preview( $id, $subject );
		self::assertSame( [], $this->lab->writes(), 'a preview never writes' );
		$before = count( $this->lab->calls() );
		self::assertSame( 'writing-off', $this->refusal( fn () => $this->connector()->actions()[ $id ]->apply( $subject, $this->door(), $change ) )->reason() );
		self::assertCount( $before, $this->lab->calls() );
	}

	#[DataProvider( 'writes' )]
	public function testDoneTwiceItHasTheEffectOfOnce( string $id, Subject $subject ): void {
		$change = $this->preview( $id, $subject );
		$this->apply( $id, $subject, $change );
		self::assertCount( 1, $this->lab->writes() );
		$this->apply( $id, $subject, $change );
		self::assertCount( 1, $this->lab->writes() );
	}

	public function testTheMailThatAVisitorMaySetOffIsNeverASecondOneAndNeverForSomebodyUnknown(): void {
		$mail = $this->connector()->actions()[ self::WELCOME ];
		self::assertInstanceOf( Invitation::class, $mail );
		$person = People::Unverified->subject( true );
		$change = $mail->again( $person, $this->door() );
		self::assertNotNull( $change );
		self::assertSame( $this->preview( self::WELCOME, $person )->fingerprint(), $change->fingerprint() );
		$this->apply( self::WELCOME, $person, $change );
		self::assertNull( $mail->again( $person, $this->door() ) );
		self::assertSame( FaultKind::NotFound, $this->refusal( fn () => $mail->again( new Subject( 'user:9', 9, 'nobody@nowhere.example' ), $this->door() ) )->kind );
		self::assertCount( 1, $this->lab->writes() );
	}

	#[DataProvider( 'writes' )]
	public function testARoleThatMayNotWriteIsToldAndLeavesNothingBehind( string $id, Subject $subject ): void {
		$this->lab->play(
			[
				'do'    => 'drop-scope',
				'scope' => 'user.admin',
			]
		);
		$change = $this->preview( $id, $subject );
		self::assertSame( FaultKind::Forbidden, $this->refusal( fn () => $this->apply( $id, $subject, $change ) )->kind );
		$this->lab->play(
			[
				'do'    => 'add-scope',
				'scope' => 'user.admin',
			],
			[ 'do' => 'expire-tokens' ]
		);
		$this->lab->clearFaults();
		$this->apply( $id, $subject, $change );
		self::assertCount( 2, $this->lab->writes(), 'what was refused may be tried again' );
	}

	#[DataProvider( 'writes' )]
	public function testATokenOfBeforeWritingWasAllowedIsReplaced( string $id, Subject $subject ): void {
		$change = $this->preview( $id, $subject );
		self::assertNotContains( 'user.admin', $this->tokens->get( 'vendasta' )->scopes ?? [] );
		$this->apply( $id, $subject, $change );
		self::assertContains( 'user.admin', $this->tokens->get( 'vendasta' )->scopes ?? [] );
		self::assertSame( 'true', $this->examine( $subject, $this->door( true ) )['connection.scopes'] );
	}

	#[DataProvider( 'writes' )]
	public function testAPersonWithSeveralUsersOrNoneIsLeftToAPerson( string $id ): void {
		$twin = People::Twin->subject( false, People::FLORIST );
		self::assertSame( FaultKind::Rejected, $this->refusal( fn () => $this->preview( $id, $twin ) )->kind );
		$nobody = new Subject( 'user:1', 1, 'nobody@northwind.example', accountId: People::FLORIST );
		self::assertContains( $this->refusal( fn () => $this->preview( $id, $nobody ) )->kind, [ FaultKind::NotFound, FaultKind::Rejected ] );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testTheWelcomeMailGoesToThatUserOnceAndSaysSoNextTime(): void {
		$person = People::Unverified->subject( true );
		$change = $this->preview( self::WELCOME, $person );
		self::assertStringContainsString( $person->email, $change->after['Welcome mail'] );
		$this->apply( self::WELCOME, $person, $change );
		self::assertSame( [ $person->email ], $this->mails() );

		$again = $this->preview( self::WELCOME, $person );
		self::assertMatchesRegularExpression( '/^\d\d:\d\d UTC$/', $again->before['Last sent by this site'] );
		$this->apply( self::WELCOME, $person, $again );
		self::assertCount( 2, $this->mails(), 'who has seen that one went out may send another' );
	}

	/** @return array<string, array{string, bool}> What becomes of the answer, and whether the mail went out. */
	public static function lostAnswers(): array {
		return [
			'cut, sent'       => [ 'reset', true ],
			'cut, not sent'   => [ 'reset', false ],
			'silent, sent'    => [ 'hang', true ],
			'silent, not sent' => [ 'hang', false ],
		];
	}

	#[DataProvider( 'lostAnswers' )]
	public function testAMailWhoseAnswerGotLostIsNeverSentAgainByItself( string $then, bool $isSent ): void {
		$person = People::Unverified->subject( true );
		$change = $this->preview( self::WELCOME, $person );
		$this->lab->fault(
			[
				'path'      => 'sendWelcomeEmail',
				'times'     => 1,
				'then'      => $then,
				'performed' => $isSent,
			]
		);
		$fault = $this->refusal( fn () => $this->apply( self::WELCOME, $person, $change ) );
		self::assertContains( $fault->kind, [ FaultKind::Unreachable, FaultKind::TimedOut ] );
		self::assertStringContainsString( 'Ask the person', $fault->getMessage() );
		self::assertCount( 1, $this->lab->writes() );

		self::assertSame( 'state-moved', $this->refusal( fn () => $this->apply( self::WELCOME, $person, $change ) )->reason() );
		self::assertCount( 1, $this->lab->writes(), 'the same preview sends nothing more' );
		self::assertStringStartsWith( 'perhaps ', $this->preview( self::WELCOME, $person )->before['Last sent by this site'] );
		self::assertCount( $isSent ? 1 : 0, $this->mails() );
	}

	public function testAServerFaultOfTheWelcomeMailIsNotRepeated(): void {
		$person = People::Unverified->subject( true );
		$change = $this->preview( self::WELCOME, $person );
		$this->lab->fault(
			[
				'path' => 'sendWelcomeEmail',
				'then' => [ 'status' => 503 ],
			]
		);
		self::assertSame( FaultKind::ServerFault, $this->refusal( fn () => $this->apply( self::WELCOME, $person, $change ) )->kind );
		self::assertCount( 1, $this->lab->writes() );
	}

	public function testNoMailGoesToAnAddressThatThePersonMayHaveLost(): void {
		foreach ( [ People::OldAddress->subject( true ), new Subject( 'user:1', 1, contactId: People::Fine->id() ) ] as $subject ) {
			$fault = $this->refusal( fn () => $this->preview( self::WELCOME, $subject ) );
			self::assertSame( FaultKind::Rejected, $fault->kind );
			self::assertStringContainsString( 'Settle the address first', $fault->getMessage() );
		}
	}

	public function testNoMailIsTriedWhereNoneCanBeSent(): void {
		self::assertSame( FaultKind::Rejected, $this->refusal( fn () => $this->preview( self::WELCOME, People::NoMail->subject( true ) ) )->kind );
	}

	public function testTheNewUserIsLikeTheOldOneAndTheOldOneStays(): void {
		$person = People::OldAddress->subject( true );
		$this->apply( self::MOVE, $person, $this->preview( self::MOVE, $person ) );
		[ $new ] = $this->usersOf( $person->email );
		[ $old ] = $this->usersOf( 'ines@former-provider.example' );
		foreach ( [ 'givenName', 'familyName', 'languageLocaleCode', 'timeZone' ] as $name ) {
			self::assertSame( JsonPath::text( $old, $name ), JsonPath::text( $new, $name ), $name );
		}
		self::assertSame( $this->businessesOf( 'ines@former-provider.example' ), $this->businessesOf( $person->email ) );
		self::assertSame( [ 'false', 'false' ], [ JsonPath::text( $new, 'emailVerified' ), JsonPath::text( $old, 'isDeleted' ) ] );
		self::assertSame( [], $this->mails() );
	}

	public function testARandomUserMovesToARandomAddress(): void {
		$user   = RandomUser::join( $this->lab );
		$moved  = $user->subject( 'new.' . $user->email );
		$this->apply( self::MOVE, $moved, $this->preview( self::MOVE, $moved ) );
		self::assertSame( [ $user->business ], $this->businessesOf( $moved->email ), "seed {$user->seed}" );
		$answers = $this->examine( $moved );
		self::assertSame( [ 'true', 'true', 'false' ], [ $answers['user.email-matches'], $answers['user.former-exists'], $answers['user.confirmed'] ], "seed {$user->seed}" );
	}

	/** @return array<string, array{string}> */
	public static function spoiltAnswers(): array {
		return [
			'cut'     => [ 'reset' ],
			'garbled' => [ 'malformed' ],
			'silent'  => [ 'hang' ],
		];
	}

	#[DataProvider( 'spoiltAnswers' )]
	public function testALostAnswerIsNoFailureWhereTheNextLookFindsTheNewUser( string $then ): void {
		$person = People::OldAddress->subject( true );
		$change = $this->preview( self::MOVE, $person );
		$this->lab->fault(
			[
				'method'    => 'POST',
				'path'      => '/platform/users',
				'times'     => 1,
				'then'      => $then,
				'performed' => true,
			]
		);
		$this->apply( self::MOVE, $person, $change );
		$this->apply( self::MOVE, $person, $change );
		self::assertCount( 1, $this->usersOf( $person->email ) );
	}

	public function testANewUserThatIsFoundLateIsNotMadeTwice(): void {
		$this->switchTo( [ 'searchLagSeconds' => 600 ] );
		$person = People::OldAddress->subject( true );
		$change = $this->preview( self::MOVE, $person );
		$this->apply( self::MOVE, $person, $change );
		$this->apply( self::MOVE, $person, $change );
		self::assertSame( 'state-moved', $this->refusal( fn () => $this->preview( self::MOVE, $person ) )->reason() );

		$lost = RandomUser::join( $this->lab );
		$this->lab->play(
			[
				'do'      => 'advance-clock',
				'seconds' => 700,
			]
		);
		$moved  = $lost->subject( 'new.' . $lost->email );
		$change = $this->preview( self::MOVE, $moved );
		$this->lab->fault(
			[
				'method'    => 'POST',
				'path'      => '/platform/users',
				'times'     => 1,
				'then'      => 'reset',
				'performed' => true,
			]
		);
		self::assertSame( FaultKind::Unreachable, $this->refusal( fn () => $this->apply( self::MOVE, $moved, $change ) )->kind );
		self::assertSame( 'state-moved', $this->refusal( fn () => $this->apply( self::MOVE, $moved, $change ) )->reason() );
		self::assertCount( 1, $this->usersOf( $moved->email ), "seed {$lost->seed}" );
	}

	public function testATeamMembersRoleIsNotCopied(): void {
		$moved = new Subject( 'user:1', 1, 'new.address@northwind.example', contactId: People::Team->id() );
		self::assertStringContainsString( 'My Team', $this->refusal( fn () => $this->preview( self::MOVE, $moved ) )->getMessage() );
	}

	public function testAUserWithoutABusinessIsNotCopied(): void {
		$moved = new Subject( 'user:1', 1, 'new.address@northwind.example', contactId: People::NoLocation->id() );
		self::assertSame( FaultKind::Rejected, $this->refusal( fn () => $this->preview( self::MOVE, $moved ) )->kind );
	}

	public function testABusinessComesBackAndTheOthersStay(): void {
		$person = People::Moved->subject( true, People::BAKERY );
		$change = $this->preview( self::GIVE, $person );
		self::assertSame( [ People::FLORIST, People::FLORIST . ', ' . People::BAKERY ], [ $change->before['Businesses'], $change->after['Businesses'] ] );
		$this->apply( self::GIVE, $person, $change );
		self::assertSame( [ People::FLORIST, People::BAKERY ], $this->businessesOf( $person->email ) );
		self::assertSame( [ People::BAKERY ], $this->businessesOf( People::Fine->email() ), 'nobody else is touched' );
	}

	#[DataProvider( 'spoiltAnswers' )]
	public function testALostAnswerIsNoFailureWhereTheBusinessIsThere( string $then ): void {
		$person = People::NoLocation->subject( true, People::GARAGE );
		$change = $this->preview( self::GIVE, $person );
		$this->lab->fault(
			[
				'method'    => 'POST',
				'path'      => 'businessLocations',
				'times'     => 1,
				'then'      => $then,
				'performed' => true,
			]
		);
		$this->apply( self::GIVE, $person, $change );
		self::assertSame( 'in', $this->tryLogin( $person->email ) );
	}

	public function testAWriteThatDidNotHappenIsAFailure(): void {
		$person = People::NoLocation->subject( true, People::GARAGE );
		$change = $this->preview( self::GIVE, $person );
		$this->lab->fault(
			[
				'method' => 'POST',
				'path'   => 'businessLocations',
				'then'   => 'reset',
			]
		);
		self::assertSame( FaultKind::Unreachable, $this->refusal( fn () => $this->apply( self::GIVE, $person, $change ) )->kind );
		self::assertSame( 'no-location', $this->tryLogin( $person->email ) );
	}

	public function testWithoutAKnownBusinessAPersonChooses(): void {
		foreach ( [ '', '4876876000000333002', 'AG-1/../..' ] as $account ) {
			self::assertSame( FaultKind::Rejected, $this->refusal( fn () => $this->preview( self::GIVE, People::NoLocation->subject( true, $account ) ) )->kind );
		}
	}

	public function testAStateThatHasMovedIsRefused(): void {
		$mail  = $this->preview( self::WELCOME, People::Unverified->subject( true ) );
		$move  = $this->preview( self::MOVE, People::OldAddress->subject( true ) );
		$given = $this->preview( self::GIVE, People::NoLocation->subject( true, People::FLORIST ) );
		$this->lab->play(
			[
				'do'         => 'rename',
				'id'         => People::Unverified->id(),
				'givenName'  => 'Somebody',
				'familyName' => 'Else',
			],
			[
				'do'       => 'remove-location',
				'id'       => People::OldAddress->id(),
				'location' => People::GARAGE,
			],
			[
				'do'       => 'add-location',
				'id'       => People::NoLocation->id(),
				'location' => People::GARAGE,
			]
		);
		foreach ( [
			[ self::WELCOME, People::Unverified->subject( true ), $mail ],
			[ self::MOVE, People::OldAddress->subject( true ), $move ],
			[ self::GIVE, People::NoLocation->subject( true, People::FLORIST ), $given ],
		] as [ $id, $subject, $change ] ) {
			self::assertSame( 'state-moved', $this->refusal( fn () => $this->apply( $id, $subject, $change ) )->reason(), $id );
		}
		self::assertSame( [], $this->lab->writes() );
	}
}
