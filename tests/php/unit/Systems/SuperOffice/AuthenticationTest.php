<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\SuperOffice;

use Causeway\Connector\Connection;
use Causeway\Connector\JsonPath;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** How a connection proves itself, by every way there is, and what becomes of that when things change. */
#[CoversNothing]
final class AuthenticationTest extends LabCase {

	/** @return array<string, string> Without a system user: the consent of a person. */
	private static function withoutSystemUser( string $refreshToken ): array {
		return [
			'system_token'  => '',
			'private_key'   => '',
			'refresh_token' => $refreshToken,
		];
	}

	private function byRefreshToken(): Connection {
		return Doors::online( $this->lab, secrets: self::withoutSystemUser( $this->lab->text( 'credentials', 'refreshToken' ) ) );
	}

	/** @return list<string> Calls that asked for a ticket or a token. */
	private function tokenCalls(): array {
		return array_values( array_filter( $this->paths(), static fn ( string $path ): bool => str_contains( $path, 'Authenticate' ) || str_contains( $path, '/oauth/' ) ) );
	}

	/** The lab's key as .NET writes it. */
	private function xmlKey(): string {
		$key = openssl_pkey_get_private( $this->lab->text( 'credentials', 'privateKey' ) );
		self::assertNotFalse( $key );
		$details = openssl_pkey_get_details( $key );
		self::assertIsArray( $details );
		$parts = '';
		foreach ( [
			'Modulus'  => 'n',
			'Exponent' => 'e',
			'P'        => 'p',
			'Q'        => 'q',
			'DP'       => 'dmp1',
			'DQ'       => 'dmq1',
			'InverseQ' => 'iqmp',
			'D'        => 'd',
		] as $tag => $name ) {
			$rsa    = is_array( $details['rsa'] ?? null ) ? $details['rsa'] : [];
			$number = $rsa[ $name ] ?? '';
			$parts .= "<{$tag}>" . base64_encode( is_string( $number ) ? $number : '' ) . "</{$tag}>";
		}
		return "<RSAKeyValue>{$parts}</RSAKeyValue>";
	}

	public function testAPrivateKeyIsTakenInEveryFormInWhichItIsPasted(): void {
		$pem = $this->lab->text( 'credentials', 'privateKey' );
		foreach ( [
			'as the file'       => $pem,
			'in one line'       => str_replace( "\n", ' ', $pem ),
			'with other ends'   => str_replace( "\n", "\r\n", $pem ),
			'XML'               => $this->xmlKey(),
			'XML, in many rows' => str_replace( '><', ">\n  <", $this->xmlKey() ),
		] as $form => $key ) {
			$this->tokens->forget( 'superoffice' );
			$answers = $this->examine( $this->fine(), Doors::online( $this->lab, secrets: [ 'private_key' => $key ] ) );
			self::assertSame( [ 'true', 'true' ], [ $answers['connection.authorised'], $answers['user.exists'] ], $form );
		}
	}

	/** @return array<string, array{array<string, string>, list<string>}> Secrets that differ, and what is then known of reaching and of being let in. */
	public static function wrongCredentials(): array {
		return [
			'no key at all'            => [ self::withoutSystemUser( '' ), [ 'unknown:not-set-up', 'false' ] ],
			'a key that is none'       => [ [ 'private_key' => 'my key' ], [ 'unknown:not-set-up', 'false' ] ],
			'a broken XML key'         => [ [ 'private_key' => '<RSAKeyValue><Modulus>AAAA</Modulus></RSAKeyValue>' ], [ 'unknown:not-set-up', 'false' ] ],
			'another system token'     => [ [ 'system_token' => 'Other-token' ], [ 'true', 'false' ] ],
			'another client secret'    => [ [ 'client_secret' => 'wrong-secret' ], [ 'true', 'false' ] ],
			'no client secret'         => [ [ 'client_secret' => '' ], [ 'unknown:not-set-up', 'false' ] ],
			'an unknown refresh token' => [ self::withoutSystemUser( 'wrong-token' ), [ 'true', 'false' ] ],
		];
	}

