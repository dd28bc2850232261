<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\SuperOffice;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** The two writes, on a server of one's own: what they change, and what they do when something comes between. */
#[CoversNothing]
final class ActionsTest extends LabCase {

	private const STUCK_EMAIL = 'jonas.eide@northwind.example';

	private function action( string $id ): Action {
		return $this->connector()->actions()[ $id ];
	}

	private function stuck(): Subject {
		return new Subject( 'user:1', 1, self::STUCK_EMAIL );
	}

	private function unlicensed(): Subject {
		return new Subject( 'user:1', 1, 'kari.vik@northwind.example' );
	}

	private function retired(): Subject {
		return new Subject( 'user:1', 1, 'marit.hagen@northwind.example' );
	}

	private function preview( Subject $subject, string $id = 'renew-licence' ): Change {
		return $this->action( $id )->preview( $subject, Doors::onsite( $this->lab ) );
	}

	private function apply( Subject $subject, Change $change, string $id = 'renew-licence' ): void {
		$this->action( $id )->apply( $subject, Doors::onsite( $this->lab, true ), $change );
	}

	public function testALicenceIsTakenAwayAndGivenAgainInTwoSaves(): void {
		self::assertSame( 'stuck', $this->tryLogin( self::STUCK ) );
		$change = $this->preview( $this->stuck() );
		self::assertStringContainsString( 'Jonas Eide', $change->before['User'] );
		self::assertSame( $change->before['Licences'], $change->after['Licences'] );
		self::assertSame( [], $this->lab->writes(), 'a preview never writes' );

		$this->apply( $this->stuck(), $change );
		self::assertSame( [ 'POST /SuperOffice/api/v1/Agents/User/RemoveLicenses', 'POST /SuperOffice/api/v1/Agents/User/SaveUser' ], $this->lab->writes() );
		self::assertSame( 'in', $this->tryLogin( self::STUCK ) );
		self::assertSame( 'true', $this->examine( $this->stuck(), Doors::onsite( $this->lab ) )['user.licensed'] );
		self::assertSame( 'in', $this->tryLogin( self::FINE ), 'nobody else is touched' );
	}

	public function testDoneTwiceItHasTheEffectOfOnce(): void {
		$change = $this->preview( $this->stuck() );
		$this->apply( $this->stuck(), $change );
		$this->apply( $this->stuck(), $change );
		self::assertSame( 'in', $this->tryLogin( self::STUCK ) );

		$change = $this->preview( $this->unlicensed() );
		$this->apply( $this->unlicensed(), $change );
		$writes = count( $this->lab->writes() );
		$this->apply( $this->unlicensed(), $change );
		self::assertCount( $writes, $this->lab->writes() );
		self::assertSame( 'in', $this->tryLogin( 47 ) );
	}

	public function testAUserWithoutALicenceGetsTheOnlyFreeOne(): void {
		$change = $this->preview( $this->unlicensed() );
		self::assertSame( [ '', 'ten-salesservicemarketing' ], [ $change->before['Licences'], $change->after['Licences'] ] );
		$this->apply( $this->unlicensed(), $change );
		self::assertSame( [ 'POST /SuperOffice/api/v1/Agents/User/SaveUser' ], $this->lab->writes() );
		self::assertSame( 'in', $this->tryLogin( 47 ) );
	}

	public function testWhereSeveralLicencesAreFreeAPersonChooses(): void {
		$this->lab->play(
			[
				'do'    => 'set-seats',
				'total' => 50,
			]
		);
		$fault = $this->refusal( fn () => $this->preview( $this->unlicensed() ) );
		self::assertSame( FaultKind::Rejected, $fault->kind );
		self::assertStringContainsString( 'choose the right one', $fault->getMessage() );
	}

	public function testWhereNoneIsFreeNothingIsTried(): void {
		$this->lab->play(
			[
				'do'    => 'set-seats',
				'total' => 0,
			]
		);
		self::assertStringContainsString( 'No user licence is free', $this->refusal( fn () => $this->preview( $this->unlicensed() ) )->getMessage() );
	}

	public function testARetiredUserIsNotGivenALicence(): void {
		self::assertStringContainsString( 'retired', $this->refusal( fn () => $this->preview( $this->retired() ) )->getMessage() );
	}

	public function testARetirementIsTakenBackAndTheLicenceStaysAway(): void {
		$change = $this->preview( $this->retired(), 'reinstate-user' );
		self::assertSame( [ 'retired', 'in use' ], [ $change->before['State'], $change->after['State'] ] );
		$this->apply( $this->retired(), $change, 'reinstate-user' );
		$this->apply( $this->retired(), $change, 'reinstate-user' );
		self::assertCount( 1, $this->lab->writes() );
		$answers = $this->examine( $this->retired(), Doors::onsite( $this->lab ) );
		self::assertSame( [ 'true', 'false', 'false' ], [ $answers['user.active'], $answers['contact.retired'], $answers['user.licensed'] ] );
	}

	/** @return array<string, array{string}> */
	public static function lostAnswers(): array {
		return [
			'cut'     => [ 'reset' ],
			'garbled' => [ 'malformed' ],
			'silent'  => [ 'hang' ],
		];
	}

	#[DataProvider( 'lostAnswers' )]
	public function testALostAnswerOfEitherSaveIsNoFailureWhereItTookEffect( string $then ): void {
		foreach ( [ 'RemoveLicenses', 'SaveUser' ] as $call ) {
			$this->lab->reset();
			$change = $this->preview( $this->stuck() );
			$this->lab->fault(
				[
					'path'      => $call,
					'times'     => 1,
					'then'      => $then,
					'performed' => true,
				]
			);
			$this->apply( $this->stuck(), $change );
			self::assertSame( 'in', $this->tryLogin( self::STUCK ), $call );
		}
	}

