<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Salesforce;

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

	private function door( string $where ): Connection {
		return 'site' === $where ? Doors::site( $this->lab ) : Doors::portal( $this->lab );
	}

	/** @param list<string> $symptoms */
	private function first( Subject $subject, string $where, array $symptoms ): ?RankedCause {
		$findings = $this->connector()->examine( $subject, $this->door( $where ) );
		self::assertSame( [], $this->lab->writes(), 'a probe never writes' );
		return ( new Diagnoser( BuiltCatalog::load() ) )->diagnose( new Facts( $findings, $symptoms ) )->causes[0] ?? null;
	}

	/** @return iterable<string, array{Subject, list<array<string, mixed>>, string, string, list<string>, string}> */
	public static function scenarios(): iterable {
		foreach ( Scenarios::all() as $cause => [ $subject, $orders, $confidence, $where, $symptoms ] ) {
			yield $cause => [ $subject, $orders, $confidence, $where, $symptoms, $cause ];
		}
	}

	/**
	 * @param list<array<string, mixed>> $orders
	 * @param list<string>               $symptoms
	 */
	#[DataProvider( 'scenarios' )]
	public function testPutsTheRightCauseFirst( Subject $subject, array $orders, string $confidence, string $where, array $symptoms, string $cause ): void {
		$this->lab->play( ...$orders );
		$first = $this->first( $subject, $where, $symptoms );
		Reached::note( $this, 'salesforce/' . $cause, $first );
		self::assertSame( 'salesforce/' . $cause, $first?->ref() );
		self::assertSame( $confidence, $first->confidence->value, implode( ' | ', $first->against ) );
	}

	public function testEveryCauseIsReached(): void {
		$causes = [];
		foreach ( BuiltCatalog::load()->causes() as $cause ) {
			if ( 'salesforce' === $cause->system ) {
				$causes[] = $cause->cause;
			}
		}
		self::assertEqualsCanonicalizing( $causes, array_keys( Scenarios::all() ) );
	}

	public function testAHealthyPersonIsNotAccusedOfAnything(): void {
		$fine = new Subject( 'user:1', 1, Cast::Fine->email(), contactId: Cast::Fine->contactId(), accountId: Cast::ALDER );
		foreach ( [ 'portal', 'site' ] as $where ) {
			self::assertNull( $this->first( $fine, $where, [] ), $where );
		}
	}

	/** @return array<string, array{list<string>, string, string}> Two faults of one random customer (operations on contact or user), where people log in, and the one to be told first. */
	public static function pairs(): array {
		return [
			'deleted, and its field gone'         => [ [ 'delete-contact', 'remove-field' ], 'portal', 'contact-in-recycle-bin' ],
			'no company, and no address'          => [ [ 'unlink-account', 'blank-email' ], 'portal', 'contact-without-account' ],
			'purged, and calls used up'           => [ [ 'purge-contact', 'spend-calls' ], 'portal', 'api-calls-used-up' ],
			'deleted, and the user switched off'  => [ [ 'delete-contact', 'deactivate-user' ], 'site', 'contact-in-recycle-bin' ],
			'frozen, and switched off'            => [ [ 'freeze-user', 'deactivate-user' ], 'site', 'user-inactive' ],
			'locked, and frozen'                  => [ [ 'lock-user', 'freeze-user' ], 'site', 'user-frozen' ],
			'switched off, and no licence'        => [ [ 'deactivate-user', 'take-licences' ], 'site', 'no-licence-free' ],
			'wrong password, until it was locked' => [ [ 'login', 'lock-user' ], 'site', 'user-locked' ],
		];
	}

	/** @param list<string> $faults */
	#[DataProvider( 'pairs' )]
	public function testOfTwoFaultsTheOneThatMustBeMendedFirstIsTold( array $faults, string $where, string $cause ): void {
		$customer = RandomCustomer::meet( $this->lab );
		foreach ( $faults as $fault ) {
			$this->lab->play(
				match ( $fault ) {
					'remove-field' => [
						'do'    => $fault,
						'field' => Doors::PORTAL_FIELD,
					],
					'spend-calls', 'take-licences' => [ 'do' => $fault ],
					'login' => [
						'do'     => $fault,
						'id'     => $customer->userId,
						'status' => 'Invalid Password',
					],
					default => [
						'do' => $fault,
						'id' => str_ends_with( $fault, '-user' ) ? $customer->userId : $customer->contactId,
					],
				}
			);
		}
		$first = $this->first( $customer->subject(), $where, [ 'site' === $where ? 'salesforce:login-failed' : 'magentrix:account-may-be-disabled' ] );
		self::assertSame( 'salesforce/' . $cause, $first?->ref(), "seed {$customer->seed}" );
	}

	public function testARandomCustomerIsFoundByIdByAddressAndByName(): void {
		for ( $draw = 0; $draw < 6; ++$draw ) {
			$customer = RandomCustomer::meet( $this->lab );
			foreach ( [
				$customer->subject(),
				new Subject( 'user:1', email: $customer->email ),
				new Subject( 'user:1', email: mb_strtoupper( $customer->email ) ),
				new Subject( 'user:1', loginName: $customer->email ),
				new Subject( 'user:1', contactId: substr( $customer->contactId, 0, 15 ) ),
			] as $subject ) {
				$answers = $this->examine( $subject, Doors::site( $this->lab ) );
				self::assertSame( [ 'true', 'true', 'true', 'true' ], [ $answers['user.exists'], $answers['user.active'], $answers['contact.exists'], $answers['contact.has-account'] ], "seed {$customer->seed}" );
				self::assertSame( 'true', $this->examine( $subject, Doors::portal( $this->lab ) )['portal-field.filled'], "seed {$customer->seed}" );
			}
		}
	}

	/** @return array<string, array{string, string, Subject}> Cause, the action of its path, the person. */
	public static function mended(): array {
		return [
			'restore'  => [ 'contact-in-recycle-bin', 'restore-contact', Cast::Binned->known() ],
			'activate' => [ 'user-inactive', 'activate-user', Cast::Inactive->known() ],
			'unfreeze' => [ 'user-frozen', 'unfreeze-user', Cast::Frozen->known() ],
			'unlock'   => [ 'user-locked', 'unlock-user', Cast::Locked->known() ],
			'account'  => [ 'contact-without-account', 'set-account', new Subject( 'user:1', 1, Cast::NoAccount->email(), contactId: Cast::NoAccount->contactId(), accountId: Cast::ALDER ) ],
		];
	}

	#[DataProvider( 'mended' )]
	public function testTheVerificationHoldsOnlyOnceItHelped( string $id, string $step, Subject $subject ): void {
		$rule   = BuiltCatalog::load()->cause( 'salesforce', $id )->verification ?? [];
		$action = $this->connector()->actions()[ $step ];
		$change = $action->preview( $subject, Doors::site( $this->lab ) );
		foreach ( [ true, false ] as $ignores ) {
			$this->switch( [ 'ignoreWrites' => $ignores ] );
			$action->apply( $subject, Doors::site( $this->lab, true ), $change );
			$facts = new Facts( $this->connector()->examine( $subject, Doors::site( $this->lab ) ), [] );
			self::assertSame( $ignores ? Truth::False : Truth::True, ( new RuleInterpreter() )->evaluate( $rule, 'salesforce', $facts )->truth );
		}
	}
}
