<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\ConnectorTools;
use Causeway\Connector\FaultKind;
use Causeway\Connector\RemoteConnector;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\Subject;
use Causeway\Http\ScriptedTransport;
use Causeway\Support\FrozenClock;
use Causeway\Tests\Support\PlantedConnection;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\RecordingPause;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Whatever a vendor sends back, a connector's findings, conditions, facts, previews, faults and their traces hold no secret of the connection. */
#[CoversNothing]
final class SecretsTest extends TestCase {

	private const ACCESS_TOKEN = 'canary.access-token.6a1f0c9b7d3e';

	private string $ignoresArguments = '';

	protected function setUp(): void {
		$this->ignoresArguments = (string) ini_set( 'zend.exception_ignore_args', '0' );
	}

	protected function tearDown(): void {
		ini_set( 'zend.exception_ignore_args', $this->ignoresArguments );
	}

	/** @return iterable<string, array{string, string}> */
	public static function ways(): iterable {
		foreach ( array_keys( PlantedConnection::all() ) as $way ) {
			foreach ( [ 'refuses and quotes', 'shows a page that quotes', 'does not answer', 'gives a token, then refuses and quotes', 'gives a token, then answers with what was sent' ] as $manner ) {
				yield "{$way} {$manner}" => [ $way, $manner ];
			}
		}
	}

	private static function answer( string $manner, #[\SensitiveParameter] string $echoed, Request $request ): Response {
		$asksForToken = 1 === preg_match( '#token|oauth|auth|ticket|Authenticate#i', $request->url );
		$quote        = static fn ( int $status ): Response => new Response(
			$status,
			[ 'x-request' => $echoed ],
			(string) json_encode(
				[
					'error'             => $echoed,
					'error_description' => $echoed,
					'code'              => $echoed,
					'message'           => $echoed,
					'errors'            => [ [ 'code' => $echoed, 'detail' => $echoed ] ],
					'data'              => [ [ 'id' => '1', 'code' => $echoed, 'Full_Name' => $echoed ] ],
					'name'              => $echoed,
					'id'                => $echoed,
				]
			)
		);
		return match ( true ) {
			'does not answer' === $manner => throw new ConnectorFault( FaultKind::TimedOut, 'No answer came in time.' ),
			'shows a page that quotes' === $manner => new Response( 500, [], '<html>' . $echoed ),
			str_starts_with( $manner, 'gives a token' ) && $asksForToken => new Response(
				200,
				[],
				(string) json_encode(
					[
						'access_token' => self::ACCESS_TOKEN,
						'token_type'   => 'Bearer',
						'expires_in'   => 3600,
						'instance_url' => 'https://northwind.my.salesforce.com',
						'scope'        => $echoed,
					]
				)
			),
			'gives a token, then answers with what was sent' === $manner => $quote( 200 ),
			default => $quote( 400 ),
		};
	}

	private static function shown( mixed $value ): string {
		ob_start();
		var_dump( $value ); // phpcs:ignore Generic.PHP.ForbiddenFunctions.Found -- what it shows is what is tested.
		return (string) ob_get_clean();
	}

	private static function assertClean( PlantedConnection $planted, string $text, string $where ): void {
		foreach ( [ ...$planted->canaries, self::ACCESS_TOKEN ] as $canary ) {
			foreach ( [ $canary, rawurlencode( $canary ), base64_encode( $canary ), bin2hex( $canary ) ] as $form ) {
				self::assertStringNotContainsString( $form, $text, "{$planted->system}: {$where}" );
			}
		}
	}

	private static function assertCleanFault( PlantedConnection $planted, \Throwable $fault, string $where ): void {
		self::assertClean( $planted, (string) $fault, $where );
		foreach ( $fault->getTrace() as $frame ) {
			// The test itself knows the secrets, of course.
			if ( 1 === preg_match( '/^Causeway\\\\(?!Tests\\\\)/', $frame['class'] ?? '' ) ) {
				self::assertClean( $planted, self::shown( $frame['args'] ?? [] ), $where . ' in ' . $frame['function'] );
			}
		}
	}

	#[DataProvider( 'ways' )]
	public function testNothingThatAConnectorSaysOrThrowsHoldsASecret( string $way, string $manner ): void {
		$planted     = PlantedConnection::all()[ $way ];
		$connection  = $planted->connection( true );
		$connections = new MemoryConnections( $connection );
		$clock       = new FrozenClock( 1_795_000_000 );
		$transport   = new ScriptedTransport();
		foreach ( [ 'GET ', 'POST ', 'PUT ', 'PATCH ' ] as $line ) {
			$transport->always( $line, static fn ( Request $request ): Response => self::answer( $manner, $planted->echoed(), $request ) );
		}
		$class = 'Causeway\\Systems\\' . self::folder( $planted->system ) . '\\Connector';
		self::assertTrue( is_subclass_of( $class, RemoteConnector::class ), $class );
		$connector = new $class( new ConnectorTools( new OneTransport( $transport ), new MemoryTokens(), $connections, new SeededPortal(), new RecordingPause( $clock ), $clock ) );
		$subject   = new Subject( 'user:1', 1, 'mara.lind@northwind.example', 'mara.lind@northwind.example', contactId: '5843104000000412019', accountId: '5843104000000411001' );

		foreach ( $connector->test( $connection ) as $condition ) {
			self::assertClean( $planted, (string) json_encode( $condition->toArray() ), 'condition ' . $condition->type );
		}
		foreach ( $connector->examine( $subject, $connection ) as $finding ) {
			self::assertClean( $planted, (string) json_encode( $finding->toArray() ), 'finding ' . $finding->key );
		}
		self::assertNotSame( [], $transport->sent() );
		self::assertClean( $planted, (string) json_encode( $connections->get( $planted->system )?->facts ), 'facts' );
		foreach ( $connector->actions() as $action ) {
			try {
				$change = $action->preview( $subject, $connection );
				self::assertClean( $planted, $change->summary . json_encode( [ $change->before, $change->after ] ), 'preview of ' . $action->id() );
				$action->apply( $subject, $connection, $change );
			} catch ( ConnectorFault $fault ) {
				self::assertCleanFault( $planted, $fault, 'fault of ' . $action->id() );
			}
		}
		foreach ( $transport->sent() as $request ) {
			self::assertClean( $planted, $request->url . self::shown( $request ), 'the request to ' . parse_url( $request->url, PHP_URL_PATH ) );
		}
	}

	private static function folder( string $system ): string {
		foreach ( (array) glob( dirname( __DIR__, 4 ) . '/src/systems/*/system.ts' ) as $file ) {
			if ( str_contains( (string) file_get_contents( (string) $file ), "\n\tid: '{$system}'," ) ) {
				return basename( dirname( (string) $file ) );
			}
		}
		self::fail( "No folder holds {$system}." );
	}
}
