<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\HubSpot;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** The two writes: what they change, and what they do when something comes between. */
#[CoversNothing]
final class ActionsTest extends LabCase {

	private const COMPANY = 'set-company';

	private const PROPERTY = 'create-portal-field';

	private function action( string $id ): Action {
		return $this->connector()->actions()[ $id ];
	}

	private function preview( Subject $subject, string $id ): Change {
		return $this->action( $id )->preview( $subject, $this->door() );
	}

	private function apply( Subject $subject, Change $change, string $id ): void {
		$this->action( $id )->apply( $subject, $this->door( true ), $change );
	}

	/** Without a company, and known to have had one. */
	private function alone(): Subject {
		return Northwind::subject( 'noAccount', Northwind::SOUTHGATE );
	}

	/** @return array<string, array{string, string}> Action, part of its call's path. */
	public static function writes(): array {
		return [
			'company'  => [ self::COMPANY, '/associations/default/' ],
			'property' => [ self::PROPERTY, '/properties/contacts' ],
		];
	}

	/** Brings about what the action mends. */
	private function spoil( string $action ): Subject {
		$this->lab->reset();
		if ( self::PROPERTY === $action ) {
			$this->lab->play( Order::of( 'purge-property', name: 'portal_user_name' ) );
		}
		return $this->alone();
	}

	private function isMended( string $action ): bool {
		$answers = $this->examine( $this->alone() );
		return 'true' === $answers[ self::PROPERTY === $action ? 'portal-field.exists' : 'contact.account-unchanged' ];
	}

	public function testTheCompanyOfBeforeIsLinkedAgain(): void {
		$change = $this->preview( $this->alone(), self::COMPANY );
		self::assertSame( [ 'none', 'Southgate Trading (5302)' ], [ $change->before['Company'], $change->after['Company'] ] );
		self::assertSame( [], $this->lab->writes(), 'a preview never writes' );
		$this->apply( $this->alone(), $change, self::COMPANY );
		self::assertSame( [ 'PUT /crm/v4/objects/contacts/' . Northwind::id( 'noAccount' ) . '/associations/default/companies/' . Northwind::SOUTHGATE ], $this->lab->writes() );
		self::assertTrue( $this->isMended( self::COMPANY ) );
	}

	public function testTheContactIsFoundByItsAddressWhereNoIdIsKnown(): void {
		$subject = new Subject( 'user:1', email: Northwind::email( 'noAccount' ), accountId: Northwind::NORTHWIND );
		$this->apply( $subject, $this->preview( $subject, self::COMPANY ), self::COMPANY );
		self::assertSame( 'true', $this->examine( $subject )['contact.account-unchanged'] );
	}

	public function testThePropertyIsMadeAnewUnderTheNameThatThePortalExpects(): void {
		$subject = $this->spoil( self::PROPERTY );
		$change  = $this->preview( $subject, self::PROPERTY );
		self::assertSame( [ 'portal_user_name', 'Portal user name', 'missing' ], array_values( $change->before ) );
		$this->apply( $subject, $change, self::PROPERTY );
		$answers = $this->examine( Northwind::subject( 'fine' ) );
		self::assertSame( [ 'true', 'false' ], [ $answers['portal-field.exists'], $answers['portal-field.filled'] ], 'its values do not come back' );
	}

	#[DataProvider( 'writes' )]
	public function testDoneTwiceItHasTheEffectOfOnce( string $action ): void {
		$subject = $this->spoil( $action );
		$change  = $this->preview( $subject, $action );
		$this->apply( $subject, $change, $action );
		$this->apply( $subject, $change, $action );
		self::assertCount( 1, $this->lab->writes() );
		self::assertTrue( $this->isMended( $action ) );
	}

	#[DataProvider( 'writes' )]
	public function testALostAnswerIsNoFailureWhereItTookEffect( string $action, string $path ): void {
		foreach ( [ 'reset', 'malformed', 'hang', 'truncated' ] as $then ) {
			$subject = $this->spoil( $action );
			$change  = $this->preview( $subject, $action );
			$this->lab->fault(
				[
					'method'    => self::PROPERTY === $action ? 'POST' : 'PUT',
					'path'      => $path,
					'times'     => 1,
					'then'      => $then,
					'performed' => true,
				]
			);
			$this->apply( $subject, $change, $action );
			self::assertTrue( $this->isMended( $action ), $then );
		}
	}

	#[DataProvider( 'writes' )]
	public function testACallThatGotLostIsToldAndMayBeTriedAgain( string $action, string $path ): void {
		$subject = $this->spoil( $action );
		$change  = $this->preview( $subject, $action );
		$this->lab->fault(
			[
				'method' => self::PROPERTY === $action ? 'POST' : 'PUT',
				'path'   => $path,
				'times'  => 1,
				'then'   => 'reset',
			]
		);
		self::assertSame( FaultKind::Unreachable, $this->refusal( fn () => $this->apply( $subject, $change, $action ) )->kind );
		self::assertFalse( $this->isMended( $action ) );
		$this->apply( $subject, $change, $action );
		self::assertTrue( $this->isMended( $action ) );
	}

