<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\SuperOffice;

use Causeway\Connector\Subject;
use Causeway\Diagnosis\Diagnoser;
use Causeway\Diagnosis\Facts;
use Causeway\Diagnosis\RankedCause;
use Causeway\Diagnosis\RuleInterpreter;
use Causeway\Support\Truth;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Diagnosis\BuiltCatalog;
use Causeway\Tests\Unit\Systems\Reached;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** What the connector really answers for each state of the lab, diagnosed: the right cause first. */
#[CoversNothing]
final class DiagnosisTest extends LabCase {

	/**
	 * @param list<string> $symptoms
	 */
	private function first( Subject $subject, string $edition, array $symptoms ): ?RankedCause {
		return ( new Diagnoser( BuiltCatalog::load() ) )->diagnose( $this->facts( $subject, $edition, $symptoms ) )->causes[0] ?? null;
	}

	/** @param list<string> $symptoms */
	private function facts( Subject $subject, string $edition, array $symptoms ): Facts {
		$connection = 'online' === $edition ? Doors::online( $this->lab ) : Doors::onsite( $this->lab );
		$findings   = $this->connector()->examine( $subject, $connection );
		self::assertSame( [], $this->lab->writes() );
		return new Facts( $findings, array_map( static fn ( string $symptom ): string => 'superoffice:' . $symptom, $symptoms ) );
	}

	/** @return iterable<string, array{Subject, list<array<string, mixed>>, string, string, list<string>, string}> */
	public static function scenarios(): iterable {
		foreach ( Scenarios::all() as $cause => [ $subject, $orders, $confidence, $edition, $symptoms ] ) {
			yield $cause => [ $subject, $orders, $confidence, $edition, $symptoms, $cause ];
		}
	}

	/**
	 * @param list<array<string, mixed>> $orders
	 * @param list<string>               $symptoms
	 */
	#[DataProvider( 'scenarios' )]
	public function testPutsTheRightCauseFirst( Subject $subject, array $orders, string $confidence, string $edition, array $symptoms, string $cause ): void {
		$this->lab->play( ...$orders );
		$first = $this->first( $subject, $edition, $symptoms );
		Reached::note( $this, 'superoffice/' . $cause, $first );
		self::assertNotNull( $first );
		self::assertSame( 'superoffice/' . $cause, $first->ref() );
		self::assertSame( $confidence, $first->confidence->value, implode( ' | ', $first->against ) );
	}

	public function testEveryCauseThatNeedsAFindingIsReached(): void {
		$causes = [];
		foreach ( BuiltCatalog::load()->causes() as $cause ) {
			if ( 'superoffice' === $cause->system ) {
				$causes[] = $cause->cause;
			}
		}
		// The move is a matter of two looks: testAMoveIsDiagnosedOnceItWasSeen().
		self::assertEqualsCanonicalizing( $causes, [ ...array_keys( Scenarios::all() ), 'tenant-moved' ] );
	}

	public function testAMoveIsDiagnosedOnceItWasSeen(): void {
		$connections = new MemoryConnections( Doors::online( $this->lab ) );
		$connector   = $this->connector( $connections );
		$look        = static fn (): array => $connector->examine( new Subject( 'user:1', email: self::EMAIL ), $connections->get( 'superoffice' ) ?? throw new \LogicException( 'It is there.' ) );
		$look();
		$this->lab->play( [ 'do' => 'move-tenant' ] );
		$first = ( new Diagnoser( BuiltCatalog::load() ) )->diagnose( new Facts( $look(), [ 'superoffice:misdirected' ] ) )->causes[0] ?? null;
		Reached::note( $this, 'superoffice/tenant-moved', $first );
		self::assertSame( [ 'superoffice/tenant-moved', 'likely' ], [ $first?->ref(), $first?->confidence->value ] );
	}

	public function testAHealthyUserIsNotAccusedOfAnything(): void {
		foreach ( [ 'online', 'onsite' ] as $edition ) {
			self::assertNull( $this->first( $this->fine(), $edition, [] ), $edition );
		}
	}

