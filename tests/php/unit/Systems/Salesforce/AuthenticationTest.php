<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Salesforce;

use Causeway\Connector\AccessToken;
use Causeway\Connector\Connection;
use Causeway\Connector\ReadMemory;
use Causeway\Support\SystemClock;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\RecordingPause;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** How a connection proves itself, by every way there is, and what becomes of that when things change. */
#[CoversNothing]
final class AuthenticationTest extends LabCase {

	/** @return list<Connection> */
	private function everyWay(): array {
		return [ Doors::portal( $this->lab ), Doors::assertion( $this->lab ), Doors::refresh( $this->lab ) ];
	}

	public function testEveryWayInLeadsToTheSameAnswers(): void {
		foreach ( $this->everyWay() as $connection ) {
			$this->tokens->forget( 'salesforce' );
			$answers = $this->examine( Cast::Fine->known(), $connection );
			self::assertSame( [ 'true', 'true', 'true' ], [ $answers['connection.authorised'], $answers['connection.scopes'], $answers['contact.exists'] ], $connection->fields['flow'] );
		}
	}

	public function testASessionServesManyLooksAndIsReplacedOnceItDied(): void {
		foreach ( $this->everyWay() as $connection ) {
			$this->lab->reset();
			$this->tokens = new MemoryTokens();
			for ( $look = 1; $look <= 4; ++$look ) {
				self::assertSame( 'true', $this->examine( Cast::Fine->known(), $connection )['contact.exists'] );
			}
			self::assertCount( 1, $this->tokenCalls(), $connection->fields['flow'] );
			$this->lab->play( [ 'do' => 'expire-access-tokens' ] );
			self::assertSame( 'true', $this->examine( Cast::Fine->known(), $connection )['contact.exists'] );
			self::assertCount( 2, $this->tokenCalls(), $connection->fields['flow'] );
			self::assertSame( 2, $this->tokens->locks );
		}
	}

	public function testARefreshTokenThatIsReplacedWithEachUseIsKeptAndUsedNext(): void {
		$this->lab->play(
			[
				'do'      => 'set-app',
				'rotates' => true,
			]
		);
		$seen = [];
		for ( $turn = 1; $turn <= 3; ++$turn ) {
			self::assertSame( 'true', $this->examine( Cast::Fine->known(), Doors::refresh( $this->lab ) )['contact.exists'], "turn {$turn}" );
			$seen[] = $this->tokens->get( 'salesforce' )?->renewal;
			$this->lab->play( [ 'do' => 'expire-access-tokens' ] );
		}
		self::assertCount( 3, array_unique( $seen ) );
		self::assertNotContains( $this->lab->text( 'credentials', 'refreshToken' ), $seen );

		$this->lab->play( [ 'do' => 'revoke-refresh-token' ] );
		self::assertSame( 'false', $this->examine( Cast::Fine->known(), Doors::refresh( $this->lab ) )['connection.authorised'] );
	}

	public function testALostAnswerOfARotationIsNotTriedTwice(): void {
		$this->lab->play(
			[
				'do'      => 'set-app',
				'rotates' => true,
			]
		);
		$this->lab->fault(
			[
				'path'      => '/services/oauth2/token',
				'times'     => 1,
				'then'      => 'reset',
				'performed' => true,
			]
		);
		self::assertSame( 'false', $this->examine( Cast::Fine->known(), Doors::refresh( $this->lab ) )['connection.reachable'] );
		self::assertCount( 1, $this->tokenCalls() );
	}

	public function testAPrivateKeyIsTakenInEveryFormInWhichItIsPasted(): void {
		$pem = $this->lab->text( 'credentials', 'privateKey' );
		foreach ( [
			'as the file'         => $pem,
			'in one line'         => str_replace( "\n", ' ', $pem ),
			'with other ends'     => str_replace( "\n", "\r\n", $pem ),
			'with written breaks' => str_replace( "\n", '\\n', $pem ),
			'with blanks around'  => "  \n" . $pem . "\n ",
		] as $form => $key ) {
			$this->tokens->forget( 'salesforce' );
			self::assertSame( 'true', $this->examine( Cast::Fine->known(), Doors::assertion( $this->lab, $key ) )['connection.authorised'], $form );
		}
	}

