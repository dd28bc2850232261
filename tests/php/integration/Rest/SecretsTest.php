<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Rest;

use Causeway\Storage\Schema;
use Causeway\Tests\Integration\Cli\CommandResult;
use Causeway\Tests\Support\PlantedConnection;
use PHPUnit\Framework\Attributes\CoversNothing;
use WP_CLI;

require_once dirname( __DIR__ ) . '/Cli/FakeWpCli.php';

/** Secrets come in and never go out: not by an answer, a table, a mail, a job or a log. */
#[CoversNothing]
final class SecretsTest extends DoorTestCase {

	/** File that PHP's own messages go to. */
	private string $log = '';

	/** @var array<array-key, string> What must not come out of any door here. */
	private array $canaries = self::CANARIES;

	protected function setUp(): void {
		parent::setUp();
		$this->log = (string) tempnam( sys_get_temp_dir(), 'causeway-log' );
	}

	protected function tearDown(): void {
		unlink( $this->log );
		parent::tearDown();
	}

	private function assertClean( string $text, string $where ): void {
		foreach ( $this->canaries as $name => $canary ) {
			foreach ( [ $canary, rawurlencode( $canary ), base64_encode( $canary ), bin2hex( $canary ) ] as $form ) {
				self::assertStringNotContainsString( $form, $text, "{$name} in {$where}" );
			}
		}
	}

	/** What this site's database holds, in our tables and in WordPress's options. */
	private function tables(): string {
		$all = '';
		foreach ( Schema::TABLES as $table ) {
			$all .= $table . ': ' . json_encode( self::wpdb()->get_results( "SELECT * FROM {$this->database()->table( $table )}" ), JSON_UNESCAPED_SLASHES ) . "\n";
		}
		return $all . json_encode( self::wpdb()->get_results( 'SELECT * FROM ' . self::wpdb()->options . " WHERE option_name LIKE '%causeway%'" ), JSON_UNESCAPED_SLASHES );
	}

	/**
	 * Every door with something to say, by somebody who may do everything.
	 *
	 * @param array<string, string> $secrets By field, as they would be sent in once more.
	 */
	private function goThroughEveryDoor( int $case, string $system = 'zoho-crm', array $secrets = self::CANARIES ): string {
		unset( $secrets['access_token'] );
		$first    = (string) array_key_first( $secrets );
		$jumble   = implode( "\n", $secrets );
		$said     = [];
		$requests = [
			[ 'GET', '/attempts/K7QM-3FXA', null ],
			[ 'POST', '/explain', [ 'message' => 'Please contact your administrator' ] ],
			[ 'POST', "/connections/{$system}/test", [] ],
			[ 'POST', '/graphql', [ 'query' => '{ connections { id fields { id value isSet isFixed kind options { value } } conditions { reason message } } systems { fields { id value isSet } } }' ] ],
			[ 'POST', '/graphql', [ 'query' => "{ case(id: {$case}) { timeline { text actor } attempts { portalCall } diagnosis { causes { why against evidence { detail reason } fixPath { body link { url } } } findings { detail reason } unknown { what why } } } }" ] ],
			[ 'POST', "/cases/{$case}/diagnose", [] ],
			[ 'POST', "/cases/{$case}/steps/restore-contact", [ 'dry_run' => true ] ],
			[ 'POST', "/cases/{$case}/steps/check-account", [ 'done' => true ] ],
			[ 'PUT', "/connections/{$system}", [ 'system' => $system, 'fields' => [ 'data_centre' => 'nowhere', $first => $jumble ] ] ],
			[ 'PUT', "/connections/{$system}", [ 'system' => $system, 'fields' => [ $first => $secrets[ $first ], 'nonsense' => $jumble ] ] ],
			[ 'PUT', "/connections/{$system}", [ 'system' => $secrets[ $first ] . '!', 'fields' => [ $first => $secrets[ $first ] ] ] ],
			[ 'POST', '/work', [] ],
		];
		foreach ( $requests as [ $method, $path, $body ] ) {
			$answer = $this->http( $method, $path, $body );
			$said[] = "{$method} {$path}: {$answer->body}" . json_encode( $answer->headers );
		}
		WP_CLI::$commands = [];
		$this->wiring->openCli();
		foreach ( [ [ 'connection list', [] ], [ 'connection test', [ $system ] ], [ 'diagnose', [ 'mara' ] ], [ 'case get', [ (string) $case ] ], [ 'step run', [ (string) $case, 'restore-contact' ] ], [ 'status', [] ], [ 'work', [] ] ] as [ $command, $arguments ] ) {
			foreach ( [ 'json', 'table' ] as $format ) {
				$result = WP_CLI::run( 'causeway ' . $command, $arguments, [ 'format' => $format, 'dry-run' => true, 'once' => true ] );
				self::assertInstanceOf( CommandResult::class, $result );
				$said[] = "{$command}: {$result->out}{$result->error}";
			}
		}
		return implode( "\n", $said );
	}

