<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\HubSpot;

use Causeway\Connector\AccessToken;
use Causeway\Connector\Connection;
use Causeway\Connector\JsonPath;
use Causeway\Support\Truth;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** How a connection proves itself, and what becomes of that when things change. */
#[CoversNothing]
final class AuthenticationTest extends LabCase {

	private function publicApp(): Connection {
		return Northwind::publicApp( $this->lab );
	}

	private function tokenCalls(): int {
		return count( array_filter( $this->paths(), static fn ( string $path ): bool => 'POST /oauth/v1/token' === $path ) );
	}

	public function testAPrivateAppsTokenIsUsedAsItIsAndKeptNowhere(): void {
		self::assertSame( 'true', $this->examine( Northwind::subject( 'fine' ) )['contact.exists'] );
		self::assertSame( [ 0, 0, null ], [ $this->tokenCalls(), $this->tokens->locks, $this->tokens->get( 'hubspot' ) ] );
	}

	public function testAPrivateAppGoesBeforeAPublicOne(): void {
		$both = Northwind::publicApp( $this->lab, secrets: [ 'access_token' => $this->lab->text( 'credentials', 'accessToken' ) ] );
		self::assertSame( 'true', $this->examine( Northwind::subject( 'fine' ), $both )['contact.exists'] );
		self::assertSame( 0, $this->tokenCalls() );
	}

	public function testAPublicAppsTokenServesManyLooksAndIsReplacedOnceItDied(): void {
		foreach ( [ 'EXPIRED_AUTHENTICATION', 'INVALID_AUTHENTICATION' ] as $turn => $word ) {
			$this->lab->play( Order::switches( expiredToken: $word ) );
			for ( $look = 1; $look <= 3; ++$look ) {
				self::assertSame( 'true', $this->examine( Northwind::subject( 'fine' ), $this->publicApp() )['contact.exists'], $word );
			}
			self::assertSame( $turn + 1, $this->tokenCalls(), $word );
			$this->lab->play( Order::of( 'expire-access-tokens' ) );
		}
		self::assertSame( 2, $this->tokens->locks );
	}

	public function testAnotherProcessThatWasQuickerGivesItsToken(): void {
		$this->examine( Northwind::subject( 'fine' ), $this->publicApp() );
		$fresh = $this->tokens->get( 'hubspot' );
		self::assertNotNull( $fresh );

		$this->tokens               = new MemoryTokens();
		$this->tokens->whileWaiting = static fn ( MemoryTokens $tokens ) => $tokens->put( 'hubspot', $fresh );
		self::assertSame( 'true', $this->examine( Northwind::subject( 'fine' ), $this->publicApp() )['contact.exists'] );
		self::assertSame( 1, $this->tokenCalls(), 'one process asks, the other one takes what it got' );
	}

	public function testARotatingRefreshTokenIsKeptAndUsedNext(): void {
		$this->lab->play( Order::switches( refreshToken: 'rotating' ) );
		for ( $turn = 1; $turn <= 3; ++$turn ) {
			self::assertSame( 'true', $this->examine( Northwind::subject( 'fine' ), $this->publicApp() )['contact.exists'], "turn {$turn}" );
			$this->lab->play( Order::of( 'expire-access-tokens' ) );
		}
		self::assertNotSame( $this->lab->text( 'credentials', 'refreshToken' ), $this->tokens->get( 'hubspot' )?->renewal );
		$this->lab->play( Order::of( 'revoke-refresh-tokens' ) );
		self::assertSame( 'false', $this->examine( Northwind::subject( 'fine' ), $this->publicApp() )['connection.authorised'] );
	}

	public function testARenewalThatDiedGivesWayToTheRefreshTokenOfTheSettings(): void {
		$this->tokens->put( 'hubspot', new AccessToken( 'dead', 1, '', [], 'a-renewal-that-died' ) );
		self::assertSame( 'true', $this->examine( Northwind::subject( 'fine' ), $this->publicApp() )['contact.exists'] );
		self::assertSame( 2, $this->tokenCalls() );
	}

	public function testARequestForATokenIsNeverRepeatedByItself(): void {
		$this->lab->fault(
			[
				'path' => '/oauth/',
				'then' => [
					'status' => 502,
					'body'   => 'bad gateway',
				],
			]
		);
		self::assertSame( 'false', $this->examine( Northwind::subject( 'fine' ), $this->publicApp() )['connection.reachable'] );
		self::assertSame( 1, $this->tokenCalls() );
	}

	/** @return array<string, array{array<string, string>, array<string, string>, list<string>}> Fields and secrets that differ, and what is then known of reaching and of being let in. */
	public static function wrongCredentials(): array {
		return [
			'another client ID'     => [ [ 'client_id' => 'other' ], [], [ 'true', 'false' ] ],
			'another client secret' => [ [], [ 'client_secret' => 'other' ], [ 'true', 'false' ] ],
			'another refresh token' => [ [], [ 'refresh_token' => 'other' ], [ 'true', 'false' ] ],
			'another access token'  => [ [], [ 'access_token' => 'pat-eu1-other' ], [ 'true', 'false' ] ],
			'no client ID'          => [ [ 'client_id' => '' ], [], [ 'unknown:not-set-up', 'false' ] ],
			'no client secret'      => [ [], [ 'client_secret' => '' ], [ 'unknown:not-set-up', 'false' ] ],
			'no refresh token'      => [ [], [ 'refresh_token' => ' ' ], [ 'unknown:not-set-up', 'false' ] ],
		];
	}

	/**
	 * @param array<string, string> $fields
	 * @param array<string, string> $secrets
	 * @param list<string>          $expected
	 */
	#[DataProvider( 'wrongCredentials' )]
	public function testWrongCredentialsAreNotTakenForAnOutage( array $fields, array $secrets, array $expected ): void {
		$answers = $this->examine( Northwind::subject( 'fine' ), Northwind::publicApp( $this->lab, fields: $fields, secrets: $secrets ) );
		self::assertSame( $expected, [ $answers['connection.reachable'], $answers['connection.authorised'] ] );
		self::assertStringStartsWith( 'unknown:', $answers['contact.exists'] );
	}

	public function testATestOfTheConnectionSaysWhatTheAppMayNotSee(): void {
		$this->lab->play( Order::of( 'drop-scope', scope: 'crm.objects.companies.read' ) );
		$conditions = array_column( $this->connector()->test( $this->door() ), null, 'type' );
		self::assertSame( [ Truth::True, Truth::False, Truth::True, Truth::False ], array_map( static fn ( string $type ): Truth => $conditions[ $type ]->status, [ 'contacts', 'accounts', 'deleted-contacts', 'scopes' ] ) );
		self::assertStringContainsString( 'crm.objects.companies.read', $conditions['accounts']->message );
	}

	public function testNoSecretIsInAnyAddress(): void {
		$this->examine( Northwind::subject( 'fine' ), $this->publicApp() );
		$this->connector()->test( $this->publicApp() );
		foreach ( $this->lab->calls() as $call ) {
			foreach ( [ 'accessToken', 'clientSecret', 'refreshToken' ] as $secret ) {
				self::assertStringNotContainsString( $this->lab->text( 'credentials', $secret ), JsonPath::text( $call, 'path' ) . JsonPath::text( $call, 'query' ) );
			}
		}
	}
}
