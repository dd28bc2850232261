<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoDesk;

use Causeway\Connector\Condition;
use Causeway\Connector\Subject;
use Causeway\Support\Truth;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** Tokens, limits, and what a test of the connection tells. */
#[CoversNothing]
final class ConnectionTest extends LabCase {

	private function fine(): Subject {
		return $this->person( 'fine', 'maren.holt' );
	}

	/** @return array<string, string> Condition → `True`, `False` or `Unknown`, with its reason. */
	private function conditions(): array {
		$told = [];
		foreach ( $this->connector()->test( $this->connection() ) as $condition ) {
			$told[ $condition->type ] = $condition->status->value . ':' . $condition->reason;
		}
		return $told;
	}

	private function condition( string $type ): Condition {
		foreach ( $this->connector()->test( $this->connection() ) as $condition ) {
			if ( $condition->type === $type ) {
				return $condition;
			}
		}
		self::fail( "Nothing is told of {$type}." );
	}

	/** @return list<string> */
	private function tokenCalls(): array {
		return array_values( array_filter( $this->paths(), static fn ( string $path ): bool => str_contains( $path, '/oauth/' ) ) );
	}

	public function testATokenIsAskedForOnceAndUsedByEveryLook(): void {
		for ( $look = 1; $look <= 12; ++$look ) {
			self::assertSame( 'true', $this->examine( $this->fine() )['user.confirmed'] );
		}
		self::assertCount( 1, $this->tokenCalls() );
	}

	/** @return array<string, array{string}> */
	public static function deadTokens(): array {
		return [
			'by one word'     => [ 'INVALID_OAUTH' ],
			'by another word' => [ 'UNAUTHORIZED' ],
		];
	}

	#[DataProvider( 'deadTokens' )]
	public function testATokenThatDiedEarlyIsReplacedOnce( string $word ): void {
		$this->examine( $this->fine() );
		$this->switch( [ 'expiredToken' => $word ] );
		$this->lab->play( [ 'do' => 'expire-access-tokens' ] );
		self::assertSame( 'true', $this->examine( $this->fine() )['contact.exists'] );
		self::assertCount( 2, $this->tokenCalls() );
	}

	public function testARevokedConsentIsNotAskedForAgainAndAgain(): void {
		$this->lab->play( [ 'do' => 'revoke-refresh-token' ] );
		$answers = $this->examine( $this->fine() );
		self::assertSame( [ 'false', 'unknown:unauthorised' ], [ $answers['connection.authorised'], $answers['user.exists'] ] );
		self::assertCount( 1, $this->tokenCalls() );
	}

	public function testTooManyTokensInTenMinutesIsNoRefusalOfTheConsent(): void {
		for ( $token = 1; $token <= 11; ++$token ) {
			$this->tokens->forget( 'zoho-desk' );
			$answers = $this->examine( $this->fine() );
		}
		self::assertSame( 'unknown:rate-limited', $answers['connection.authorised'] );
	}

	public function testWithoutAnOrganisationOrAClientNothingIsAsked(): void {
		foreach ( [ 'org_id', 'client_id' ] as $field ) {
			$this->use( fields: [ $field => '' ] );
			$this->tokens->forget( 'zoho-desk' );
			$before  = count( $this->lab->calls() );
			$answers = $this->examine( $this->fine() );
			self::assertSame( [ 'unknown:not-set-up', 'false' ], [ $answers['connection.reachable'], $answers['connection.authorised'] ], $field );
			self::assertCount( $before, $this->lab->calls() );
		}
	}

	public function testAnAddressEnteredWithItsPathIsTheSame(): void {
		foreach ( [ '/api/v1', '/api/v1/', '/' ] as $ending ) {
			$this->use( fields: [ 'api_base' => $this->lab->text( 'base' ) . $ending ] );
			self::assertSame( 'true', $this->examine( $this->fine() )['contact.exists'], $ending );
		}
	}

