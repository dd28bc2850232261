<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Connector;

use Causeway\Connector\AccessToken;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectionDraft;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Redactor;
use Causeway\Connector\Request;
use Causeway\Http\ScriptedTransport;
use Causeway\Support\FrozenClock;
use Causeway\Systems\ZohoCrm\Dialect;
use Causeway\Systems\ZohoCrm\Requests\GetOrg;
use Causeway\Systems\ZohoCrm\Requests\RefreshToken;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversNothing]
final class SecretsTest extends TestCase {

	private const CANARY = 'canary-0b1c2d3e4f5a6b7c';

	private string $ignoresArguments = '';

	protected function setUp(): void {
		$this->ignoresArguments = (string) ini_set( 'zend.exception_ignore_args', '0' );
	}

	protected function tearDown(): void {
		ini_set( 'zend.exception_ignore_args', $this->ignoresArguments );
	}

	private static function connection(): Connection {
		return new Connection( 'zoho-crm', 'zoho-crm', [ 'data_centre' => 'us', 'client_id' => 'id' ], [ 'client_secret' => self::CANARY, 'refresh_token' => self::CANARY ], true );
	}

	private static function shown( mixed $value ): string {
		ob_start();
		var_dump( $value ); // phpcs:ignore Generic.PHP.ForbiddenFunctions.Found -- what it shows is what is tested.
		$dumped = (string) ob_get_clean();
		return $dumped . print_r( $value, true ); // phpcs:ignore Generic.PHP.ForbiddenFunctions.Found -- as above.
	}

	/** @return array<string, array{object}> */
	public static function holders(): array {
		return [
			'connection'    => [ self::connection() ],
			'draft'         => [ new ConnectionDraft( 'zoho-crm', 'zoho-crm', [], [ 'client_secret' => self::CANARY ], false ) ],
			'token'         => [ new AccessToken( self::CANARY, 1 ) ],
			'request'       => [ new Request( 'POST', 'https://a.example/?token=' . self::CANARY, [], [ 'Authorization' => self::CANARY ], self::CANARY ) ],
			'token request' => [ new RefreshToken( 'https://a.example', 'id', self::CANARY, self::CANARY, 0 ) ],
			'redactor'      => [ new Redactor( [ self::CANARY ] ) ],
		];
	}

	#[DataProvider( 'holders' )]
	public function testWhatHoldsASecretDoesNotShowIt( object $holder ): void {
		self::assertStringNotContainsString( self::CANARY, self::shown( $holder ) );
	}

	public function testAConnectionBecomesJsonWithoutItsSecretsAndIsNeverSerialised(): void {
		self::assertStringNotContainsString( self::CANARY, (string) json_encode( self::connection() ) );
		$this->expectException( \LogicException::class );
		serialize( self::connection() );
	}

	public function testNoFaultAndNoTraceCarriesASecret(): void {
		$scripts = [
			'refused'   => ( new ScriptedTransport() )->always( 'POST /oauth', new \Causeway\Connector\Response( 200, [], (string) json_encode( [ 'error' => 'invalid_code', 'sent' => self::CANARY ] ) ) ),
			'malformed' => ( new ScriptedTransport() )->always( 'POST /oauth', new \Causeway\Connector\Response( 200, [], '<html>' . self::CANARY ) ),
			'timed out' => ( new ScriptedTransport() )->always( 'POST /oauth', new ConnectorFault( FaultKind::TimedOut, 'No answer came in time.' ) ),
		];
		foreach ( $scripts as $name => $script ) {
			$connection = self::connection();
			$api        = new Conversation( new Dialect( $connection ), $connection, $script, new MemoryTokens(), new MemoryConnections( $connection ), new FrozenClock() );
			try {
				$api->ask( new GetOrg() );
				self::fail( "{$name} went through." );
			} catch ( ConnectorFault $fault ) {
				$frames = array_filter( $fault->getTrace(), static fn ( array $frame ): bool => ! str_starts_with( $frame['class'] ?? 'PHPUnit', 'PHPUnit' ) );
				self::assertNotSame( [], array_column( $frames, 'args' ), 'the trace does hold arguments' );
				foreach ( $frames as $frame ) {
					self::assertStringNotContainsString( self::CANARY, $fault . self::shown( $frame['args'] ?? [] ), $name . ' in ' . $frame['function'] );
				}
			}
		}
	}

	/** @return array<string, array{string, string}> */
	public static function texts(): array {
		return [
			'a known value'        => [ 'failed for ' . self::CANARY . '!', 'failed for [hidden]!' ],
			'a header'             => [ 'Authorization: Zoho-oauthtoken 1000.abc', 'Authorization: [hidden]' ],
			'a token by its shape' => [ 'got 1000.0123456789abcdef0123.89abcdef0123456789 back', 'got [hidden] back' ],
			'a form field'         => [ 'body was grant_type=x&refresh_token=abc&y=1', 'body was grant_type=x&[hidden]&y=1' ],
			'a JSON field'         => [ '{"client_secret":"abc","a":1}', '{"[hidden]","a":1}' ],
			'a signed token'       => [ 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', '[hidden]' ],
			'a private key'        => [ "sent -----BEGIN RSA PRIVATE KEY-----\nMIIE+a/b=\n-----END RSA PRIVATE KEY----- here", 'sent [hidden] here' ],
			'one that was cut off' => [ 'sent -----BEGIN PRIVATE KEY-----MIIEvAIBADANBgkqhkiG9w0BAQEFAASC', 'sent [hidden]' ],
			'line breaks'          => [ "a\r\nSet-Cookie: b\u{202E}\u{0}c", 'a Set-Cookie: b c' ],
			'bytes that are no text' => [ "ab\xFF\xFEcd", 'ab?cd' ],
		];
	}

	#[DataProvider( 'texts' )]
	public function testTextFromOutsideIsMadeFitToBeShown( string $text, string $fit ): void {
		self::assertSame( $fit, ( new Redactor( [ self::CANARY, 'abc' ] ) )->text( $text ) );
	}

	public function testALongTextIsCutAfterTheSecretsAreHidden(): void {
		$text = ( new Redactor( [ self::CANARY ] ) )->text( str_repeat( 'x', 190 ) . self::CANARY . str_repeat( 'y', 1_000_000 ) );
		self::assertSame( 200, mb_strlen( $text ) );
		self::assertStringNotContainsString( 'canary', $text );
		self::assertStringEndsWith( '…', $text );
	}
}
