<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Magentrix;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Diagnosis\Facts;
use Causeway\Diagnosis\RuleInterpreter;
use Causeway\Support\Truth;
use Causeway\Tests\Unit\Diagnosis\BuiltCatalog;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** The one write: what it changes, and what it does when something comes between. */
#[CoversNothing]
final class ActivateUserTest extends LabCase {

	private const PATH = 'PATCH /api/3.0/entity/User';

	private function action(): Action {
		return $this->connector()->actions()['activate-user'];
	}

	private function off(): Subject {
		return People::subject( 'inactive' );
	}

	private function preview(): Change {
		return $this->action()->preview( $this->off(), $this->connection() );
	}

	private function apply( Change $change ): void {
		$this->action()->apply( $this->off(), $this->connection( true ), $change );
	}

	private function refused( Change $change ): ConnectorFault {
		return $this->refusal( fn () => $this->apply( $change ) );
	}

	/** @return array<string, array{string}> */
	public static function answers(): array {
		return [
			'a list'  => [ 'list' ],
			'one'     => [ 'object' ],
			'nothing' => [ 'empty' ],
		];
	}

	#[DataProvider( 'answers' )]
	public function testAUserIsSwitchedOnWhateverTheAnswerLooksLike( string $form ): void {
		$this->switchTo( [ 'patchAnswer' => $form ] );
		$change = $this->preview();
		self::assertSame( [ 'no', 'yes' ], [ $change->before['Active'], $change->after['Active'] ] );
		self::assertStringContainsString( 'Karim Haddad', $change->summary );
		self::assertSame( [], $this->lab->writes(), 'a preview never writes' );

		$this->apply( $change );
		self::assertSame( [ self::PATH ], $this->lab->writes() );
		self::assertSame( 'in', $this->tryLogin( People::user( 'inactive' ) ) );
		self::assertSame( 'inactive', $this->tryLogin( People::user( 'unticked' ) ), 'nobody else is touched' );
	}

	public function testDoneTwiceItHasTheEffectOfOnce(): void {
		$change = $this->preview();
		$this->apply( $change );
		$this->apply( $change );
		self::assertSame( [ self::PATH ], $this->lab->writes() );
		$again = $this->preview();
		self::assertSame( $again->before, $again->after );
	}

	/** @return array<string, array{array<string, mixed>}> */
	public static function lostAnswers(): array {
		return [
			'cut'           => [ [ 'then' => 'reset' ] ],
			'garbled'       => [ [ 'then' => 'malformed' ] ],
			'silent'        => [ [ 'then' => 'hang' ] ],
			'a broken gate' => [ [ 'then' => [ 'status' => 502 ] ] ],
		];
	}

	/** @param array<string, mixed> $fault */
	#[DataProvider( 'lostAnswers' )]
	public function testALostAnswerIsNoFailureWhereItTookEffect( array $fault ): void {
		$change = $this->preview();
		$this->lab->fault(
			$fault + [
				'method'    => 'PATCH',
				'performed' => true,
			]
		);
		$this->apply( $change );
		self::assertSame( 'in', $this->tryLogin( People::user( 'inactive' ) ) );
	}

	public function testAWriteThatDidNotHappenIsAFailure(): void {
		$change = $this->preview();
		$this->lab->fault(
			[
				'method' => 'PATCH',
				'then'   => 'reset',
			]
		);
		self::assertSame( FaultKind::Unreachable, $this->refused( $change )->kind );
		self::assertSame( 'inactive', $this->tryLogin( People::user( 'inactive' ) ) );
	}

	public function testAFullLicenceIsTold(): void {
		$change = $this->preview();
		$this->lab->play(
			[
				'do'    => 'set-seats',
				'type'  => 'Customer',
				'seats' => 1,
			]
		);
		$fault = $this->refused( $change );
		self::assertSame( FaultKind::Rejected, $fault->kind );
		self::assertStringContainsString( 'no licence', $fault->getMessage() );
		self::assertStringNotContainsString( 'maximum number', $fault->getMessage(), 'the portal’s own words are not repeated' );
	}

	public function testAStateThatHasMovedIsRefused(): void {
		$change = $this->preview();
		$this->lab->play(
			[
				'do'       => 'set-user-email',
				'id'       => People::user( 'inactive' ),
				'email'    => People::email( 'inactive' ),
				'username' => 'somebody.else',
			]
		);
		self::assertSame( 'state-moved', $this->refused( $change )->reason() );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testAConnectionThatMayOnlyReadSendsNothing(): void {
		$change = $this->preview();
		$before = count( $this->lab->calls() );
		self::assertSame( 'writing-off', $this->refusal( fn () => $this->action()->apply( $this->off(), $this->connection(), $change ) )->reason() );
		self::assertCount( $before, $this->lab->calls() );
	}

	public function testARoleThatMayNotWriteIsTold(): void {
		$change = $this->preview();
		$this->lab->play(
			[
				'do'    => 'deny-right',
				'right' => 'write',
			]
		);
		self::assertSame( FaultKind::Forbidden, $this->refused( $change )->kind );
		self::assertSame( 'inactive', $this->tryLogin( People::user( 'inactive' ) ) );
	}

	public function testAPersonWithoutAUserOrWithTwoIsLeftToAPerson(): void {
		self::assertSame( FaultKind::NotFound, $this->refusal( fn () => $this->action()->preview( People::subject( 'noUser' ), $this->connection() ) )->kind );
		self::assertSame( FaultKind::NotFound, $this->refusal( fn () => $this->action()->preview( new Subject( 'user:1' ), $this->connection() ) )->kind );
		$this->lab->play(
			[
				'do'       => 'set-user-email',
				'id'       => People::user( 'twin' ),
				'email'    => People::email( 'twin' ),
				'username' => 'mf',
			],
			[
				'do' => 'deactivate-user',
				'id' => People::user( 'twin' ),
			]
		);
		self::assertSame( FaultKind::Rejected, $this->refusal( fn () => $this->action()->preview( People::subject( 'twin' ), $this->connection() ) )->kind );
	}

	public function testTheVerificationHoldsOnlyOnceItHelped(): void {
		$change = $this->preview();
		$cause  = BuiltCatalog::load()->cause( 'magentrix', 'user-inactive' );
		self::assertNotNull( $cause );
		foreach ( [ true, false ] as $ignores ) {
			$this->switchTo( [ 'ignoreWrites' => $ignores ] );
			$this->apply( $change );
			$facts = new Facts( $this->connector()->examine( $this->off(), $this->connection() ), [] );
			self::assertSame( $ignores ? Truth::False : Truth::True, ( new RuleInterpreter() )->evaluate( $cause->verification, 'magentrix', $facts )->truth );
		}
	}
}