	public function testHealthyCallsAreFewAndNoneIsAWrite(): void {
		$this->examine( $this->fine() );
		self::assertCount( 6, array_filter( $this->paths(), static fn ( string $path ): bool => ! str_contains( $path, '/oauth/' ) ), 'organisation, Help Centers, contact, its places, its user, fields' );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testABusyMomentIsToldFromUsedUpCreditsByASecondTry(): void {
		$busy = [
			'status' => 429,
			'body'   => [ 'errorCode' => 'TOO_MANY_REQUESTS' ],
		];
		$this->lab->fault(
			[
				'host'  => 'api',
				'times' => 1,
				'then'  => $busy,
			]
		);
		$answers = $this->examine( $this->fine() );
		self::assertSame( [ 'true', 'true' ], [ $answers['quota.available'], $answers['user.exists'] ] );

		$this->lab->fault(
			[
				'path'  => '/helpCenters',
				'times' => 1,
				'then'  => $busy,
			]
		);
		$answers = $this->examine( $this->fine() );
		self::assertSame( [ 'true', 'true', 'true' ], [ $answers['quota.available'], $answers['help-center.open'], $answers['user.exists'] ], 'the thread is taken up again' );
	}

	public function testUsedUpCreditsAreToldEvenWithoutAFigure(): void {
		$this->lab->play( [ 'do' => 'spend-credits' ] );
		$this->switch( [ 'quotaHeaders' => 'absent' ] );
		$answers = $this->examine( $this->fine() );
		self::assertSame( [ 'false', 'unknown:quota-exhausted' ], [ $answers['quota.available'], $answers['contact.exists'] ] );
	}

	public function testAWordThatNobodyExplainsIsNotTakenForUsedUpCredits(): void {
		$this->lab->play( [ 'do' => 'spend-credits' ] );
		$this->switch(
			[
				'quotaHeaders'  => 'absent',
				'throttleWords' => 'swapped',
			]
		);
		self::assertSame( 'unknown:rate-limited', $this->examine( $this->fine() )['quota.available'] );
	}

	public function testWhatIsLeftIsLearntForTheBudget(): void {
		$this->lab->play(
			[
				'do'    => 'spend-credits',
				'leave' => 500,
			]
		);
		$this->examine( $this->fine() );
		$facts = $this->connection()->facts;
		self::assertLessThan( 500, (int) ( $facts['quotaRemaining'] ?? '500' ) );
		self::assertGreaterThanOrEqual( (int) ( $facts['quotaRemaining'] ?? '' ), (int) ( $facts['quotaLimit'] ?? '' ) );
		self::assertEqualsWithDelta( time(), (int) ( $facts['quotaSeenAt'] ?? '' ), 5 );
	}

	public function testATestTellsWhatMayBeSeen(): void {
		self::assertSame( array_fill_keys( [ 'reachable', 'authorised', 'scopes', 'organisation-matches', 'quota', 'contacts', 'recycle-bin', 'users', 'fields' ], 'true:ok' ), $this->conditions() );

		foreach ( [
			'contacts'    => [ 'contacts', 'Desk.contacts.READ' ],
			'recycle-bin' => [ 'settings', 'Desk.settings.READ' ],
			'users'       => [ 'users', 'Desk.settings.READ' ],
			'fields'      => [ 'fields', 'Desk.fields.READ' ],
		] as $type => [ $right, $scope ] ) {
			$this->lab->reset();
			$this->tokens->forget( 'zoho-desk' );
			$this->lab->play(
				[
					'do'    => 'deny-right',
					'right' => $right,
				]
			);
			$condition = $this->condition( $type );
			self::assertSame( [ Truth::False, 'forbidden' ], [ $condition->status, $condition->reason ], $type );
			self::assertStringContainsString( $scope, $condition->message );
		}
	}

	public function testATestNamesTheOrganisationThatTheConsentIsGoodFor(): void {
		$this->lab->play( [ 'do' => 'move-organisation' ] );
		$condition = $this->condition( 'organisation-matches' );
		self::assertSame( Truth::False, $condition->status );
		self::assertStringContainsString( '60019930477', $condition->message );
		self::assertSame( 'unknown:other-organisation', $this->conditions()['contacts'] );
	}

	public function testNoSecretAndNoTokenComesOutAnywhere(): void {
		$told = (string) json_encode( array_map( static fn ( $finding ): array => $finding->toArray(), $this->look( $this->fine() ) ) ) . (string) json_encode( $this->connection()->facts );
		foreach ( [ $this->lab->text( 'credentials', 'clientSecret' ), $this->lab->text( 'credentials', 'refreshToken' ), $this->tokens->get( 'zoho-desk' )->value ?? '' ] as $secret ) {
			self::assertGreaterThan( 8, strlen( $secret ) );
			self::assertStringNotContainsString( $secret, $told );
		}
	}
}
