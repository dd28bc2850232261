<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Salesforce;

use Causeway\Connector\RemoteRefusal;
use Causeway\Support\FrozenClock;
use Causeway\Tests\Unit\Diagnosis\BuiltCatalog;
use PHPUnit\Framework\Attributes\CoversNothing;

/** Refused logins that Salesforce recorded: each once, with its person, and the good ones left out. */
#[CoversNothing]
final class RefusedLoginsTest extends LabCase {

	private string $mark = '';

	/** @return list<RemoteRefusal> Everything after the mark. */
	private function refusals(): array {
		$found = [];
		for ( $part = 1; $part < 50; ++$part ) {
			$page       = $this->connector()->refusals( Doors::site( $this->lab ), $this->mark );
			$this->mark = $page->mark;
			self::assertMatchesRegularExpression( '/^[\x21-\x7E]{1,500}$/', $page->mark );
			$found = [ ...$found, ...$page->refusals ];
			if ( ! $page->hasMore ) {
				return $found;
			}
		}
		self::fail( 'It does not end.' );
	}

	/**
	 * @param list<RemoteRefusal> $refusals
	 * @return list<string>
	 */
	private static function told( array $refusals ): array {
		$told = array_map( static fn ( RemoteRefusal $refusal ): string => $refusal->email . ' ' . $refusal->symptom, $refusals );
		sort( $told );
		return $told;
	}

	/**
	 * @param list<RemoteRefusal> $refusals
	 * @return list<string>
	 */
	private static function ids( array $refusals ): array {
		return array_map( static fn ( RemoteRefusal $refusal ): string => $refusal->id, $refusals );
	}

	/** @return list<string> What the lab's people met in the last half hour. */
	private static function first(): array {
		$told = [
			Cast::Inactive->email() . ' login-user-inactive',
			Cast::Frozen->email() . ' login-user-frozen',
			Cast::Locked->email() . ' login-invalid-password',
			Cast::Locked->email() . ' login-invalid-password',
			Cast::Locked->email() . ' login-password-lockout',
			Cast::WrongPassword->email() . ' login-invalid-password',
			Cast::RestrictedAddress->email() . ' login-restricted-ip',
			Cast::RestrictedTime->email() . ' login-restricted-time',
			Cast::NewDevice->email() . ' login-activation-required',
			Cast::NotMember->email() . ' login-no-site-access',
		];
		sort( $told );
		return $told;
	}

	public function testTheLastHourComesFirstAndThenOnlyWhatIsNew(): void {
		self::assertSame( self::first(), self::told( $this->refusals() ) );
		self::assertSame( [], $this->refusals() );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testALongHistoryComesInPartsEachEntryOnce(): void {
		$this->switch( [ 'pageRows' => 3 ] );
		$refusals = $this->refusals();
		self::assertSame( self::first(), self::told( $refusals ) );
		$times = array_map( static fn ( RemoteRefusal $refusal ): int => $refusal->at, $refusals );
		$sorted = $times;
		sort( $sorted );
		self::assertSame( $sorted, $times, 'oldest first' );
		self::assertCount( count( $refusals ), array_unique( self::ids( $refusals ) ) );
	}

	public function testAPartThatSalesforceForgotIsReadAnewAndNothingIsMissed(): void {
		$this->switch( [ 'pageRows' => 3 ] );
		$page = $this->connector()->refusals( Doors::site( $this->lab ), '' );
		self::assertTrue( $page->hasMore );
		$this->mark = (string) preg_replace( '/\|[^|]+$/', '|01g000000000001-2000', $page->mark );
		self::assertSame( [], array_diff( self::ids( $page->refusals ), self::ids( $this->refusals() ) ) );
	}

	public function testEveryStatusIsASymptomOfTheCatalog(): void {
		foreach ( $this->refusals() as $refusal ) {
			self::assertNotNull( BuiltCatalog::load()->symptom( 'salesforce:' . $refusal->symptom ), $refusal->symptom );
		}
	}

	public function testAStatusThatNobodyKnowsIsARefusalWithoutASymptomAndCaseDoesNotMatter(): void {
		$this->switch( [ 'statusCase' => 'sentence' ] );
		foreach ( [ 'Failed: something nobody has seen', 'User Is Frozen', 'Success' ] as $status ) {
			$this->lab->play(
				[
					'do'     => 'login',
					'id'     => Cast::Fine->userId(),
					'status' => $status,
				]
			);
		}
		$this->mark = (string) ( time() - 60 );
		self::assertSame( [], $this->refusals(), 'what is recorded now may not be complete yet' );
		$page = $this->connector( clock: new FrozenClock( time() + 60 ) )->refusals( Doors::site( $this->lab ), $this->mark );
		self::assertSame( [ Cast::Fine->email() . ' ', Cast::Fine->email() . ' login-user-frozen' ], self::told( $page->refusals ) );
	}

	public function testALoginAtTheVerySecondWhereAPassEndsComesOnce(): void {
		$at         = max( [ 0, ...array_map( static fn ( RemoteRefusal $refusal ): int => $refusal->at, $this->refusals() ) ] );
		$this->mark = (string) ( $at - 1 );
		$site       = Doors::site( $this->lab );
		$first      = $this->connector( clock: new FrozenClock( $at + 5 ) )->refusals( $site, $this->mark );
		self::assertNotSame( [], $first->refusals );
		self::assertSame( [], $this->connector( clock: new FrozenClock( $at + 600 ) )->refusals( $site, $first->mark )->refusals );
	}

	public function testWherePeopleLogInElsewhereNothingIsAsked(): void {
		$page = $this->connector()->refusals( Doors::portal( $this->lab ), '' );
		self::assertSame( [ [], '', false ], [ $page->refusals, $page->mark, $page->hasMore ] );
		self::assertSame( [], $this->lab->calls() );
	}

	public function testWithoutTheRightOnesOwnLoginsAreNotTakenForPeoples(): void {
		$this->lab->play(
			[
				'do'    => 'deny-right',
				'right' => 'ManageUsers',
			]
		);
		self::assertSame( [], $this->refusals() );
	}
}