	/** @return array<string, array{array<string, string>, array<string, string>, list<string>}> Fields and secrets that differ; what is then known of reaching and of being let in. */
	public static function wrongCredentials(): array {
		$jwt     = [ 'flow' => 'jwt_bearer' ];
		$refresh = [ 'flow' => 'refresh_token' ];
		return [
			'no address'               => [ [ 'my_domain' => '' ], [], [ 'unknown:not-set-up', 'false' ] ],
			'an address that is none'  => [ [ 'my_domain' => 'northwind' ], [], [ 'unknown:not-set-up', 'false' ] ],
			'no consumer key'          => [ [ 'client_id' => '' ], [], [ 'unknown:not-set-up', 'false' ] ],
			'no secret'                => [ [], [ 'client_secret' => '' ], [ 'unknown:not-set-up', 'false' ] ],
			'no user name'             => [ $jwt, [ 'private_key' => 'x' ], [ 'unknown:not-set-up', 'false' ] ],
			'no key'                   => [ $jwt + [ 'username' => 'a@b.example' ], [], [ 'unknown:not-set-up', 'false' ] ],
			'a key that is none'       => [ $jwt + [ 'username' => 'a@b.example' ], [ 'private_key' => 'my key' ], [ 'unknown:not-set-up', 'false' ] ],
			'no refresh token'         => [ $refresh, [], [ 'unknown:not-set-up', 'false' ] ],
			'another secret'           => [ [], [ 'client_secret' => 'wrong' ], [ 'true', 'false' ] ],
			'another consumer key'     => [ [ 'client_id' => 'wrong' ], [], [ 'true', 'false' ] ],
			'an unknown refresh token' => [ $refresh, [ 'refresh_token' => 'wrong' ], [ 'true', 'false' ] ],
		];
	}

	/**
	 * @param array<string, string> $fields
	 * @param array<string, string> $secrets
	 * @param list<string>          $expected
	 */
	#[DataProvider( 'wrongCredentials' )]
	public function testWrongCredentialsAreNotTakenForAnOutage( array $fields, array $secrets, array $expected ): void {
		$answers = $this->examine( Cast::Fine->known(), Doors::portal( $this->lab, false, $fields, $secrets ) );
		self::assertSame( $expected, [ $answers['connection.reachable'], $answers['connection.authorised'] ] );
		self::assertStringStartsWith( 'unknown:', $answers['contact.exists'] );
	}

	public function testAUserWhoWasNotApprovedIsRefused(): void {
		self::assertSame( 'false', $this->examine( Cast::Fine->known(), Doors::assertion( $this->lab, username: 'admin@northwind.example' ) )['connection.authorised'] );
	}

	public function testASessionWithoutTheApiDoesNotRenewForEver(): void {
		$this->lab->play(
			[
				'do'    => 'drop-scope',
				'scope' => 'api',
			]
		);
		self::assertSame( 'false', $this->examine( Cast::Fine->known(), Doors::portal( $this->lab ) )['connection.scopes'] );
		self::assertCount( 1, $this->tokenCalls() );
	}

	public function testScopesThatAreNotNamedAreTakenFromTheAnswers(): void {
		$this->switch( [ 'tokenScope' => 'silent' ] );
		self::assertSame( 'true', $this->examine( Cast::Fine->known(), Doors::portal( $this->lab ) )['connection.scopes'] );
	}

	public function testTheTokenGoesToNoAddressThatIsNotSalesforces(): void {
		foreach ( [ 'https://salesforce.com.evil.example', 'https://evilsalesforce.com', 'http://x.my.salesforce.com', 'https://x.my.salesforce.com@evil.example' ] as $instance ) {
			$this->lab->reset();
			$this->lab->fault(
				[
					'path' => '/services/oauth2/token',
					'then' => [
						'status' => 200,
						'body'   => [
							'access_token' => '00D000000000001!abcdefgh',
							'instance_url' => $instance,
						],
					],
				]
			);
			$answers = $this->examine( Cast::Fine->known(), Doors::portal( $this->lab ) );
			self::assertSame( 'unknown:malformed', $answers['connection.authorised'], $instance );
			self::assertNull( $this->tokens->get( 'salesforce' ) );
			self::assertCount( 1, $this->lab->calls() );
		}
	}

	public function testAnotherOrganisationThanTheOneOfTheConnectionIsNotAsked(): void {
		$connections = new MemoryConnections( Doors::portal( $this->lab ) );
		$connector   = $this->connector( $connections );
		$stored      = static fn (): Connection => $connections->get( 'salesforce' ) ?? throw new \LogicException( 'It is there.' );
		$this->examine( Cast::Fine->known(), $stored(), $connector );
		self::assertSame( 'Northwind Partners', $stored()->facts['organisation'] );

		$connections->rememberFacts( 'salesforce', [ 'organisationId' => '00D000000000001AAA' ] );
		$answers = $this->examine( Cast::Fine->known(), $stored(), $connector );
		self::assertSame( [ 'unknown:other-organisation', 'unknown:other-organisation' ], [ $answers['connection.authorised'], $answers['contact.exists'] ] );
	}

	public function testWhatIsLeftOfTheAllowanceIsLearntFromEveryAnswer(): void {
		$connections = new MemoryConnections( Doors::portal( $this->lab ) );
		$connector   = $this->connector( $connections );
		$this->examine( Cast::Fine->known(), Doors::portal( $this->lab ), $connector );
		$facts = $connections->get( 'salesforce' )->facts ?? [];
		self::assertSame( '103000', $facts['quotaLimit'] );
		self::assertSame( $this->lab->state()['callsLeft'] ?? null, (int) $facts['quotaRemaining'] );
		self::assertEqualsWithDelta( time(), (int) $facts['quotaSeenAt'], 5 );
	}

