<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Dynamics365;

use Causeway\Connector\AccessToken;
use Causeway\Connector\JsonPath;
use Causeway\Connector\ReadMemory;
use Causeway\Support\FrozenClock;
use Causeway\Support\SystemClock;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** How the connection proves itself, and what becomes of that when things change. */
#[CoversNothing]
final class AuthenticationTest extends LabCase {

	public function testATokenServesUntilItEnds(): void {
		$this->examine( Northwind::subject( 'fine' ) );
		$this->examine( Northwind::subject( 'locked' ) );
		self::assertSame( 1, $this->tokenCalls() );

		$clock   = new FrozenClock( time() + 3_700 );
		$answers = $this->examine( Northwind::subject( 'fine' ), connector: $this->connector( $clock ) );
		self::assertSame( [ 'true', 2 ], [ $answers['contact.exists'], $this->tokenCalls() ] );
	}

	public function testATokenThatDiedEarlyIsReplacedOnce(): void {
		foreach ( [ 'json', 'empty' ] as $body ) {
			$this->setUp();
			$this->examine( Northwind::subject( 'fine' ) );
			$this->lab->play( States::switches( unauthorisedBody: $body ), States::order( 'expire-access-tokens' ) );
			$answers = $this->examine( Northwind::subject( 'fine' ) );
			self::assertSame( [ 'true', 'true', 2 ], [ $answers['connection.authorised'], $answers['user.exists'], $this->tokenCalls() ], $body );
		}
	}

	public function testATokenThatIsNeverTakenIsNotAskedForOverAndOver(): void {
		$this->lab->fault(
			[
				'host' => 'api',
				'then' => [
					'status' => 401,
					'body'   => [
						'error' => [
							'code'    => 'InvalidAuthTicket',
							'message' => '',
						],
					],
				],
			]
		);
		$answers = $this->examine( Northwind::subject( 'fine' ) );
		self::assertSame( [ 'false', 'unknown:unauthorised', 2 ], [ $answers['connection.authorised'], $answers['contact.exists'], $this->tokenCalls() ] );
	}

	public function testAnApplicationThatIsNoUserHereGetsNoSecondToken(): void {
		foreach ( [ 401, 403 ] as $status ) {
			$this->setUp();
			$this->lab->fault(
				[
					'host' => 'api',
					'then' => [
						'status' => $status,
						'body'   => [
							'error' => [
								'code'    => '0x80072560',
								'message' => '',
							],
						],
					],
				]
			);
			$answers = $this->examine( Northwind::subject( 'fine' ) );
			self::assertSame( [ 'false', 1 ], [ $answers['connection.authorised'], $this->tokenCalls() ], (string) $status );
		}
	}

	public function testATokenThatAnotherProcessGotMeanwhileIsTaken(): void {
		$this->examine( Northwind::subject( 'fine' ) );
		$good = $this->tokens->get( 'dynamics-365' );
		self::assertNotNull( $good );
		$this->tokens->put( 'dynamics-365', new AccessToken( 'stale', time() - 10 ) );
		$this->tokens->whileWaiting = static fn ( MemoryTokens $tokens ) => $tokens->put( 'dynamics-365', $good );
		$answers                    = $this->examine( Northwind::subject( 'fine' ) );
		self::assertSame( [ 'true', 1 ], [ $answers['contact.exists'], $this->tokenCalls() ] );
	}

	/** @return array<string, array{list<array<string, mixed>>, array<string, string>, string|null, string}> Orders, what differs in the connection, its secret, and what the evidence says. */
	public static function refusals(): array {
		return [
			'secret ran out'      => [ [ States::order( 'expire-secret' ) ], [], null, 'past its date' ],
			'another secret'      => [ [], [], 'another one', 'not the value of a secret' ],
			'no such application' => [ [ States::order( 'delete-application' ) ], [], null, 'no application with this client ID' ],
			'no such tenant'      => [ [], [ 'tenant_id' => 'other.example' ], null, 'no directory with this tenant ID' ],
			'other environment'   => [ [], [ 'environment_url' => 'https://localhost:1/main.aspx' ], null, 'no environment at this address' ],
			'tenant is a path'    => [ [], [ 'tenant_id' => 'x/../../evil' ], null, 'not set up' ],
			'no secret'           => [ [], [], '', 'not set up' ],
		];
	}