	/**
	 * @param array<string, string> $secrets
	 * @param list<string>          $expected
	 */
	#[DataProvider( 'wrongCredentials' )]
	public function testWrongCredentialsAreNotTakenForAnOutage( array $secrets, array $expected ): void {
		$answers = $this->examine( $this->fine(), Doors::online( $this->lab, secrets: $secrets ) );
		self::assertSame( $expected, [ $answers['connection.reachable'], $answers['connection.authorised'] ] );
		self::assertStringStartsWith( 'unknown:', $answers['user.exists'] );
	}

	/** @return array<string, array{array<string, mixed>, string}> */
	public static function lostConsents(): array {
		return [
			'taken back'   => [
				[
					'do'       => 'set-approval',
					'approval' => 'Revoked',
				],
				'took the application’s access back',
			],
			'to be renewed' => [
				[
					'do'       => 'set-approval',
					'approval' => 'NeedsReapproval',
				],
				'approve the application once more',
			],
			'a clock that is off' => [
				[
					'do'      => 'advance-clock',
					'seconds' => 7_200,
				],
				'clock of this server is off',
			],
		];
	}

	/** @param array<string, mixed> $order */
	#[DataProvider( 'lostConsents' )]
	public function testWhyAConsentDoesNotCountIsSaidInWords( array $order, string $sentence ): void {
		$this->lab->play( $order );
		foreach ( $this->connector()->examine( $this->fine(), Doors::online( $this->lab ) ) as $finding ) {
			if ( 'connection.authorised' === $finding->key ) {
				self::assertStringContainsString( $sentence, $finding->detail );
				return;
			}
		}
		self::fail( 'Nothing was said about the connection.' );
	}

	public function testATicketServesManyLooksAndIsReplacedOnceItDied(): void {
		$connection = Doors::online( $this->lab );
		for ( $look = 1; $look <= 4; ++$look ) {
			self::assertSame( 'true', $this->examine( $this->fine(), $connection )['user.exists'] );
		}
		self::assertCount( 1, $this->tokenCalls(), 'each ticket leaves a row in the customer’s database' );
		$this->lab->play( [ 'do' => 'expire-tickets' ] );
		self::assertSame( 'true', $this->examine( $this->fine(), $connection )['user.exists'] );
		self::assertCount( 2, $this->tokenCalls() );
		self::assertSame( 2, $this->tokens->locks );
	}

	public function testAMovedTenantIsFollowedAndTheMoveIsTold(): void {
		$connections = new MemoryConnections( Doors::online( $this->lab ) );
		$connector   = $this->connector( $connections );
		$stored      = static fn (): Connection => $connections->get( 'superoffice' ) ?? throw new \LogicException( 'It is there.' );
		self::assertSame( 'false', $this->examine( $this->fine(), $stored(), $connector )['installation.moved'] );
		$before = $stored()->facts['webAddress'];

		$this->lab->play( [ 'do' => 'move-tenant' ] );
		$answers = $this->examine( $this->fine(), $stored(), $connector );
		self::assertSame( [ 'true', 'true', 'true' ], [ $answers['installation.moved'], $answers['connection.authorised'], $answers['user.exists'] ] );
		self::assertSame( $before, $stored()->facts['formerAddress'] );
		self::assertSame( $this->lab->text( 'otherBase' ), $stored()->facts['webAddress'] . '/api' );
		self::assertSame( $stored()->facts['webAddress'], $connector->link( 'users', $this->fine(), $stored() ) );

		$this->lab->play( [ 'do' => 'move-tenant' ] );
		self::assertSame( 'true', $this->examine( $this->fine(), $stored(), $connector )['user.exists'] );
	}

	public function testARefreshTokenThatStaysGoodIsUsedAgain(): void {
		for ( $turn = 1; $turn <= 2; ++$turn ) {
			self::assertSame( 'true', $this->examine( $this->fine(), $this->byRefreshToken() )['user.exists'], "turn {$turn}" );
			self::assertCount( $turn, $this->tokenCalls() );
			$this->lab->play( [ 'do' => 'expire-tickets' ] );
		}
	}

