<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Cli;

use Causeway\Storage\LeasedJobs;
use Causeway\Tests\Integration\Rest\DoorTestCase;
use PHPUnit\Framework\Attributes\CoversNothing;
use WP_CLI;

require_once __DIR__ . '/FakeWpCli.php';

/** Every command: what it prints, in which shape, with which exit code. */
#[CoversNothing]
final class CommandsTest extends DoorTestCase {

	private const HOSTILE = "\x1b]0;owned\x07\x1b[2J\u{009B}31mMara\u{202E}dniL\u{2066} \u{1F608}\r\n<script>alert(1)</script>";

	protected function setUp(): void {
		parent::setUp();
		WP_CLI::$commands = [];
		WP_CLI::$saysYes  = false;
		$this->wiring->openCli();
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function wp( string $command, array $arguments = [], array $options = [] ): CommandResult {
		return WP_CLI::run( 'causeway ' . $command, $arguments, $options );
	}

	private function reference(): string {
		return (string) self::wpdb()->get_var( "SELECT last_reference FROM {$this->database()->table( 'cases' )}" );
	}

	public function test_every_command_of_this_version_is_there(): void {
		$names = array_keys( WP_CLI::$commands );
		sort( $names );
		self::assertSame(
			array_map( static fn ( string $name ): string => 'causeway ' . $name, [ 'audit run', 'audit status', 'case get', 'case list', 'case resolve', 'catalog list', 'connection list', 'connection set', 'connection test', 'db migrate', 'db status', 'diagnose', 'explain', 'incident list', 'status', 'step run', 'work' ] ),
			$names
		);
	}

	public function test_explain_answers_as_its_route_does(): void {
		$this->administrator();
		$result = $this->wp( 'explain', [ 'Please contact your administrator' ], [ 'format' => 'json' ] );
		self::assertSame( 0, $result->code );
		self::assertSame( [ 'causes', 'unknown', 'questions', 'symptoms', 'recognised', 'recordable', 'pattern' ], array_keys( $result->json() ) );
		self::assertSame( $this->http( 'POST', '/explain', [ 'message' => 'Please contact your administrator' ] )->json(), $result->json() );

		$told = $this->wp( 'explain', [ 'Please contact your administrator' ], [ 'format' => 'json', 'answers' => 'zoho-crm:contact.exists=yes,zoho-crm:contact.has-account=no' ] );
		self::assertSame( 'contact-without-account', $told->json()['causes'][0]['cause'] ?? '' );
		self::assertSame( 2, $this->wp( 'explain', [ 'Please contact your administrator' ], [ 'answers' => 'zoho-crm:contact.exists=perhaps' ] )->code );

		$unknown = $this->wp( 'explain', [ 'Fish' ], [ 'format' => 'json' ] );
		self::assertSame( [ 0, [] ], [ $unknown->code, $unknown->json()['causes'] ] );
		self::assertSame( [ 'what', 'why' ], array_keys( (array) ( (array) $unknown->json()['unknown'] )[0] ) );
		self::assertSame( 2, $this->wp( 'explain', [ ' ' ] )->code );
		self::assertStringContainsString( 'zoho-crm/', $this->wp( 'explain', [ 'Please contact your administrator' ] )->out );
	}

	public function test_diagnose_answers_in_the_published_shape(): void {
		$case = $this->diagnosedCase();
		foreach ( [ self::PORTAL_EMAIL, 'mara', $this->reference() ] as $needle ) {
			$result = $this->wp( 'diagnose', [ $needle ], [ 'format' => 'json' ] );
			$answer = $result->json();
			self::assertSame( 0, $result->code, $needle );
			self::assertSame( [ 'person', 'case', 'reference', 'state', 'connections', 'causes', 'unknown', 'login' ], array_keys( $answer ) );
			self::assertSame( [ 'Mara Lind', $case, 'diagnosed' ], [ $answer['person'], $answer['case'], $answer['state'] ] );
			$cause = (array) ( (array) $answer['causes'] )[0];
			self::assertSame( [ 'cause', 'system', 'title', 'confidence', 'why', 'fixPath', 'evidence', 'against' ], array_keys( $cause ) );
			self::assertSame( [ 'contact-in-recycle-bin', 'zoho-crm', 'certain' ], [ $cause['cause'], $cause['system'], $cause['confidence'] ] );
			self::assertSame( [ 'finding', 'value', 'source', 'observedAt', 'detail' ], array_keys( (array) ( (array) $cause['evidence'] )[0] ) );
			self::assertSame( [ 'step', 'title', 'applicability', 'link', 'body' ], array_keys( (array) ( (array) $cause['fixPath'] )[0] ) );
			self::assertSame( [ 'id', 'conditions' ], array_keys( (array) ( (array) $answer['connections'] )[0] ) );
		}
		self::assertStringContainsString( 'zoho-crm/contact-in-recycle-bin', $this->wp( 'diagnose', [ 'mara' ] )->out );
	}

	public function test_diagnose_names_every_plugin_that_would_refuse_and_leaves_no_trace(): void {
		$this->administrator();
		$user = self::user( [ 'user_login' => 'locked.out' ] );
		$hasMailed = false;
		remove_all_filters( 'pre_wp_mail' );
		add_action(
			'phpmailer_init',
			static function () use ( &$hasMailed ): void {
				$hasMailed = true;
			}
		);
		add_filter( 'authenticate', [ $this, 'gatekeeper' ], 40, 3 );
		add_filter( 'wp_authenticate_user', static fn (): mixed => new \WP_Error( 'not_approved', 'Wait.' ), 15 );
		add_filter( 'authenticate', static fn (): mixed => throw new \DomainException( 'broken' ), 50 );
		add_filter( 'authenticate', static fn ( mixed $given ): mixed => $given, 60 );
		$login = $this->wp( 'diagnose', [ 'locked.out' ], [ 'format' => 'json' ] )->json()['login'];
		self::assertIsArray( $login );
		self::assertSame(
			[ [ 'wp_authenticate_user', 15, [ 'not_approved' ] ], [ 'authenticate', 40, [ 'gate_shut' ] ], [ 'authenticate', 50, [ 'fault:DomainException' ] ] ],
			array_map( static fn ( array $by ): array => [ $by['hook'], $by['priority'], $by['codes'] ], (array) $login['refusedBy'] )
		);
		self::assertSame( self::class . '::gatekeeper', ( (array) $login['refusedBy'] )[1]['callback'] ?? '' );
		self::assertSame( [ 'locked.out', '' ], $this->asked, 'there is no password to give' );
		self::assertSame( [ false, false, 0 ], [ $hasMailed, get_option( 'gate_counter' ), did_action( 'wp_login_failed' ) ] );
		self::assertFalse( wp_suspend_cache_addition(), 'what is read afterwards is kept again' );
		self::assertStringContainsString( 'gate_shut', $this->wp( 'diagnose', [ 'locked.out' ] )->out );
	}

	/** @var list<mixed> What the plugin was told of the login. */
	private array $asked = [];

	public function gatekeeper( mixed $user, mixed $name, mixed $password ): \WP_Error {
		$this->asked = [ $name, $password ];
		wp_mail( 'person@example.org', 'Your code', '123456' );
		update_option( 'gate_counter', 1 );
		return new \WP_Error( 'gate_shut', 'Shut.' );
	}

	public function test_diagnose_lifts_a_lock_of_this_person_and_no_other_once_somebody_says_yes(): void {
		$this->administrator();
		$this->refuse( self::user( [ 'user_login' => 'locked.out' ] )->ID, 'locked.out', true );
		$this->work();
		$until = time() + 900;
		update_option( 'limit_login_lockouts', [ '203.0.113.7' => $until, '203.0.113.8' => $until, '203.0.113.9' => time() - 5 ] );
		update_option( 'limit_login_retries', [ '203.0.113.7' => 4, '203.0.113.8' => 4 ] );
		update_option( 'limit_login_logged', [ '203.0.113.7' => [ 'Locked.Out' => 2 ], '203.0.113.8' => [ 'somebody' => 1 ], '203.0.113.9' => [ 'locked.out' => 1 ] ] );
		$told = $this->wp( 'diagnose', [ 'locked.out' ] );
		self::assertStringContainsString( '203.0.113.7', $told->out );
		self::assertCount( 3, (array) get_option( 'limit_login_lockouts' ), 'nobody said yes' );
		self::assertSame( 2, $this->wp( 'diagnose', [ 'locked.out' ], [ 'address' => 'the office' ] )->code );

		$login = $this->wp( 'diagnose', [ 'locked.out' ], [ 'format' => 'json', 'yes' => true ] )->json()['login'];
		self::assertIsArray( $login );
		self::assertSame( [ '203.0.113.7' ], array_column( (array) $login['lifted'], 'address' ) );
		self::assertSame( [ '203.0.113.8', '203.0.113.9' ], array_keys( (array) get_option( 'limit_login_lockouts' ) ) );
		self::assertSame( [ '203.0.113.8' => 4 ], get_option( 'limit_login_retries' ) );

		self::assertContains( 'Lifted the lock that Limit Login Attempts Reloaded held against 203.0.113.7, by WP-CLI.', array_column( (array) $this->ask( "{ case(id: {$this->onlyCase()}) { timeline { text } } }" )->at( 'data', 'case', 'timeline' ), 'text' ) );
		$this->wp( 'diagnose', [ 'locked.out' ], [ 'address' => '203.0.113.8', 'yes' => true ] );
		self::assertSame( [ '203.0.113.9' ], array_keys( (array) get_option( 'limit_login_lockouts' ) ), 'the address was named' );
	}

	public function test_diagnose_says_so_where_nobody_is_meant(): void {
		$this->administrator();
		$result = $this->wp( 'diagnose', [ 'nobody.ever@example.org' ], [ 'format' => 'json' ] );
		self::assertSame( [ 1, null, [] ], [ $result->code, $result->json()['person'], $result->json()['causes'] ] );
		$table = $this->wp( 'diagnose', [ 'nobody.ever@example.org' ] );
		self::assertSame( [ 1, '' ], [ $table->code, $table->out ] );
		self::assertStringContainsString( 'Nobody here', $table->error );
		self::assertSame( 2, $this->wp( 'diagnose', [ '' ] )->code );

		$this->refuse( 0, 'mara.lindd@northwind.example', false );
		$this->work();
		$typed = $this->wp( 'diagnose', [ 'Mara.Lindd@northwind.example' ] );
		self::assertSame( 0, $typed->code );
		self::assertStringContainsString( 'misspelling', $typed->out );
		self::assertStringNotContainsString( 'lindd', strtolower( $typed->out ) );
	}

	public function test_lists_and_shows_cases(): void {
		$case = $this->diagnosedCase();
		$this->refuse( 0, 'nobody.ever@example.org', false );
		$this->work();
		$rows = $this->wp( 'case list', [], [ 'format' => 'json' ] )->json();
		self::assertCount( 1, $rows );
		self::assertSame( [ 'id', 'reference', 'state', 'person', 'cause', 'confidence', 'attempts', 'last_attempt' ], array_keys( (array) $rows[0] ) );
		self::assertCount( 2, $this->wp( 'case list', [], [ 'format' => 'json', 'unknown-people' => true ] )->json() );
		self::assertSame( [], $this->wp( 'case list', [], [ 'format' => 'json', 'state' => 'resolved,fixing' ] )->json() );
		self::assertSame( 'Nothing to show.', trim( $this->wp( 'case list', [], [ 'state' => 'resolved' ] )->out ) );
		foreach ( [ (string) $case, $this->reference(), strtolower( $this->reference() ) ] as $name ) {
			self::assertSame( $case, $this->wp( 'case get', [ $name ], [ 'format' => 'json' ] )->json()['case'] ?? null, $name );
		}
	}

	/** @return iterable<string, array{string, list<string>, array<string, mixed>, int}> */
	public static function refused(): iterable {
		yield 'an unknown format' => [ 'case list', [], [ 'format' => 'xml' ], 2 ];
		yield 'an unknown state' => [ 'case list', [], [ 'state' => 'gone' ], 2 ];
		yield 'a limit of none' => [ 'case list', [], [ 'limit' => '0' ], 2 ];
		yield 'a limit of a thousand' => [ 'case list', [], [ 'limit' => '1000' ], 2 ];
		yield 'a limit in powers' => [ 'case list', [], [ 'limit' => '1e1' ], 2 ];
		yield 'a case that is not there' => [ 'case get', [ '999999' ], [], 1 ];
		yield 'a reference that is not there' => [ 'case get', [ 'K7QM-3FXA' ], [], 1 ];
		yield 'a case named by SQL' => [ 'case resolve', [ '1 OR 1' ], [], 2 ];
		yield 'a case with a tail' => [ 'case resolve', [ '1abc' ], [], 2 ];
		yield 'a negative case' => [ 'case resolve', [ '-1' ], [], 2 ];
		yield 'no case' => [ 'case get', [], [], 2 ];
		yield 'a step of no case' => [ 'step run', [ '999999', 'restore-contact' ], [ 'yes' => true ], 1 ];
		yield 'a connection that is not there' => [ 'connection test', [ 'none' ], [], 1 ];
		yield 'a system that is not there' => [ 'catalog list', [], [ 'system' => 'none' ], 2 ];
		yield 'a connection to no system' => [ 'connection set', [ 'none' ], [], 2 ];
		yield 'a field that is not there' => [ 'connection set', [ 'zoho-crm' ], [ 'passwort' => 'x' ], 2 ];
	}

	/**
	 * @dataProvider refused
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	public function test_refuses_with_a_sentence_and_its_exit_code( string $command, array $arguments, array $options, int $code ): void {
		$this->diagnosedCase();
		$result = $this->wp( $command, $arguments, $options );
		self::assertSame( [ $code, '' ], [ $result->code, $result->out ] );
		self::assertStringContainsString( 'Error: ', $result->error );
		self::assertSame( 'diagnosed', self::wpdb()->get_var( "SELECT state FROM {$this->database()->table( 'cases' )}" ) );
	}

	public function test_closes_a_case_once(): void {
		$case  = $this->diagnosedCase();
		$first = $this->wp( 'case resolve', [ (string) $case ], [ 'note' => 'Spoke on the phone.' ] );
		self::assertSame( [ 0, "Success: Closed case {$case}.\n" ], [ $first->code, $first->out ] );
		$again = $this->wp( 'case resolve', [ (string) $case ] );
		self::assertSame( [ 0, "Success: Case {$case} was closed already.\n" ], [ $again->code, $again->out ] );
	}

	public function test_previews_asks_and_runs_a_step(): void {
		$case    = (string) $this->diagnosedCase();
		$preview = $this->wp( 'step run', [ $case, 'restore-contact' ], [ 'dry-run' => true, 'format' => 'json' ] );
		self::assertSame( 0, $preview->code );
		self::assertSame( [ 'step', 'summary', 'before', 'after', 'reversible', 'fingerprint' ], array_keys( $preview->json() ) );
		self::assertStringContainsString( 'in the recycle bin', $this->wp( 'step run', [ $case, 'restore-contact' ], [ 'dry-run' => true ] )->out );

		$this->wp( 'step run', [ $case, 'restore-contact' ] );
		self::assertFalse( $this->isRestored, 'Whoever does not say yes changes nothing.' );
		$done = $this->wp( 'step run', [ $case, 'restore-contact' ], [ 'yes' => true, 'format' => 'json' ] );
		self::assertSame( [ 0, 'done', 'fixing' ], [ $done->code, $done->json()['state'] ?? '', $done->json()['caseState'] ?? '' ] );
		self::assertTrue( $this->isRestored );

		self::assertSame( 0, $this->wp( 'work', [], [ 'once' => true ] )->code );
		$again = $this->wp( 'step run', [ $case, 'restore-contact' ], [ 'yes' => true ] );
		self::assertSame( 1, $again->code );
		self::assertStringContainsString( 'resolved already', $again->error );
	}

	public function test_a_connection_that_may_only_read_refuses_the_step(): void {
		$case = (string) $this->diagnosedCase();
		self::assertSame( 0, $this->wp( 'connection set', [ 'zoho-crm' ], [ 'may_write' => '0' ] )->code );
		$result = $this->wp( 'step run', [ $case, 'restore-contact' ], [ 'yes' => true ] );
		self::assertSame( 1, $result->code );
		self::assertStringContainsString( 'may only read', $result->error );
		self::assertFalse( $this->isRestored );
	}

	public function test_sets_lists_and_tests_connections_without_showing_a_secret(): void {
		$set = $this->wp( 'connection set', [ 'zoho-crm' ], [ 'client_id' => '1000.X', 'client_secret' => self::CANARIES['client_secret'], 'refresh_token' => self::CANARIES['refresh_token'], 'may_write' => '1' ] );
		self::assertSame( 0, $set->code, $set->error );
		self::assertSame( 0, $this->wp( 'connection set', [ 'zoho-crm' ], [ 'client_id' => '1000.Y' ] )->code );
		$list = $this->wp( 'connection list', [], [ 'format' => 'json' ] )->json();
		self::assertSame( [ 'zoho-crm', 'zoho-crm', true ], array_slice( array_values( (array) $list[0] ), 0, 3 ) );
		$test = $this->wp( 'connection test', [ 'zoho-crm' ], [ 'format' => 'json' ] );
		self::assertSame( 0, $test->code );
		self::assertSame( [ 'reachable', 'authorised', 'scopes', 'quota', 'contacts', 'deleted-contacts', 'recycle-bin', 'fields' ], array_column( $test->json(), 'type' ) );
		foreach ( self::CANARIES as $canary ) {
			self::assertStringNotContainsString( $canary, $set->out . $set->error . $test->out . (string) json_encode( $list ) );
		}
		$this->answerRemoteCallsWith( static fn (): array => self::answer( 200, [ 'error' => 'invalid_code' ] ) );
		self::wpdb()->query( "UPDATE {$this->database()->table( 'connections' )} SET token = ''" );
		self::assertSame( 1, $this->wp( 'connection test', [ 'zoho-crm' ], [ 'format' => 'json' ] )->code );
	}

	public function test_work_tells_by_its_exit_code_what_became_of_it(): void {
		$this->administrator();
		$this->connect();
		$this->refuse();
		$all = $this->wp( 'work', [], [ 'once' => true, 'format' => 'json' ] );
		self::assertSame( 0, $all->code );
		self::assertGreaterThan( 0, ( (array) $all->json()[0] )['done'] );

		$queue = new LeasedJobs( $this->database() );
		$queue->put( 'no-such-kind', 1, 0, 'test:1', 10 );
		$none = $this->wp( 'work', [], [ 'once' => true ] );
		self::assertSame( 1, $none->code );
		self::assertStringContainsString( 'no-such-kind', $none->error );

		$queue->put( 'no-such-kind', 2, 0, 'test:2', 10 );
		$this->refuse();
		self::assertSame( 3, $this->wp( 'work', [], [ 'once' => true ] )->code );
	}

	public function test_says_how_the_site_and_its_tables_are(): void {
		$this->diagnosedCase();
		$status = (array) $this->wp( 'status', [], [ 'format' => 'json' ] )->json()[0];
		self::assertSame( [ 'open_cases', 'people_waiting', 'resolved_7_days', 'unexplained_share', 'pace', 'last_work' ], array_keys( $status ) );
		self::assertSame( [ 1, 1 ], [ $status['open_cases'], $status['people_waiting'] ] );
		$tables = $this->wp( 'db status', [], [ 'format' => 'json' ] );
		self::assertSame( 0, $tables->code );
		self::assertSame( [ true ], array_values( array_unique( array_column( $tables->json(), 'there' ) ) ) );
		self::wpdb()->query( 'UPDATE ' . self::wpdb()->options . " SET option_value = 'a:1:{s:7:\"version\";i:0;}' WHERE option_name = 'causeway'" );
		wp_cache_flush();
		self::assertSame( 1, $this->wp( 'db status' )->code );
	}

	public function test_lists_the_catalog(): void {
		$all  = $this->wp( 'catalog list', [], [ 'format' => 'json' ] )->json();
		$zoho = $this->wp( 'catalog list', [], [ 'format' => 'json', 'system' => 'zoho-crm' ] )->json();
		self::assertGreaterThan( count( $zoho ), count( $all ) );
		self::assertSame( [ 'zoho-crm' ], array_values( array_unique( array_column( $zoho, 'system' ) ) ) );
	}

	public function test_a_name_cannot_give_orders_to_the_terminal(): void {
		self::wpdb()->query( self::wpdb()->prepare( 'UPDATE ccgclientportal_users SET fullname = %s', self::HOSTILE ) );
		$this->contactName = self::HOSTILE;
		$case              = (string) $this->diagnosedCase();
		$outputs           = '';
		foreach ( [ 'table', 'csv', 'yaml', 'json' ] as $format ) {
			foreach ( [ [ 'diagnose', [ 'mara' ] ], [ 'case list', [] ], [ 'case get', [ $case ] ], [ 'step run', [ $case, 'restore-contact' ] ] ] as [ $command, $arguments ] ) {
				$result   = $this->wp( $command, $arguments, [ 'format' => $format, 'dry-run' => true ] );
				$outputs .= $result->out . $result->error;
			}
		}
		self::assertDoesNotMatchRegularExpression( '/[\x00-\x09\x0b-\x1f\x7f\x{80}-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}]/u', $outputs );
		self::assertStringContainsString( "\u{1F608}", $outputs );
		// For a program the name is the name.
		self::assertSame( self::HOSTILE, ( (array) $this->wp( 'case list', [], [ 'format' => 'json' ] )->json()[0] )['person'] );
	}
}