	public function test_no_door_no_table_and_no_mail_shows_a_secret(): void {
		$kept = [ ini_set( 'log_errors', '1' ), ini_set( 'error_log', $this->log ) ];
		try {
			$case = $this->diagnosedCase();
			$this->assertClean( $this->goThroughEveryDoor( $case ), 'an answer' );
		} finally {
			ini_set( 'log_errors', (string) $kept[0] );
			ini_set( 'error_log', (string) $kept[1] );
		}
		self::assertNotSame( [], $this->mails );
		self::assertNotSame( '0', self::wpdb()->get_var( "SELECT COUNT(*) FROM {$this->database()->table( 'journal' )}" ) );
		$this->assertClean( $this->tables(), 'the tables' );
		$this->assertClean( (string) json_encode( $this->mails, JSON_UNESCAPED_SLASHES ), 'a mail' );
		$this->assertClean( (string) file_get_contents( $this->log ), 'the log' );
		$this->assertClean( implode( "\n", $this->vendorCalls ), 'an address that was called' );
	}

	/** @return iterable<string, array{array<string, mixed>|\WP_Error}> What a CRM that echoes, or a network that tells, sends back. */
	public static function tellTales(): iterable {
		$secrets = implode( ' ', self::CANARIES );
		yield 'an error that quotes the request' => [ self::answer( 400, [ 'code' => 'INVALID', 'message' => "Bad request: {$secrets}", 'error' => $secrets ] ) ];
		yield 'a page that quotes the request' => [ self::answer( 500, "<html>client_secret=" . rawurlencode( self::CANARIES['client_secret'] ) . " {$secrets}</html>" ) ];
		yield 'a transport that quotes the address' => [ new \WP_Error( 'http_request_failed', "cURL error 28 for https://accounts.zoho.com/?{$secrets}" ) ];
		yield 'an organisation named like the secret' => [ self::answer( 200, [ 'access_token' => self::CANARIES['access_token'], 'api_domain' => 'https://www.zohoapis.com', 'org' => [ [ 'zgid' => '777000111', 'company_name' => $secrets ] ] ] ) ];
	}

	/**
	 * @dataProvider tellTales
	 * @param array<string, mixed>|\WP_Error $answer
	 */
	public function test_what_the_other_side_echoes_is_hidden( array|\WP_Error $answer ): void {
		$this->administrator();
		$this->connect();
		$this->answerRemoteCallsWith( static fn (): array|\WP_Error => $answer );
		$this->refuse();
		$this->work();
		$this->assertClean( $this->goThroughEveryDoor( $this->onlyCase() ), 'an answer' );
		$this->assertClean( $this->tables(), 'the tables' );
		$this->assertClean( (string) json_encode( $this->mails, JSON_UNESCAPED_SLASHES ), 'a mail' );
	}

	/** @return iterable<string, array{string, string}> */
	public static function otherSystems(): iterable {
		foreach ( PlantedConnection::all() as $way => $planted ) {
			// More manners, without a site around them: the connectors' own test.
			foreach ( 'zoho-crm' === $planted->system ? [] : [ 'breaks off', 'gives a token and quotes then' ] as $manner ) {
				yield "{$way} {$manner}" => [ $way, $manner ];
			}
		}
	}

	/** @dataProvider otherSystems */
	public function test_no_other_system_lets_its_secrets_out_either( string $way, string $manner ): void {
		$planted        = PlantedConnection::all()[ $way ];
		$echoed         = $planted->echoed();
		$quote          = [ 'error' => $echoed, 'error_description' => $echoed, 'code' => $echoed, 'message' => $echoed, 'errors' => [ [ 'code' => $echoed, 'detail' => $echoed ] ], 'name' => $echoed ];
		$this->canaries = [ ...$planted->canaries, self::CANARIES['access_token'] ];
		$this->answerRemoteCallsWith(
			function ( string $url ) use ( $manner, $quote, $echoed ): array|\WP_Error {
				$this->vendorCalls[] = $url;
				if ( 'breaks off' === $manner ) {
					return new \WP_Error( 'http_request_failed', "cURL error 28 for https://login.example/?{$echoed}" );
				}
				return 1 === preg_match( '#token|oauth|ticket|Authenticate#i', $url )
					? self::answer( 200, [ 'access_token' => self::CANARIES['access_token'], 'token_type' => 'Bearer', 'expires_in' => 3600, 'instance_url' => 'https://northwind.my.salesforce.com', 'scope' => $echoed ] )
					: self::answer( 400, $quote );
			}
		);
		$this->administrator();
		$answer = $this->http( 'PUT', "/connections/{$planted->system}", [ 'system' => $planted->system, 'may_write' => true, 'fields' => $planted->fields + $planted->secrets ] );
		self::assertSame( 200, $answer->status, $answer->body );
		$this->assertClean( $answer->body, 'the answer to saving it' );

		$kept = [ ini_set( 'log_errors', '1' ), ini_set( 'error_log', $this->log ) ];
		try {
			$this->refuse();
			$this->work();
			$this->assertClean( $this->goThroughEveryDoor( $this->onlyCase(), $planted->system, $planted->secrets ), 'an answer' );
		} finally {
			ini_set( 'log_errors', (string) $kept[0] );
			ini_set( 'error_log', (string) $kept[1] );
		}
		self::assertNotSame( [], $this->vendorCalls, 'the system was asked' );
		self::assertNotSame( '0', self::wpdb()->get_var( "SELECT COUNT(*) FROM {$this->database()->table( 'journal' )}" ) );
		$this->assertClean( $this->tables(), 'the tables' );
		$this->assertClean( (string) json_encode( $this->mails, JSON_UNESCAPED_SLASHES ), 'a mail' );
		$this->assertClean( (string) file_get_contents( $this->log ), 'the log' );
		$this->assertClean( implode( "\n", $this->vendorCalls ), 'an address that was called' );
	}
}
