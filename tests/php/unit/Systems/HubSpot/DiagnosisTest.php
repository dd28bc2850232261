<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\HubSpot;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Diagnosis\CauseRule;
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
	private function first( Subject $subject, Connection $connection, array $symptoms ): ?RankedCause {
		$findings = $this->connector()->examine( $subject, $connection );
		self::assertSame( [], $this->lab->writes() );
		return ( new Diagnoser( BuiltCatalog::load() ) )->diagnose( new Facts( $findings, $symptoms ) )->causes[0] ?? null;
	}

	/** @return iterable<string, array{string, Subject, list<array<string, mixed>>, string, array<string, string>, list<string>}> */
	public static function scenarios(): iterable {
		foreach ( Scenarios::all() as $cause => $scenario ) {
			yield $cause => [ $cause, ...$scenario ];
		}
	}

	/**
	 * @param list<array<string, mixed>> $orders
	 * @param array<string, string>      $fields
	 * @param list<string>               $symptoms
	 */
	#[DataProvider( 'scenarios' )]
	public function testPutsTheRightCauseFirst( string $cause, Subject $subject, array $orders, string $confidence, array $fields, array $symptoms ): void {
		$this->lab->play( ...$orders );
		$first = $this->first( $subject, Northwind::privateApp( $this->lab, fields: $fields ), $symptoms );
		Reached::note( $this, 'hubspot/' . $cause, $first );
		self::assertNotNull( $first );
		self::assertSame( 'hubspot/' . $cause, $first->ref() );
		self::assertSame( $confidence, $first->confidence->value, implode( ' | ', $first->against ) );
	}

	public function testEveryCauseIsReached(): void {
		$causes = array_map( static fn ( CauseRule $rule ): string => $rule->cause, array_filter( BuiltCatalog::load()->causes(), static fn ( CauseRule $rule ): bool => 'hubspot' === $rule->system ) );
		self::assertEqualsCanonicalizing( array_values( $causes ), array_keys( Scenarios::all() ) );
	}

	public function testAHealthyPersonIsNotAccusedOfAnything(): void {
		for ( $draw = 0; $draw < 3; ++$draw ) {
			$partner = RandomPartner::meet( $this->lab );
			foreach ( [ $this->door(), $this->members() ] as $connection ) {
				self::assertNull( $this->first( $partner->subject(), $connection, [] ), "seed {$partner->seed}" );
			}
		}
	}

	/** @return array<string, array{list<array<string, mixed>>, string}> Two faults of one random partner, and the one to be told first. */
	public static function pairs(): array {
		return [
			'deleted, and the field is gone'        => [ [ Order::of( 'delete-contact' ), Order::of( 'purge-property', name: 'portal_user_name' ) ], 'contact-in-recycle-bin' ],
			'no company, and no address'            => [ [ Order::of( 'unlink-companies' ), Order::of( 'set-email', email: '' ) ], 'contact-without-account' ],
			'another company, and another address'  => [ [ Order::of( 'link-company', company: Northwind::SOUTHGATE ), Order::of( 'set-email', email: 'moved@elsewhere.example' ) ], 'contact-email-differs' ],
			'merged away, and the field archived'   => [ [ Order::of( 'merge-contacts', winner: Northwind::id( 'fine' ) ), Order::of( 'archive-property', name: 'portal_user_name' ) ], 'contact-merged-away' ],
			'deleted, and the day is used up'       => [ [ Order::of( 'delete-contact' ), Order::of( 'spend-calls', leave: 0 ) ], 'daily-calls-used-up' ],
			'gone for good, and nobody may look'    => [ [ Order::of( 'purge-contact' ), Order::of( 'rotate-token', client: 'causeway' ) ], 'connection-refused' ],
			'no address, and no user name'          => [ [ Order::of( 'set-contact' ) + [ 'properties' => [ 'email' => '', 'portal_user_name' => '' ] ] ], 'contact-without-email' ],
		];
	}

	/** @param list<array<string, mixed>> $orders */
	#[DataProvider( 'pairs' )]
	public function testOfTwoFaultsTheOneThatMustBeMendedFirstIsTold( array $orders, string $cause ): void {
		$partner = RandomPartner::meet( $this->lab );
		foreach ( $orders as $order ) {
			$this->lab->play( $order + [ 'merge-contacts' === $order['do'] ? 'loser' : 'id' => $partner->id ] );
		}
		$first = $this->first( $partner->subject(), $this->door(), [ 'magentrix:account-may-be-disabled' ] );
		self::assertSame( 'hubspot/' . $cause, $first?->ref(), "seed {$partner->seed}" );
	}

	public function testOnceANewContactHasTheAddressTheWayBackIsClosedAndSaid(): void {
		$partner = RandomPartner::meet( $this->lab );
		$symptom = [ 'magentrix:account-may-be-disabled' ];
		$this->lab->play( Order::of( 'delete-contact', id: $partner->id ) );
		$first = $this->first( $partner->subject(), $this->door(), $symptom );
		self::assertSame( [ 'hubspot/contact-in-recycle-bin', 'do-not-create' ], [ $first?->ref(), $first?->steps[0] ?? '' ], 'what must not be done is said before what is to be done' );

		$this->lab->play( Order::of( 'create-contact', email: $partner->email ) );
		self::assertSame( 'hubspot/contact-replaced', $this->first( $partner->subject(), $this->door(), $symptom )?->ref(), "seed {$partner->seed}" );
	}

	public function testTheVerificationOfARestoreHoldsOnlyOnceTheContactIsBack(): void {
		$cause  = BuiltCatalog::load()->cause( 'hubspot', 'contact-in-recycle-bin' );
		$verify = fn (): ?Truth => null === $cause ? null : ( new RuleInterpreter() )->evaluate( $cause->verification, 'hubspot', new Facts( $this->connector()->examine( Northwind::subject( 'binned' ), $this->door() ), [] ) )->truth;
		self::assertSame( Truth::False, $verify() );
		$this->lab->play( Order::on( 'binned', 'restore-contact' ) );
		self::assertSame( Truth::True, $verify() );
	}

	/** @return array<string, array{string, string, list<array<string, mixed>>}> Cause, action, orders that bring it about for a random partner. */
	public static function actions(): array {
		return [
			'company'  => [ 'contact-without-account', 'set-company', [ Order::of( 'unlink-companies' ) ] ],
			'property' => [ 'portal-field-deleted', 'create-portal-field', [ Order::of( 'purge-property', name: 'portal_user_name' ) ] ],
		];
	}

	/** @param list<array<string, mixed>> $orders */
	#[DataProvider( 'actions' )]
	public function testTheVerificationOfAStepHoldsOnlyWhereTheWriteTookEffect( string $cause, string $action, array $orders ): void {
		foreach ( [ true, false ] as $ignores ) {
			$this->lab->reset();
			$partner = RandomPartner::meet( $this->lab );
			foreach ( $orders as $order ) {
				$this->lab->play( $order + [ 'id' => $partner->id ] );
			}
			$this->lab->play( Order::switches( ignoreWrites: $ignores ) );
			$step = $this->connector()->actions()[ $action ];
			$step->apply( $partner->subject(), $this->door( true ), $step->preview( $partner->subject(), $this->door() ) );
			self::assertCount( 1, $this->lab->writes() );

			$rule = BuiltCatalog::load()->cause( 'hubspot', $cause );
			self::assertNotNull( $rule );
			$truth = ( new RuleInterpreter() )->evaluate( $rule->verification, 'hubspot', new Facts( $this->connector()->examine( $partner->subject(), $this->door() ), [] ) )->truth;
			self::assertSame( $ignores ? Truth::False : Truth::True, $truth, "seed {$partner->seed}" );
		}
	}
}