	public function testInterruptedBetweenTheTwoSavesItGoesOnWhenAppliedAgain(): void {
		$change = $this->preview( $this->stuck() );
		$this->lab->fault(
			[
				'path'  => 'SaveUser',
				'times' => 1,
				'then'  => 'reset',
			]
		);
		self::assertSame( FaultKind::Unreachable, $this->refusal( fn () => $this->apply( $this->stuck(), $change ) )->kind );
		self::assertSame( 'no-licence', $this->tryLogin( self::STUCK ) );
		$this->apply( $this->stuck(), $change );
		self::assertSame( 'in', $this->tryLogin( self::STUCK ) );
	}

	public function testAFirstSaveThatDidNotHappenLeavesTheLicence(): void {
		$change = $this->preview( $this->stuck() );
		$this->lab->fault(
			[
				'path' => 'RemoveLicenses',
				'then' => 'reset',
			]
		);
		self::assertSame( FaultKind::Unreachable, $this->refusal( fn () => $this->apply( $this->stuck(), $change ) )->kind );
		self::assertSame( 'stuck', $this->tryLogin( self::STUCK ) );
	}

	public function testAStateThatHasMovedIsRefused(): void {
		$change = $this->preview( $this->unlicensed() );
		$this->lab->play(
			[
				'do'      => 'give-licence',
				'id'      => 47,
				'licence' => 'ten-sales',
			]
		);
		self::assertSame( 'state-moved', $this->refusal( fn () => $this->apply( $this->unlicensed(), $change ) )->reason() );

		$change = $this->preview( $this->retired(), 'reinstate-user' );
		$this->lab->play(
			[
				'do'       => 'rename-user',
				'id'       => 49,
				'userName' => 'somebody.else@northwind.example',
			]
		);
		self::assertSame( 'state-moved', $this->refusal( fn () => $this->apply( $this->retired(), $change, 'reinstate-user' ) )->reason() );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testAConnectionThatMayOnlyReadSendsNothing(): void {
		foreach ( [
			'renew-licence'  => $this->stuck(),
			'reinstate-user' => $this->retired(),
		] as $id => $subject ) {
			$change = $this->preview( $subject, $id );
			$before = count( $this->lab->calls() );
			$fault  = $this->refusal( fn () => $this->action( $id )->apply( $subject, Doors::onsite( $this->lab ), $change ) );
			self::assertSame( 'writing-off', $fault->reason() );
			self::assertCount( $before, $this->lab->calls() );
		}
	}

	public function testOnlineEveryWriteIsRefusedBeforeAnythingIsAsked(): void {
		foreach ( [ 'renew-licence', 'reinstate-user' ] as $id ) {
			$fault = $this->refusal( fn () => $this->action( $id )->preview( $this->stuck(), Doors::online( $this->lab, true ) ) );
			self::assertSame( FaultKind::Unsupported, $fault->kind );
		}
		self::assertSame( [], $this->lab->calls() );
	}

	public function testAPersonWithTwoUsersOrNoneIsLeftToAPerson(): void {
		$this->lab->play(
			[
				'do'       => 'rename-user',
				'id'       => 52,
				'userName' => 'PN',
			]
		);
		self::assertSame( FaultKind::Rejected, $this->refusal( fn () => $this->preview( new Subject( 'user:1', email: 'per.nygaard@northwind.example' ) ) )->kind );
		self::assertSame( FaultKind::NotFound, $this->refusal( fn () => $this->preview( new Subject( 'user:1', email: 'nobody@northwind.example' ) ) )->kind );
		self::assertSame( FaultKind::NotFound, $this->refusal( fn () => $this->preview( new Subject( 'user:1' ) ) )->kind );
	}

	public function testAWriteThatIsAcceptedAndChangesNothingIsSeenByTheNextLook(): void {
		$licence       = $this->preview( $this->unlicensed() );
		$reinstatement = $this->preview( $this->retired(), 'reinstate-user' );
		$this->lab->play(
			[
				'merge'    => true,
				'switches' => [ 'ignoreWrites' => true ],
			]
		);
		$this->apply( $this->unlicensed(), $licence );
		$this->apply( $this->retired(), $reinstatement, 'reinstate-user' );
		self::assertSame( 'false', $this->examine( $this->unlicensed(), Doors::onsite( $this->lab ) )['user.licensed'] );
		self::assertSame( 'false', $this->examine( $this->retired(), Doors::onsite( $this->lab ) )['user.active'] );
	}

	public function testWhereSavingDoesNotTurnTheSwitchOnTheNextLookSaysSo(): void {
		$this->lab->play(
			[
				'merge'    => true,
				'switches' => [ 'saveUser' => 'leaves-switch' ],
			]
		);
		$off = new Subject( 'user:1', 1, 'olav.strand@northwind.example' );
		$this->apply( $off, $this->preview( $off ) );
		$answers = $this->examine( $off, Doors::onsite( $this->lab ) );
		self::assertSame( [ 'true', 'false' ], [ $answers['user.licensed'], $answers['user.can-log-in'] ] );
	}

	public function testARoleThatMayNotWriteIsTold(): void {
		$change = $this->preview( $this->stuck() );
		$this->lab->play(
			[
				'do'    => 'deny-right',
				'right' => 'write',
			]
		);
		self::assertSame( FaultKind::Forbidden, $this->refusal( fn () => $this->apply( $this->stuck(), $change ) )->kind );
		self::assertSame( 'stuck', $this->tryLogin( self::STUCK ) );
	}
}