	#[DataProvider( 'writes' )]
	public function testAWriteThatIsAcceptedAndChangesNothingIsSeenByTheNextLook( string $action ): void {
		$subject = $this->spoil( $action );
		$change  = $this->preview( $subject, $action );
		$this->lab->play( Order::switches( ignoreWrites: true ) );
		$this->apply( $subject, $change, $action );
		self::assertFalse( $this->isMended( $action ) );
	}

	#[DataProvider( 'writes' )]
	public function testAConnectionThatMayOnlyReadSendsNothing( string $action ): void {
		$subject = $this->spoil( $action );
		$change  = $this->preview( $subject, $action );
		$before  = count( $this->lab->calls() );
		$fault   = $this->refusal( fn () => $this->action( $action )->apply( $subject, $this->door(), $change ) );
		self::assertSame( 'writing-off', $fault->reason() );
		self::assertCount( $before, $this->lab->calls() );
	}

	#[DataProvider( 'writes' )]
	public function testAnAppWithoutTheScopeIsTold( string $action ): void {
		$subject = $this->spoil( $action );
		$change  = $this->preview( $subject, $action );
		$this->lab->play( Order::of( 'drop-scope', scope: 'crm.objects.contacts.write' ), Order::of( 'drop-scope', scope: 'crm.schemas.contacts.write' ) );
		self::assertSame( FaultKind::Forbidden, $this->refusal( fn () => $this->apply( $subject, $change, $action ) )->kind );
		self::assertFalse( $this->isMended( $action ) );
	}

	#[DataProvider( 'writes' )]
	public function testAnotherAccountThanBeforeIsNeverWrittenTo( string $action ): void {
		$subject = $this->spoil( $action );
		$change  = $this->preview( $subject, $action );
		$known   = new Connection( 'hubspot', 'hubspot', $this->door()->fields, $this->door()->secrets, true, [ 'portalId' => '999' ] );
		self::assertSame( 'other-organisation', $this->refusal( fn () => $this->action( $action )->apply( $subject, $known, $change ) )->reason() );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testAStateThatHasMovedIsRefused(): void {
		$change = $this->preview( $this->alone(), self::COMPANY );
		$this->lab->play( Order::on( 'noAccount', 'set-contact' ) + [ 'properties' => [ 'lastname' => 'Groß' ] ] );
		self::assertSame( 'state-moved', $this->refusal( fn () => $this->apply( $this->alone(), $change, self::COMPANY ) )->reason() );
		$this->lab->play( Order::on( 'noAccount', 'link-company', company: Northwind::NORTHWIND ) );
		self::assertSame( 'account-taken', $this->refusal( fn () => $this->apply( $this->alone(), $change, self::COMPANY ) )->reason() );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testWhichCompanyItShouldBeIsLeftToAPerson(): void {
		foreach ( [ '', '5309', 'x' ] as $company ) {
			self::assertSame( 'account-unknown', $this->refusal( fn () => $this->preview( Northwind::subject( 'noAccount', $company ), self::COMPANY ) )->reason(), $company );
		}
		$this->lab->play( Order::of( 'delete-company', id: Northwind::SOUTHGATE ) );
		self::assertSame( 'account-unknown', $this->refusal( fn () => $this->preview( $this->alone(), self::COMPANY ) )->reason() );
	}

	public function testAContactThatIsGoneOrMergedIsLeftAlone(): void {
		foreach ( [ 'binned', 'merged', 'purged' ] as $key ) {
			self::assertSame( 'contact-unknown', $this->refusal( fn () => $this->preview( Northwind::subject( $key, Northwind::NORTHWIND ), self::COMPANY ) )->reason(), $key );
		}
		self::assertSame( 'contact-unknown', $this->refusal( fn () => $this->preview( new Subject( 'user:1', accountId: Northwind::NORTHWIND ), self::COMPANY ) )->reason() );
	}

	public function testAnArchivedPropertyIsNotMadeAnew(): void {
		$this->lab->play( Order::of( 'archive-property', name: 'portal_user_name' ) );
		self::assertSame( 'field-archived', $this->refusal( fn () => $this->preview( $this->alone(), self::PROPERTY ) )->reason() );
	}

	public function testWithoutANameThereIsNothingToMake(): void {
		foreach ( [ '', '9lives', 'a b' ] as $name ) {
			$door = Northwind::privateApp( $this->lab, fields: [ 'portal_field' => $name ] );
			self::assertSame( 'not-mapped', $this->refusal( fn () => $this->action( self::PROPERTY )->preview( $this->alone(), $door ) )->reason(), $name );
		}
	}
}
