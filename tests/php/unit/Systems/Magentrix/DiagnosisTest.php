<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Magentrix;

use Causeway\Connector\Subject;
use Causeway\Diagnosis\Diagnoser;
use Causeway\Diagnosis\Facts;
use Causeway\Diagnosis\RankedCause;
use Causeway\Diagnosis\RuleInterpreter;
use Causeway\Support\Truth;
use Causeway\Tests\Unit\Diagnosis\BuiltCatalog;
use Causeway\Tests\Unit\Systems\Reached;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** What the connector really answers for each state of the lab, diagnosed: the right cause first. */
#[CoversNothing]
final class DiagnosisTest extends LabCase {

	/** @param list<string> $symptoms */
	private function facts( Subject $subject, array $symptoms ): Facts {
		$findings = $this->connector()->examine( $subject, $this->connection() );
		self::assertSame( [], $this->lab->writes(), 'a probe never writes' );
		return new Facts( $findings, array_map( static fn ( string $symptom ): string => 'magentrix:' . $symptom, $symptoms ) );
	}

	/** @param list<string> $symptoms */
	private function first( Subject $subject, array $symptoms = [ 'account-may-be-disabled' ] ): ?RankedCause {
		return ( new Diagnoser( BuiltCatalog::load() ) )->diagnose( $this->facts( $subject, $symptoms ) )->causes[0] ?? null;
	}

	/** @return iterable<string, array{Subject, list<array<string, mixed>>, string, list<string>, string}> */
	public static function scenarios(): iterable {
		foreach ( Scenarios::all() as $cause => [ $subject, $orders, $confidence, $symptoms ] ) {
			yield $cause => [ $subject, $orders, $confidence, $symptoms, $cause ];
		}
	}

	/**
	 * @param list<array<string, mixed>> $orders
	 * @param list<string>               $symptoms
	 */
	#[DataProvider( 'scenarios' )]
	public function testPutsTheRightCauseFirst( Subject $subject, array $orders, string $confidence, array $symptoms, string $cause ): void {
		$this->lab->play( ...$orders );
		$first = $this->first( $subject, $symptoms );
		Reached::note( $this, 'magentrix/' . $cause, $first );
		self::assertNotNull( $first );
		self::assertSame( 'magentrix/' . $cause, $first->ref() );
		self::assertSame( $confidence, $first->confidence->value, implode( ' | ', $first->against ) );
	}

	public function testEveryCauseIsReached(): void {
		$causes = [];
		foreach ( BuiltCatalog::load()->causes() as $cause ) {
			if ( 'magentrix' === $cause->system ) {
				$causes[] = $cause->cause;
			}
		}
		// That the CRM has what the portal lacks takes both: JoinTest::testAContactThatTheCrmHasAndThePortalHasNotIsNoDeletedOne().
		self::assertEqualsCanonicalizing( $causes, [ ...array_keys( Scenarios::all() ), 'schema-stale' ] );
	}

	public function testWhoIsInOrderIsAccusedOfNothing(): void {
		foreach ( [ 'fine', 'customer', 'employee' ] as $key ) {
			self::assertNull( $this->first( People::subject( $key ), [] ), $key );
		}
		$partner = RandomPartner::join( $this->lab );
		self::assertNull( $this->first( $partner->subject(), [] ), "seed {$partner->seed}" );
	}

	/** @return array<string, array{list<array<string, mixed>>, string}> Two faults of one random partner, and the one to be told first. `user`, `contact` stand for the ids. */
	public static function pairs(): array {
		return [
			'off, and without a role'            => [ [ [ 'do' => 'deactivate-user' ], [ 'do' => 'clear-role' ] ], 'user-inactive' ],
			'off, and without a contact'         => [ [ [ 'do' => 'unlink-user' ], [ 'do' => 'deactivate-user' ] ], 'user-inactive' ],
			'off by the CRM, and no role'        => [ [ [ 'do' => 'untick-community-user' ], [ 'do' => 'synchronise-now' ], [ 'do' => 'clear-role' ] ], 'community-user-unticked' ],
			'no contact, and no role'            => [ [ [ 'do' => 'unlink-user' ], [ 'do' => 'clear-role' ] ], 'user-without-contact' ],
			'no role, and no company'            => [ [ [ 'do' => 'clear-role' ], [ 'do' => 'unlink-account' ], [ 'do' => 'synchronise-now' ] ], 'user-without-role' ],
			'no contact, other capitals'         => [
				[
					[ 'do' => 'unlink-user' ],
					[
						'do'    => 'set-contact-email',
						'email' => '(capitals)',
					],
					[ 'do' => 'synchronise-now' ],
				],
				'contact-email-differs',
			],
			'contact gone, and the user off'     => [ [ [ 'do' => 'delete-contact' ], [ 'do' => 'synchronise-now' ], [ 'do' => 'deactivate-user' ] ], 'user-inactive' ],
			'no company, and changed just now'   => [ [ [ 'do' => 'unlink-account' ], [ 'do' => 'synchronise-now' ] ], 'contact-without-account' ],
			'no contact, and the link just went' => [ [ [ 'do' => 'unlink-user' ] ], 'user-without-contact' ],
		];
	}