	/**
	 * @param list<array<string, mixed>> $orders
	 * @param array<string, string>      $fields
	 */
	#[DataProvider( 'refusals' )]
	public function testEachRefusalSaysWhatToMend( array $orders, array $fields, ?string $secret, string $says ): void {
		$this->lab->play( ...$orders );
		$connection = Northwind::connection( $this->lab, fields: $fields, secret: $secret );
		foreach ( $this->connector()->examine( Northwind::subject( 'fine' ), $connection ) as $finding ) {
			if ( 'connection.authorised' === $finding->key ) {
				self::assertSame( 'false', $finding->truth->value );
				self::assertStringContainsString( $says, $finding->detail );
				return;
			}
		}
		self::fail( 'Nothing is said of it.' );
	}

	public function testAnotherEnvironmentBehindTheSameAddressStopsEverything(): void {
		$this->examine( Northwind::subject( 'fine' ) );
		$this->lab->play( States::order( 'change-organisation', id: '5a1e0109-7c2d-ef11-9f89-6045bdece809' ) );
		$answers = $this->examine( Northwind::subject( 'fine' ) );
		self::assertSame( [ 'unknown:other-organisation', 'unknown:other-organisation' ], [ $answers['connection.authorised'], $answers['contact.exists'] ] );
	}

	public function testWhatIsLeftOfTheWindowIsKeptOnlyWhileItIsLittle(): void {
		$this->examine( Northwind::subject( 'fine' ) );
		self::assertSame( '', $this->kept()->facts['quotaRemaining'] ?? '' );
		$this->lab->play( States::order( 'spend-requests', leave: 500 ) );
		$this->examine( Northwind::subject( 'fine' ) );
		self::assertGreaterThan( 400, (int) ( $this->kept()->facts['quotaRemaining'] ?? '' ) );
		$this->lab->play( States::order( 'refill-requests' ) );
		$this->examine( Northwind::subject( 'fine' ) );
		self::assertSame( '', $this->kept()->facts['quotaRemaining'] ?? '' );
	}

	public function testWhatIsTheSameForEverybodyIsAskedOnceAMinute(): void {
		$saved     = 0;
		$memory    = new ReadMemory(
			new SystemClock(),
			static function () use ( &$saved ): void {
				++$saved;
			}
		);
		$connector = $this->connector( memory: $memory );
		$this->examine( Northwind::subject( 'fine' ), connector: $connector );
		$first = count( $this->lab->calls() );
		$this->examine( Northwind::subject( 'quoted' ), connector: $connector );
		self::assertSame( 4, $saved, 'two privileges, the columns, the site’s settings' );
		self::assertSame( $first - 1 - $saved, count( $this->lab->calls() ) - $first, 'nor a second token' );
	}

	public function testAUsedUpWindowIsSeenAlthoughAllElseIsRemembered(): void {
		$connector = $this->connector( memory: new ReadMemory( new SystemClock(), static function (): void {} ) );
		$this->examine( Northwind::subject( 'fine' ), connector: $connector );
		$this->lab->play( States::order( 'spend-requests' ) );
		$answers = $this->examine( Northwind::subject( 'fine' ), connector: $connector );
		self::assertSame( [ 'false', 'unknown:quota-exhausted' ], [ $answers['quota.available'], $answers['contact.exists'] ] );
	}

	public function testSecretsOfThePersonAreNeverAskedFor(): void {
		foreach ( [ 'fine', 'pending', 'external' ] as $person ) {
			$this->examine( Northwind::subject( $person ) );
		}
		$this->connector()->page( $this->kept(), '' );
		foreach ( $this->lab->calls() as $call ) {
			$columns = JsonPath::text( $call, 'query', '$select' ) . JsonPath::text( $call, 'query', 'fetchXml' );
			self::assertDoesNotMatchRegularExpression( '/passwordhash|newpassword|securitystamp|invitationcode|adx_username/i', $columns );
		}
	}
}