	public function testAHealthyPersonCostsFewCallsAndTheNextOneFewer(): void {
		$memory    = new ReadMemory( new SystemClock(), static function (): void {} );
		$connector = $this->connector( memory: $memory );
		$queries   = fn (): int => count( $this->paths() ) - count( $this->tokenCalls() );
		$this->examine( Cast::Fine->known(), Doors::portal( $this->lab, false, [ 'portal_field' => '' ] ), $connector );
		self::assertSame( 2, $queries(), 'the organisation and the contact' );
		$this->examine( Cast::NoAccount->known(), Doors::portal( $this->lab, false, [ 'portal_field' => '' ] ), $connector );
		self::assertSame( 3, $queries(), 'the contact alone' );
		$this->examine( Cast::Fine->known(), Doors::site( $this->lab ), $connector );
		self::assertSame( 7, $queries(), 'user, contact, state and history' );
	}

	public function testABusyMomentIsToldFromAUsedUpAllowance(): void {
		$this->switch(
			[
				'limitMessage'           => 'bare',
				'limitHeaderWhenRefused' => false,
			]
		);
		$busy = [
			'path'  => '/query',
			'times' => 1,
			'then'  => [
				'status' => 403,
				'body'   => [
					[
						'errorCode' => 'REQUEST_LIMIT_EXCEEDED',
						'message'   => 'Request limit exceeded.',
					],
				],
			],
		];
		foreach ( [ true, false ] as $seesLimits ) {
			$this->lab->play(
				[
					'do'    => $seesLimits ? 'grant-right' : 'deny-right',
					'right' => 'ViewSetup',
				]
			);
			$this->lab->fault( $busy );
			$answers = $this->examine( Cast::Fine->known(), Doors::portal( $this->lab ), $this->connector( pause: new RecordingPause() ) );
			self::assertSame( [ 'true', 'true' ], [ $answers['quota.available'], $answers['contact.exists'] ] );
		}
		$this->lab->play( [ 'do' => 'spend-calls' ] );
		$answers = $this->examine( Cast::Fine->known(), Doors::portal( $this->lab ), $this->connector( pause: new RecordingPause() ) );
		self::assertSame( [ 'false', 'unknown:quota-exhausted' ], [ $answers['quota.available'], $answers['contact.exists'] ] );
	}

	public function testAnAccessTokenInTheFormOfAJsonWebTokenReadsLikeAnyOther(): void {
		$this->lab->play(
			[
				'do'        => 'set-app',
				'issuesJwt' => true,
			]
		);
		self::assertSame( 'true', $this->examine( Cast::Fine->known(), Doors::portal( $this->lab ) )['contact.exists'] );
		self::assertStringStartsWith( 'eyJ', $this->tokens->get( 'salesforce' )->value ?? '' );
	}

	public function testADeadTokenInTheCacheIsReplaced(): void {
		$this->tokens->put( 'salesforce', new AccessToken( '00D000000000001!dead-and-gone', time() + 3_600, $this->lab->text( 'base' ) ) );
		self::assertSame( 'true', $this->examine( Cast::Fine->known(), Doors::portal( $this->lab ) )['contact.exists'] );
		self::assertCount( 1, $this->tokenCalls() );
	}

	public function testATestOfTheConnectionTellsWhatItsUserMayNotSee(): void {
		$this->lab->play(
			[
				'do'    => 'deny-right',
				'right' => 'ManageUsers',
			],
			[
				'do'    => 'hide-field',
				'field' => 'Contact.Email',
			]
		);
		$told = [];
		foreach ( $this->connector()->test( Doors::site( $this->lab ) ) as $condition ) {
			$told[ $condition->type ] = $condition->status->value;
		}
		self::assertSame( [ 'true', 'true', 'false', 'true' ], [ $told['authorised'], $told['quota'], $told['login-state'], $told['users'] ] );
		self::assertNotSame( 'true', $told['contacts'] );
	}

	public function testATestOfTheConnectionTellsThatLicencesRunOut(): void {
		$left = function (): array {
			foreach ( $this->connector()->test( Doors::site( $this->lab ) ) as $condition ) {
				if ( 'licences-left' === $condition->type ) {
					return [ $condition->status->value, $condition->reason, substr_count( $condition->message, ' in use' ) ];
				}
			}
			return [];
		};
		self::assertSame( [ 'true', 'ok', 0 ], $left() );
		foreach ( [ 3 => 'true', 2 => 'false', 0 => 'false' ] as $free => $status ) {
			$this->lab->play(
				[
					'do'    => 'take-licences',
					'leave' => $free,
				]
			);
			self::assertSame( [ $status, 'true' === $status ? 'ok' : 'running-out', 'true' === $status ? 0 : 1 ], $left(), "{$free} of 50 are free" );
		}
		self::assertArrayNotHasKey( 'licences-left', array_column( array_map( static fn ( $condition ): array => $condition->toArray(), $this->connector()->test( Doors::portal( $this->lab ) ) ), 'status', 'type' ), 'where people log in elsewhere, they need none' );
	}
}
