<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Dynamics365;

use Causeway\Connector\Connection;
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
	private function first( Subject $subject, array $symptoms, ?Connection $connection = null ): ?RankedCause {
		return ( new Diagnoser( BuiltCatalog::load() ) )->diagnose( $this->facts( $subject, $symptoms, $connection ) )->causes[0] ?? null;
	}

	/** @param list<string> $symptoms */
	private function facts( Subject $subject, array $symptoms, ?Connection $connection = null ): Facts {
		$findings = $this->connector()->examine( $subject, $connection ?? $this->kept() );
		self::assertSame( [], $this->lab->writes() );
		return new Facts( $findings, array_map( static fn ( string $symptom ): string => str_contains( $symptom, ':' ) ? $symptom : 'dynamics-365:' . $symptom, $symptoms ) );
	}

	/** @return iterable<string, array{Subject, list<array<string, mixed>>, string, array<string, string>, list<string>, string}> */
	public static function scenarios(): iterable {
		foreach ( Scenarios::all() as $cause => [ $subject, $orders, $confidence, $fields, $symptoms ] ) {
			yield $cause => [ $subject, $orders, $confidence, $fields, $symptoms, $cause ];
		}
	}

	/**
	 * @param list<array<string, mixed>> $orders
	 * @param array<string, string>      $fields
	 * @param list<string>               $symptoms
	 */
	#[DataProvider( 'scenarios' )]
	public function testPutsTheRightCauseFirst( Subject $subject, array $orders, string $confidence, array $fields, array $symptoms, string $cause ): void {
		$this->lab->play( ...$orders );
		$first = $this->first( $subject, $symptoms, Northwind::connection( $this->lab, fields: $fields ) );
		Reached::note( $this, 'dynamics-365/' . $cause, $first );
		self::assertNotNull( $first );
		self::assertSame( 'dynamics-365/' . $cause, $first->ref() );
		self::assertSame( $confidence, $first->confidence->value, implode( ' | ', $first->against ) );
	}

	public function testEveryCauseIsReached(): void {
		$causes = [];
		foreach ( BuiltCatalog::load()->causes() as $cause ) {
			if ( 'dynamics-365' === $cause->system ) {
				$causes[] = $cause->cause;
			}
		}
		self::assertEqualsCanonicalizing( $causes, array_keys( Scenarios::all() ) );
	}

	public function testAHealthyPersonIsNotAccusedOfAnything(): void {
		foreach ( [ 'fine', 'external', 'externalOnly', 'quoted' ] as $person ) {
			self::assertNull( $this->first( Northwind::subject( $person ), [] )?->ref(), $person );
		}
		$customer = RandomCustomer::join( $this->lab );
		self::assertNull( $this->first( $customer->subject(), [] )?->ref(), "seed {$customer->seed}" );
	}

	/** @return array<string, array{list<array<string, mixed>>, list<string>, string}> Two faults of one random customer, what was shown, and the one to be told first. */
	public static function pairs(): array {
		$order   = States::order( ... );
		$refused = [ 'attempt-refused' ];
		$blocked = [ 'magentrix:account-may-be-disabled' ];
		return [
			'inactive, and login off'           => [ [ $order( 'deactivate-contact' ), $order( 'disable-login' ) ], $refused, 'contact-inactive' ],
			'login off, and locked'             => [ [ $order( 'disable-login' ), $order( 'lock-login' ) ], $refused, 'login-switched-off' ],
			'locked, and no web role'           => [ [ $order( 'lock-login' ), $order( 'remove-role' ) ], [ 'cannot-log-in' ], 'login-locked' ],
			'no address, and no login'          => [ [ $order( 'remove-login' ), $order( 'blank-email' ) ], $refused, 'contact-without-email' ],
			'invited, and invitations off'      => [ [ $order( 'remove-login' ), $order( 'invite' ), States::setting( 'InvitationEnabled', 'false' ) ], $refused, 'invitations-switched-off' ],
			'wrong password, and no stamp'      => [ [ $order( 'fail-login' ), $order( 'set-contact', fields: [ 'adx_identity_securitystamp' => null, 'adx_identity_lastsuccessfullogin' => null ] ) ], $refused, 'login-incomplete' ],
			'no company, and column deleted'    => [ [ $order( 'unlink-account' ), $order( 'remove-column', column: Northwind::USERNAME_COLUMN ) ], $blocked, 'contact-without-account' ],
			'deleted, and column deleted'       => [ [ $order( 'delete-contact' ), $order( 'remove-column', column: Northwind::USERNAME_COLUMN ) ], $blocked, 'contact-in-recycle-bin' ],
			'purged, and no bin any more'       => [ [ $order( 'purge-contact' ), $order( 'turn-recycle-bin-off' ) ], $blocked, 'contact-permanently-deleted' ],
			'merged, and locked'                => [ [ $order( 'lock-login' ), $order( 'merge' ) ], $refused, 'contact-merged-away' ],
			'deleted, and calls used up'        => [ [ $order( 'delete-contact' ), $order( 'spend-requests' ) ], $refused, 'own-calls-used-up' ],
			'login off, and the secret is over' => [ [ $order( 'disable-login' ), $order( 'expire-secret' ) ], $refused, 'connection-refused' ],
			'passwords off, and a second one'   => [ [ States::setting( 'LocalLoginEnabled', 'false' ), $order( 'double' ) ], $refused, 'login-way-switched-off' ],
		];
	}

	/**
	 * @param list<array<string, mixed>> $orders
	 * @param list<string>               $symptoms
	 */
	#[DataProvider( 'pairs' )]
	public function testOfTwoFaultsTheOneThatMustBeMendedFirstIsTold( array $orders, array $symptoms, string $cause ): void {
		$customer = RandomCustomer::join( $this->lab );
		foreach ( $orders as $order ) {
			$this->lab->play(
				match ( $order['do'] ) {
					'merge' => States::order( 'merge-contacts', winner: Northwind::id( 'fine' ), loser: $customer->id ),
					'double' => States::order( 'create-contact', fields: [ 'emailaddress1' => $customer->email, 'lastname' => 'Double' ] ),
					default => $order + [ 'id' => $customer->id ],
				}
			);
		}
		$first = $this->first( $customer->subject(), $symptoms );
		self::assertSame( 'dynamics-365/' . $cause, $first?->ref(), "seed {$customer->seed}" );
	}

	public function testARandomCustomerIsFoundByIdByAddressAndByWhatWasTyped(): void {
		for ( $draw = 0; $draw < 8; ++$draw ) {
			$customer = RandomCustomer::join( $this->lab );
			foreach ( [
				$customer->subject(),
				new Subject( 'user:1', email: $customer->email ),
				new Subject( 'user:1', contactId: $customer->id ),
				new Subject( 'user:1', loginName: $customer->email ),
			] as $subject ) {
				$answers = $this->examine( $subject );
				self::assertSame( [ 'true', 'true', 'true' ], [ $answers['contact.exists'], $answers['contact.has-account'], $answers['user.exists'] ], "seed {$customer->seed}: {$customer->email}" );
			}
		}
	}

	public function testARandomCustomerIsFoundInTheBinByIdAndByAddress(): void {
		for ( $draw = 0; $draw < 8; ++$draw ) {
			$customer = RandomCustomer::join( $this->lab );
			$this->lab->play( States::order( 'delete-contact', id: $customer->id ) );
			foreach ( [ $customer->subject(), new Subject( 'user:1', email: $customer->email ) ] as $subject ) {
				$answers = $this->examine( $subject );
				self::assertSame( [ 'false', 'true' ], [ $answers['contact.exists'], $answers['contact.in-recycle-bin'] ], "seed {$customer->seed}: {$customer->email}" );
			}
		}
	}

	/** @return array<string, array{string, string}> Action, and the cause that it mends. */
	public static function fixes(): array {
		return [
			'restore-contact'        => [ 'restore-contact', 'contact-in-recycle-bin' ],
			'set-account'            => [ 'set-account', 'contact-without-account' ],
			'set-account over a contact' => [ 'set-account', 'company-is-a-contact' ],
			'set-account back'       => [ 'set-account', 'account-changed' ],
		];
	}

	#[DataProvider( 'fixes' )]
	public function testTheVerificationOfAFixHoldsOnlyOnceItHelped( string $id, string $cause ): void {
		$customer = RandomCustomer::join( $this->lab );
		$this->lab->play(
			match ( $cause ) {
				'contact-in-recycle-bin' => States::order( 'delete-contact', id: $customer->id ),
				'contact-without-account' => States::order( 'unlink-account', id: $customer->id ),
				'company-is-a-contact' => States::order( 'link-contact-as-company', id: $customer->id, parent: Northwind::id( 'fine' ) ),
				default => States::order( 'link-account', id: $customer->id, account: Northwind::ALDER === $customer->accountId ? Northwind::BRIGHTWATER : Northwind::ALDER ),
			}
		);
		$rule = BuiltCatalog::load()->cause( 'dynamics-365', $cause );
		self::assertNotNull( $rule );
		$verify = fn (): Truth => ( new RuleInterpreter() )->evaluate( $rule->verification, 'dynamics-365', new Facts( $this->connector()->examine( $customer->subject(), $this->kept() ), [] ) )->truth;
		self::assertSame( Truth::False, $verify(), "seed {$customer->seed}" );
		$action = $this->connector()->actions()[ $id ];
		$change = $action->preview( $customer->subject(), $this->kept() );
		foreach ( [ true, false ] as $ignores ) {
			$this->lab->play( States::switches( ignoreWrites: $ignores ) );
			$action->apply( $customer->subject(), Northwind::connection( $this->lab, true ), $change );
			self::assertSame( $ignores ? Truth::False : Truth::True, $verify(), "seed {$customer->seed}" );
		}
	}
}
