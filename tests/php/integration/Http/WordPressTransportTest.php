<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Http;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Http\PrivateNetworkGuard;
use Causeway\Http\SystemResolver;
use Causeway\Http\WordPressTransport;
use Causeway\Tests\Support\WordPressTestCase;
use PHPUnit\Framework\Attributes\CoversNothing;

#[CoversNothing]
final class WordPressTransportTest extends WordPressTestCase {

	/** @var resource|null */
	private static $server = null;

	private static int $port = 0;

	public static function setUpBeforeClass(): void {
		parent::setUpBeforeClass();
		$socket = stream_socket_server( 'tcp://127.0.0.1:0' );
		self::assertNotFalse( $socket );
		self::$port = (int) substr( (string) strrchr( (string) stream_socket_get_name( $socket, false ), ':' ), 1 );
		fclose( $socket );
		$quiet   = [ 'file', '/dev/null', 'w' ];
		$process = proc_open( [ PHP_BINARY, '-S', '127.0.0.1:' . self::$port, __DIR__ . '/echo-server.php' ], [ $quiet, $quiet, $quiet ], $pipes );
		self::assertNotFalse( $process );
		self::$server = $process;
		for ( $try = 0; $try < 100; ++$try ) {
			$probe = @fsockopen( '127.0.0.1', self::$port );
			if ( false !== $probe ) {
				fclose( $probe );
				return;
			}
			usleep( 50_000 );
		}
		self::fail( 'The echo server did not start.' );
	}

	public static function tearDownAfterClass(): void {
		if ( null !== self::$server ) {
			proc_terminate( self::$server );
			proc_close( self::$server );
			self::$server = null;
		}
		parent::tearDownAfterClass();
	}

	protected function setUp(): void {
		parent::setUp();
		foreach ( [ 'http://127.0.0.1:', 'http://localhost:', 'http://pinned.example:', 'http://unpinned.invalid:' ] as $prefix ) {
			$this->allowRemoteCallsTo( $prefix );
		}
	}

	private function transport(): WordPressTransport {
		return new WordPressTransport( 'Causeway/test' );
	}

	private function url( string $path, string $host = '127.0.0.1' ): string {
		return 'http://' . $host . ':' . self::$port . $path;
	}

	private function fault( Request $request ): ConnectorFault {
		try {
			$this->transport()->send( $request );
		} catch ( ConnectorFault $fault ) {
			return $fault;
		}
		self::fail( 'It was answered.' );
	}

	public function testItSendsWhatItIsGivenAndReadsAnyStatus(): void {
		$answer = $this->transport()->send( new Request( 'PUT', $this->url( '/teapot' ), [ 'Content-Type' => 'application/json' ], [ 'Authorization' => 'Zoho-oauthtoken abc' ], '{"a":1}' ) );
		self::assertSame( 418, $answer->status );
		self::assertSame( 'Yes', $answer->headers['x-mixed-case'] );
		self::assertSame(
			[
				'method'        => 'PUT',
				'host'          => '127.0.0.1:' . self::$port,
				'agent'         => 'Causeway/test',
				'authorization' => 'Zoho-oauthtoken abc',
				'body'          => '{"a":1}',
			],
			$answer->json()
		);
	}

	public function testARedirectIsAnAnswer(): void {
		$answer = $this->transport()->send( new Request( 'GET', $this->url( '/redirect' ) ) );
		self::assertSame( [ 302, '/echo' ], [ $answer->status, $answer->headers['location'] ] );
	}

	public function testALateAnswerIsATimeout(): void {
		self::assertSame( FaultKind::TimedOut, $this->fault( new Request( 'GET', $this->url( '/slow' ), timeoutSeconds: 0.5 ) )->kind );
	}

	public function testAClosedPortIsUnreachableAndTellsNoAddress(): void {
		$fault = $this->fault( new Request( 'GET', 'http://127.0.0.1:1/?token=canary' ) );
		self::assertSame( FaultKind::Unreachable, $fault->kind );
		self::assertStringNotContainsString( 'canary', $fault->getMessage() );
		self::assertStringNotContainsString( '127.0.0.1', $fault->getMessage() );
	}

	public function testAnAnswerThatIsTooLargeIsNotHalfRead(): void {
		self::assertSame( 'answer-too-large', $this->fault( new Request( 'GET', $this->url( '/large' ) ) )->reason() );
	}

	public function testAPinDecidesWhereTheConnectionGoesAndTheNameWhoIsAsked(): void {
		$url = $this->url( '/echo', 'pinned.example' );
		self::assertTrue( $this->transport()->canPin( $url ) );
		$answer = $this->transport()->sendPinned( new Request( 'GET', $url ), [ '127.0.0.1' ] );
		self::assertSame( 'pinned.example:' . self::$port, $answer->json()['host'] );
		self::assertSame( FaultKind::Unreachable, $this->fault( new Request( 'GET', $this->url( '/echo', 'unpinned.invalid' ) ) )->kind );
		self::assertFalse( has_action( 'http_api_curl' ), 'nothing of ours stays behind' );
	}

	public function testTheGuardLetsTheLabThroughOnlyWhereLocalAddressesAreAllowed(): void {
		$request = new Request( 'GET', $this->url( '/echo', 'localhost' ) );
		$open    = new PrivateNetworkGuard( $this->transport(), new SystemResolver(), [ 'zohoapis.com' ], true );
		self::assertSame( 200, $open->send( $request )->status );
		$this->expectException( ConnectorFault::class );
		( new PrivateNetworkGuard( $this->transport(), new SystemResolver(), [ 'zohoapis.com' ], false ) )->send( $request );
	}
}