	/** @param list<array<string, mixed>> $orders */
	#[DataProvider( 'pairs' )]
	public function testOfTwoFaultsTheOneThatMustBeMendedFirstIsTold( array $orders, string $cause ): void {
		$partner  = RandomPartner::join( $this->lab );
		$contacts = [ 'untick-community-user', 'unlink-account', 'set-contact-email', 'delete-contact' ];
		foreach ( $orders as $order ) {
			$order = array_replace( $order, '(capitals)' === ( $order['email'] ?? '' ) ? [ 'email' => ucfirst( $partner->email ) ] : [] );
			$this->lab->play( $order + [ 'id' => in_array( $order['do'], $contacts, true ) ? $partner->contactId : $partner->userId ] );
		}
		self::assertSame( 'magentrix/' . $cause, $this->first( $partner->subject() )?->ref(), "seed {$partner->seed}" );
	}

	public function testARandomPartnerIsFoundWhateverTheCapitalsAndTheShapeOfAnswers(): void {
		$shapes = [ [], [ 'emptyFields' => 'omitted' ], [ 'quotes' => 'single' ], [ 'crmEntities' => 'prefixed' ], [ 'contactField' => 'Contact__c' ] ];
		foreach ( $shapes as $switches ) {
			$this->lab->reset();
			$partner = RandomPartner::join( $this->lab );
			$this->switchTo( $switches );
			$answers = $this->examine( $partner->subject() );
			self::assertSame( [ 'true', 'true', 'true', 'true' ], [ $answers['user.exists'], $answers['user.linked'], $answers['contact.exists'], $answers['contact.has-account'] ], "seed {$partner->seed}" );
		}
	}

	public function testWaitingEndsByItself(): void {
		$this->lab->play(
			[
				'do' => 'delete-contact',
				'id' => People::contact( 'fine' ),
			],
			[ 'do' => 'synchronise-now' ]
		);
		$cause = BuiltCatalog::load()->cause( 'magentrix', 'portal-contact-missing' );
		self::assertNotNull( $cause );
		$verify = fn (): Truth => ( new RuleInterpreter() )->evaluate( $cause->verification, 'magentrix', $this->facts( People::subject( 'fine' ), [] ) )->truth;
		self::assertSame( Truth::False, $verify() );
		$this->lab->play(
			[
				'do' => 'restore-contact',
				'id' => People::contact( 'fine' ),
			]
		);
		self::assertSame( Truth::False, $verify(), 'the CRM’s change is still on its way' );
		$this->lab->play(
			[
				'do'      => 'advance-clock',
				'seconds' => 600,
			]
		);
		self::assertSame( Truth::True, $verify() );
		self::assertSame( 'in', $this->tryLogin( People::user( 'fine' ) ) );
	}

	public function testAStoppedSynchronisationNeverProvesARepair(): void {
		$this->lab->play( [ 'do' => 'break-sync' ] );
		$this->lab->play(
			[
				'do' => 'restore-contact',
				'id' => People::contact( 'binned' ),
			],
			[
				'do'      => 'advance-clock',
				'seconds' => 7_200,
			]
		);
		self::assertSame( 'false', $this->examine( People::subject( 'binned' ) )['contact.exists'] );
		$this->lab->play( [ 'do' => 'refresh-schema' ] );
		self::assertSame( 'true', $this->examine( People::subject( 'binned' ) )['contact.exists'] );
	}
}
