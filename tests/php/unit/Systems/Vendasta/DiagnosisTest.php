<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Vendasta;

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
	private function first( Subject $subject, array $symptoms ): ?RankedCause {
		return ( new Diagnoser( BuiltCatalog::load() ) )->diagnose( $this->facts( $subject, $symptoms ) )->causes[0] ?? null;
	}

	/** @param list<string> $symptoms */
	private function facts( Subject $subject, array $symptoms = [] ): Facts {
		return new Facts( $this->connector()->examine( $subject, $this->door() ), array_map( static fn ( string $symptom ): string => 'vendasta:' . $symptom, $symptoms ) );
	}

	private function verifies( string $cause, Subject $subject ): Truth {
		$rule = BuiltCatalog::load()->cause( 'vendasta', $cause );
		self::assertNotNull( $rule );
		return ( new RuleInterpreter() )->evaluate( $rule->verification, 'vendasta', $this->facts( $subject ) )->truth;
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
		Reached::note( $this, 'vendasta/' . $cause, $first );
		self::assertNotNull( $first );
		self::assertSame( 'vendasta/' . $cause, $first->ref() );
		self::assertSame( $confidence, $first->confidence->value, implode( ' | ', $first->against ) );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testEveryCauseIsReached(): void {
		$causes = [];
		foreach ( BuiltCatalog::load()->causes() as $cause ) {
			if ( 'vendasta' === $cause->system ) {
				$causes[] = $cause->cause;
			}
		}
		self::assertEqualsCanonicalizing( $causes, array_keys( Scenarios::all() ) );
	}

	public function testAHealthyUserIsNotAccusedOfAnything(): void {
		foreach ( [ People::Fine->subject( true, People::BAKERY ), People::Several->subject( true, People::FLORIST ), People::Capitals->subject(), People::Team->subject( true ) ] as $subject ) {
			self::assertNull( $this->first( $subject, [] ), $subject->email );
		}
	}

	/** @return array<string, array{list<array<string, mixed>>, string}> Two faults of one random user, and the one to be told first. */
	public static function pairs(): array {
		return [
			'no business, and not confirmed'     => [ [ [ 'do' => 'clear-locations' ], [ 'do' => 'unverify-email' ] ], 'business-user-without-location' ],
			'no mail, and not confirmed'         => [ [ [ 'do' => 'silence-mail' ], [ 'do' => 'unverify-email' ] ], 'user-without-email' ],
			'deleted, and the key taken away'    => [ [ [ 'do' => 'delete-user' ], [ 'do' => 'delete-key' ] ], 'connection-refused' ],
			'no business, and contact data shut' => [
				[
					[ 'do' => 'clear-locations' ],
					[
						'do'    => 'drop-scope',
						'scope' => 'user.contact:read',
					],
				],
				'business-user-without-location',
			],
			'a second user, and no business'     => [
				[
					[ 'do' => 'clear-locations' ],
					[
						'do'    => 'create-user',
						'email' => '*',
					],
				],
				'several-users-one-address',
			],
		];
	}

	/** @param list<array<string, mixed>> $orders */
	#[DataProvider( 'pairs' )]
	public function testOfTwoFaultsTheOneThatMustBeMendedFirstIsTold( array $orders, string $cause ): void {
		$user = RandomUser::join( $this->lab );
		foreach ( $orders as $order ) {
			$this->lab->play( array_merge( $order, [ 'id' => $user->id ], isset( $order['email'] ) ? [ 'email' => $user->email ] : [] ) );
		}
		// The connection's own trouble refuses no visitor, so nothing was shown there.
		self::assertSame( 'vendasta/' . $cause, $this->first( $user->subject(), 'connection-refused' === $cause ? [] : [ 'cannot-log-in' ] )?->ref(), "seed {$user->seed}" );
	}

	public function testARandomUserIsFoundByIdByAddressAndByTypedName(): void {
		for ( $draw = 0; $draw < 5; ++$draw ) {
			$user = RandomUser::join( $this->lab );
			foreach ( [
				$user->subject(),
				new Subject( 'user:1', email: strtoupper( $user->email ) ),
				new Subject( 'user:1', contactId: $user->id ),
				new Subject( 'user:1', loginName: $user->email ),
			] as $subject ) {
				$answers = $this->examine( $subject );
				self::assertSame( [ 'true', 'true', 'true' ], [ $answers['user.exists'], $answers['user.confirmed'], $answers['user.has-location'] ], "seed {$user->seed}" );
			}
		}
	}

	public function testCapitalsOutsideAsciiAreTheSameAddress(): void {
		$id = People::Fine->id();
		$this->lab->play(
			[
				'merge' => true,
				'users' => [
					[
						'id'    => $id,
						'email' => 'ÉLODIE@northwind.example',
					],
				],
			]
		);
		self::assertSame( 'true', $this->examine( new Subject( 'user:1', 1, 'Élodie@Northwind.example', contactId: $id ) )['user.email-matches'] );
	}

	public function testAWelcomeMailVerifiesOnlyOnceThePersonHasFollowedIt(): void {
		$person = People::Unverified->subject( true );
		$action = $this->connector()->actions()['send-welcome-again'];
		$action->apply( $person, $this->door( true ), $action->preview( $person, $this->door() ) );
		self::assertSame( Truth::False, $this->verifies( 'email-not-verified', $person ) );
		$this->lab->play(
			[
				'do' => 'follow-mail',
				'id' => People::Unverified->id(),
			]
		);
		self::assertSame( Truth::True, $this->verifies( 'email-not-verified', $person ) );
		self::assertSame( 'in', $this->tryLogin( $person->email ) );
	}

	public function testAWriteThatIsAcceptedAndChangesNothingDoesNotVerify(): void {
		$person = People::NoLocation->subject( true, People::FLORIST );
		$action = $this->connector()->actions()['give-business'];
		$change = $action->preview( $person, $this->door() );
		foreach ( [ true, false ] as $ignores ) {
			$this->switchTo( [ 'ignoreWrites' => $ignores ] );
			$action->apply( $person, $this->door( true ), $change );
			self::assertSame( $ignores ? Truth::False : Truth::True, $this->verifies( 'business-user-without-location', $person ) );
		}
	}

	/** The whole way that a lost mailbox takes, from the refusal to the removal of the old user. */
	public function testALostMailboxEndsWithANewUserAndTheOldOneRemovedLast(): void {
		$person  = People::OldAddress->subject( true, People::BAKERY );
		$actions = $this->connector()->actions();
		$cause   = fn (): string => (string) $this->first( $person, [ 'mailbox-lost', 'cannot-log-in' ] )?->ref();

		self::assertSame( 'vendasta/user-at-former-address', $cause() );
		$actions['move-to-new-address']->apply( $person, $this->door( true ), $actions['move-to-new-address']->preview( $person, $this->door() ) );
		self::assertSame( [], $this->mails(), 'no mail before permissions and notifications are copied' );

		self::assertSame( 'vendasta/email-not-verified', $cause() );
		self::assertSame( Truth::False, $this->verifies( 'user-at-former-address', $person ) );
		$actions['send-welcome-again']->apply( $person, $this->door( true ), $actions['send-welcome-again']->preview( $person, $this->door() ) );
		self::assertSame( [ $person->email ], $this->mails() );
		$this->lab->play(
			[
				'do' => 'follow-mail',
				'id' => $this->usersOf( $person->email )[0]['id'] ?? '',
			]
		);
		self::assertSame( 'in', $this->tryLogin( $person->email ) );
		self::assertSame( Truth::True, $this->verifies( 'user-at-former-address', $person ) );

		self::assertSame( 'vendasta/former-user-left', $this->first( $person, [] )?->ref() );
		$this->lab->play(
			[
				'do' => 'delete-user',
				'id' => People::OldAddress->id(),
			]
		);
		self::assertSame( Truth::True, $this->verifies( 'former-user-left', $person ) );
		self::assertSame( [], array_filter( $this->paths(), static fn ( string $path ): bool => str_starts_with( $path, 'DELETE' ) ), 'nothing here deletes anybody' );
	}
}