	/** @return array<string, array{list<array<string, mixed>>, string, string}> Two faults of one random colleague, the way in, and the one to be told first. */
	public static function pairs(): array {
		return [
			'retired, and no e-mail'            => [ [ [ 'do' => 'retire-user' ], [ 'do' => 'set-email' ] ], 'online', 'user-retired' ],
			'no licence, and switched off'      => [ [ [ 'do' => 'remove-licences' ], [ 'do' => 'switch-login-off' ] ], 'onsite', 'licence-not-assigned' ],
			'switched off, and mail comes back' => [ [ [ 'do' => 'switch-login-off' ], [ 'do' => 'bounce-email' ] ], 'online', 'login-switched-off' ],
			'no seat left, and not approved'    => [ [ [ 'do' => 'remove-licences' ], [ 'do' => 'set-seats', 'total' => 0 ], [ 'do' => 'await-approval' ] ], 'onsite', 'no-licence-free' ],
			'server’s licence over, no licence' => [ [ [ 'do' => 'expire-licence' ], [ 'do' => 'remove-licences' ] ], 'onsite', 'installation-licence-ended' ],
			'initials, and a second address'    => [ [ [ 'do' => 'rename-user', 'userName' => 'XY' ], [ 'do' => 'add-email', 'email' => 'second@northwind.example' ] ], 'online', 'login-name-not-email' ],
			'asleep, and no licence'            => [ [ [ 'do' => 'set-tenant-state', 'state' => 'Suspended' ], [ 'do' => 'remove-licences' ] ], 'online', 'tenant-not-running' ],
		];
	}

	/** @param list<array<string, mixed>> $orders */
	#[DataProvider( 'pairs' )]
	public function testOfTwoFaultsTheOneThatMustBeMendedFirstIsTold( array $orders, string $edition, string $cause ): void {
		$colleague = RandomColleague::hire( $this->lab );
		foreach ( $orders as $order ) {
			$aboutCards = [ 'set-email', 'add-email', 'bounce-email' ];
			$this->lab->play( $order + [ 'id' => in_array( $order['do'], $aboutCards, true ) ? $colleague->personId : $colleague->associateId ] );
		}
		$first = $this->first( $colleague->subject(), $edition, [ 'cannot-log-in' ] );
		self::assertSame( 'superoffice/' . $cause, $first?->ref(), "seed {$colleague->seed}" );
	}

	public function testARandomColleagueIsFoundByCardByAddressAndByName(): void {
		for ( $draw = 0; $draw < 5; ++$draw ) {
			$colleague = RandomColleague::hire( $this->lab );
			foreach ( [
				$colleague->subject(),
				new Subject( 'user:1', email: $colleague->email ),
				new Subject( 'user:1', contactId: (string) $colleague->personId ),
				new Subject( 'user:1', loginName: $colleague->email ),
			] as $subject ) {
				foreach ( [ Doors::online( $this->lab ), Doors::onsite( $this->lab ) ] as $connection ) {
					$answers = $this->examine( $subject, $connection );
					self::assertSame( [ 'true', 'true', 'true' ], [ $answers['user.exists'], $answers['user.licensed'], $answers['contact.exists'] ], "seed {$colleague->seed}" );
				}
			}
		}
	}

	public function testTheVerificationOfAStepHoldsOnlyOnceItHelped(): void {
		$unlicensed = new Subject( 'user:1', 1, 'kari.vik@northwind.example' );
		$action     = $this->connector()->actions()['renew-licence'];
		$change     = $action->preview( $unlicensed, Doors::onsite( $this->lab ) );
		$verify     = function () use ( $unlicensed ): Truth {
			$cause = BuiltCatalog::load()->cause( 'superoffice', 'licence-not-assigned' );
			self::assertNotNull( $cause );
			return ( new RuleInterpreter() )->evaluate( $cause->verification, 'superoffice', new Facts( $this->connector()->examine( $unlicensed, Doors::onsite( $this->lab ) ), [] ) )->truth;
		};
		foreach ( [ true, false ] as $ignores ) {
			$this->lab->play(
				[
					'merge'    => true,
					'switches' => [ 'ignoreWrites' => $ignores ],
				]
			);
			$action->apply( $unlicensed, Doors::onsite( $this->lab, true ), $change );
			self::assertSame( $ignores ? Truth::False : Truth::True, $verify() );
		}
	}
}
