<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoDesk;

use Causeway\Connector\JsonPath;
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

	/** Causes that need more than a state of Zoho Desk: their own tests below bring them about. */
	private const APART = [ 'desk-not-answering', 'edition-limit-reached', 'user-in-other-help-center' ];

	/** @param list<string> $symptoms */
	private function first( Subject $subject, array $symptoms ): ?RankedCause {
		$findings = $this->look( $subject );
		$facts    = new Facts( $findings, array_map( static fn ( string $symptom ): string => 'zoho-desk:' . $symptom, $symptoms ) );
		return ( new Diagnoser( BuiltCatalog::load() ) )->diagnose( $facts )->causes[0] ?? null;
	}

	/**
	 * The first cause and its confidence; '' where there is none.
	 *
	 * @param list<string> $symptoms
	 */
	private function told( Subject $subject, array $symptoms ): string {
		$first = $this->first( $subject, $symptoms );
		return null === $first ? '' : $first->ref() . ', ' . $first->confidence->value;
	}

	/** @param list<string> $symptoms */
	private function reaches( string $cause, string $confidence, Subject $subject, array $symptoms ): void {
		$first = $this->first( $subject, $symptoms );
		Reached::note( $this, 'zoho-desk/' . $cause, $first );
		self::assertSame( [ 'zoho-desk/' . $cause, $confidence ], [ $first?->ref(), $first?->confidence->value ] );
	}

	private function verification( string $cause, Subject $subject ): Truth {
		$rule = BuiltCatalog::load()->cause( 'zoho-desk', $cause );
		self::assertNotNull( $rule );
		return ( new RuleInterpreter() )->evaluate( $rule->verification, 'zoho-desk', new Facts( $this->look( $subject ), [] ) )->truth;
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
		Reached::note( $this, 'zoho-desk/' . $cause, $first );
		self::assertNotNull( $first );
		self::assertSame( 'zoho-desk/' . $cause, $first->ref() );
		self::assertSame( $confidence, $first->confidence->value, implode( ' | ', $first->against ) );
		self::assertSame( [], $this->lab->writes(), 'a probe never writes' );
	}

	public function testWhicheverShapeTheFactsLeaveOpenTheSameCauseIsTold(): void {
		$open = [
			'absentRecord'        => [ 'URL_NOT_FOUND', 'INVALID_DATA', 'UNPROCESSABLE_ENTITY' ],
			'trashedContact'      => [ 'shown', 'absent' ],
			'deletedUser'         => [ 'listed', 'left-out' ],
			'expiredToken'        => [ 'INVALID_OAUTH', 'UNAUTHORIZED' ],
			'otherOrganisation'   => [ 'OAUTH_ORG_MISMATCH', 'URL_NOT_FOUND', 'INVALID_DATA' ],
			'scopes'              => [ 'all', 'any' ],
			'scopeMismatchStatus' => [ 401, 403 ],
			'times'               => [ 'iso', 'milliseconds' ],
			'booleans'            => [ 'json', 'words' ],
			'userTypeName'        => [ 'userType', 'type' ],
			'binType'             => [ 'text', 'list' ],
			'binFilter'           => [ 'heeded', 'ignored' ],
			'emptySearch'         => [ '204', 'list' ],
			'quotaHeaders'        => [ 'shown', 'absent' ],
		];
		$seed = random_int( 1, 1_000_000 );
		mt_srand( $seed );
		foreach ( Scenarios::all() as $cause => [ $subject, $orders, $confidence, $symptoms ] ) {
			$this->lab->reset();
			$this->tokens->forget( 'zoho-desk' );
			$this->use();
			$drawn = array_map( static fn ( array $variants ): string|int => $variants[ mt_rand( 0, count( $variants ) - 1 ) ], $open );
			$this->switch( $drawn );
			$this->lab->play( ...$orders );
			self::assertSame( "zoho-desk/{$cause}, {$confidence}", $this->told( $subject, $symptoms ), "seed {$seed}, " . json_encode( $drawn ) );
		}
	}

	public function testEveryCauseIsReached(): void {
		$causes = [];
		foreach ( BuiltCatalog::load()->causes() as $cause ) {
			if ( 'zoho-desk' === $cause->system ) {
				$causes[] = $cause->cause;
			}
		}
		self::assertEqualsCanonicalizing( $causes, [ ...array_keys( Scenarios::all() ), ...self::APART ] );
	}

	public function testSilenceIsTakenForNothingElse(): void {
		$this->lab->fault(
			[
				'host' => 'api',
				'then' => 'reset',
			]
		);
		$this->reaches( 'desk-not-answering', 'possible', $this->person( 'binned', 'paul.okafor' ), [ 'cannot-log-in' ] );
	}

	public function testAUserOfAnotherHelpCenterIsSentThere(): void {
		$second = $this->addHelpCenter();
		$this->lab->play(
			[
				'do'         => 'invite',
				'id'         => Door::contact( 'neverInvited' ),
				'helpCenter' => $second,
			]
		);
		$person = $this->person( 'neverInvited', 'ines.duarte' );
		$this->reaches( 'user-in-other-help-center', 'certain', $person, [ 'account-not-found' ] );

		$this->use( fields: [ 'help_center' => $second ] );
		self::assertSame( 'zoho-desk/invitation-not-confirmed, likely', $this->told( $person, [ 'not-confirmed' ] ), 'where that one is meant, only the confirmation is missing' );
	}

	public function testAnInvitationThatTheEditionRefusedIsRemembered(): void {
		$person = $this->person( 'neverInvited', 'ines.duarte' );
		$action = $this->connector()->actions()['send-invitation'];
		$change = $action->preview( $person, $this->connection() );
		self::assertSame( 'zoho-desk/never-invited, certain', $this->told( $person, [ 'account-not-found' ] ) );

		$this->lab->play( [ 'do' => 'fill-license' ] );
		$this->refusal( fn () => $action->apply( $person, $this->connection(), $change ) );
		$this->reaches( 'edition-limit-reached', 'certain', $person, [ 'account-not-found' ] );

		$this->lab->play(
			[
				'do'   => 'fill-license',
				'more' => 1,
			]
		);
		$action->apply( $person, $this->connection(), $change );
		self::assertSame( 'unknown:unsupported', $this->examine( $person )['licence.available'], 'there was room' );
		self::assertSame( Truth::True, $this->verification( 'edition-limit-reached', $person ) );
	}

	public function testAHealthyPersonIsNotAccusedOfAnything(): void {
		self::assertNull( $this->first( $this->person( 'fine', 'maren.holt', Door::ALDER ), [] ) );
		$random = RandomCustomer::greet( $this->lab );
		self::assertNull( $this->first( $random->subject(), [] ), "seed {$random->seed}" );
	}

	/** @return array<string, array{list<array<string, mixed>>, string}> Two faults of one random customer, and the one to be told first. */
	public static function pairs(): array {
		return [
			'deleted, and deactivated'           => [ [ [ 'do' => 'deactivate-user' ], [ 'do' => 'delete-contact' ] ], 'contact-in-recycle-bin' ],
			'gone for good, and deactivated'     => [ [ [ 'do' => 'deactivate-user' ], [ 'do' => 'purge-contact' ] ], 'contact-deleted-for-good' ],
			'deactivated, and no account'        => [ [ [ 'do' => 'unlink-account' ], [ 'do' => 'deactivate-user' ] ], 'user-deactivated' ],
			'removed, and no account'            => [ [ [ 'do' => 'unlink-account' ], [ 'do' => 'delete-user' ] ], 'user-deleted' ],
			'address of the contact changed, deactivated' => [ [ [ 'do' => 'set-email', 'email' => 'other@klein.example' ], [ 'do' => 'deactivate-user' ] ], 'user-deactivated' ],
			'no address, and removed'            => [ [ [ 'do' => 'delete-user' ], [ 'do' => 'set-email' ] ], 'contact-without-email' ],
			'new address of the user, not confirmed' => [ [ [ 'do' => 'change-user-email', 'email' => 'new@klein.example' ] ], 'invitation-not-confirmed' ],
			'Help Center off, and removed'       => [ [ [ 'do' => 'switch-help-center', 'status' => 'DISABLED' ], [ 'do' => 'delete-user' ] ], 'help-center-switched-off' ],
			'no credits, and deleted'            => [ [ [ 'do' => 'delete-contact' ], [ 'do' => 'spend-credits' ] ], 'credits-used-up' ],
			'field gone, and deactivated'        => [ [ [ 'do' => 'remove-field', 'field' => Door::FIELD ], [ 'do' => 'deactivate-user' ] ], 'user-deactivated' ],
		];
	}

	/** @param list<array<string, mixed>> $orders */
	#[DataProvider( 'pairs' )]
	public function testOfTwoFaultsTheOneThatMustBeMendedFirstIsTold( array $orders, string $cause ): void {
		$customer = RandomCustomer::greet( $this->lab );
		foreach ( $orders as $order ) {
			$this->lab->play( 'switch-help-center' === $order['do'] ? $order : $order + [ 'id' => $customer->contactId ] );
		}
		self::assertStringStartsWith( 'zoho-desk/' . $cause . ',', $this->told( $customer->subject(), [ 'cannot-log-in' ] ), "seed {$customer->seed}" );
	}

	public function testARandomCustomerIsFoundByContactByAddressAndByName(): void {
		for ( $draw = 0; $draw < 5; ++$draw ) {
			$customer = RandomCustomer::greet( $this->lab );
			foreach ( [
				$customer->subject(),
				new Subject( 'user:1', email: $customer->email ),
				new Subject( 'user:1', contactId: $customer->contactId ),
				new Subject( 'user:1', loginName: strtoupper( $customer->email ) ),
			] as $subject ) {
				$answers = $this->examine( $subject );
				self::assertSame( [ 'true', 'true', 'true', 'true' ], [ $answers['contact.exists'], $answers['user.exists'], $answers['user.confirmed'], $answers['user.linked'] ], "seed {$customer->seed}" );
			}
		}
	}

	/** @return array<string, array{string, string, string, string}> Cause, action, person, name. */
	public static function mendable(): array {
		return [
			'restored' => [ 'contact-in-recycle-bin', 'restore-contact', 'binned', 'paul.okafor' ],
			'invited'  => [ 'never-invited', 'send-invitation', 'neverInvited', 'ines.duarte' ],
			'again'    => [ 'user-deleted', 'send-invitation', 'deletedUser', 'tom.lindqvist' ],
			'approved' => [ 'user-awaits-approval', 'approve-sign-up', 'signedUp', 'hugo.sand' ],
			'active'   => [ 'user-deactivated', 'activate-user', 'inactive', 'clara.weiss' ],
			'account'  => [ 'contact-without-account', 'set-account', 'noAccount', 'emil.rossi' ],
		];
	}

	#[DataProvider( 'mendable' )]
	public function testTheVerificationOfAStepHoldsOnlyOnceItHelped( string $cause, string $id, string $person, string $name ): void {
		$subject = $this->person( $person, $name, Door::ALDER );
		$action  = $this->connector()->actions()[ $id ];
		$change  = $action->preview( $subject, $this->connection() );
		foreach ( [ true, false ] as $ignores ) {
			$this->use();
			$this->switch( [ 'ignoreWrites' => $ignores ] );
			$action->apply( $subject, $this->connection(), $change );
			self::assertSame( $ignores ? Truth::False : Truth::True, $this->verification( $cause, $subject ) );
		}
	}

	private function addHelpCenter(): string {
		$this->lab->play(
			[
				'do'   => 'add-help-center',
				'name' => 'Second',
			]
		);
		$centers = $this->lab->state()['helpCenters'] ?? [];
		self::assertIsArray( $centers );
		$last = end( $centers );
		return JsonPath::text( $last, 'id' );
	}
}