	public function testARotatingRefreshTokenIsKeptAndUsedNext(): void {
		$this->lab->play(
			[
				'merge'    => true,
				'switches' => [ 'refreshToken' => 'rotating' ],
			]
		);
		for ( $turn = 1; $turn <= 3; ++$turn ) {
			self::assertSame( 'true', $this->examine( $this->fine(), $this->byRefreshToken() )['user.exists'], "turn {$turn}" );
			$this->lab->play( [ 'do' => 'expire-tickets' ] );
		}
		$kept = $this->tokens->get( 'superoffice' )?->renewal;
		self::assertNotSame( $this->lab->text( 'credentials', 'refreshToken' ), $kept );

		$this->lab->play( [ 'do' => 'revoke-refresh-tokens' ] );
		self::assertSame( 'false', $this->examine( $this->fine(), $this->byRefreshToken() )['connection.authorised'] );
	}

	public function testARenewalThatDiedGivesWayToTheRefreshTokenOfTheSettings(): void {
		$this->examine( $this->fine(), $this->byRefreshToken() );
		$old = $this->tokens->get( 'superoffice' );
		self::assertNotNull( $old );
		$this->tokens->put( 'superoffice', new \Causeway\Connector\AccessToken( $old->value, 1, $old->baseUrl, [], 'a-renewal-that-died' ) );
		self::assertSame( 'true', $this->examine( $this->fine(), $this->byRefreshToken() )['user.exists'] );
	}

	public function testTheIdentityHostGetsNoCredentialOfTheApi(): void {
		$this->examine( $this->fine(), Doors::online( $this->lab ) );
		foreach ( $this->lab->calls() as $call ) {
			if ( str_contains( JsonPath::text( $call, 'path' ), '/api/state/' ) ) {
				self::assertSame( '', JsonPath::text( $call, 'client' ) );
			}
		}
	}

	public function testNoCredentialGoesToAnAddressThatIsNotSuperOffices(): void {
		$this->lab->fault(
			[
				'host' => 'login',
				'path' => '/api/state/',
				'then' => [
					'status' => 200,
					'body'   => [
						'ContextIdentifier' => $this->lab->text( 'credentials', 'tenant' ),
						'State'             => 'Running',
						'IsRunning'         => true,
						'Api'               => 'https://superoffice.com.evil.example/Cust1/api',
						'Endpoint'          => 'https://superoffice.com.evil.example/Cust1',
					],
				],
			]
		);
		$answers = $this->examine( $this->fine(), Doors::online( $this->lab ) );
		self::assertSame( 'unknown:malformed', $answers['connection.authorised'] );
		self::assertSame( [], $this->tokenCalls() );
	}

	public function testAnOwnServerTakesATicketAsWell(): void {
		$connection = Doors::onsite(
			$this->lab,
			secrets: [
				'password' => '',
				'ticket'   => $this->lab->text( 'onsiteCredentials', 'ticket' ),
			]
		);
		self::assertSame( 'true', $this->examine( $this->fine(), $connection )['user.can-log-in'] );
		self::assertNull( $this->tokens->get( 'superoffice' ), 'a credential that does not change is stored once' );
	}

	public function testAConnectionThatIsNotSetUpAsksNothing(): void {
		foreach ( [ [ 'edition' => 'onsite' ], [ 'edition' => 'online' ], [ 'edition' => 'online', 'tenant' => 'evil/../x' ], [] ] as $fields ) {
			$answers = $this->examine( $this->fine(), new Connection( 'superoffice', 'superoffice', $fields, [], false ) );
			self::assertSame( [ 'unknown:not-set-up', 'false' ], [ $answers['connection.reachable'], $answers['connection.authorised'] ] );
		}
		self::assertSame( [], $this->lab->calls() );
	}
}
