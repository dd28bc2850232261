<?php

declare(strict_types=1);

namespace Causeway\Tests\Support;

use PHPUnit\Framework\TestCase;
use RuntimeException;
use WP_Error;
use WP_Hook;
use WP_Post;
use WP_User;
use wpdb;

/**
 * A test in the real WordPress that leaves no trace: rows are rolled back; hooks, globals and caches are as before.
 *
 * A call to another machine fails the test unless the test answers it. Mail is kept in a list instead of being sent.
 */
abstract class WordPressTestCase extends TestCase {

	/**
	 * Globals that code under test may change, beside the request's own.
	 */
	private const GLOBALS_KEPT = [
		'_GET', '_POST', '_COOKIE', '_REQUEST', '_FILES', '_SERVER', 'pagenow', 'post', 'wp_query', 'wp_the_query', 'wp', 'error', 'errors', 'current_screen', 'wp_scripts', 'wp_styles',
		'wp_rest_server', 'wp_meta_boxes', 'menu', 'submenu', 'interim_login', 'user_login', 'action',
	];

	/**
	 * Mails handed to `wp_mail()` in this test: `to`, `subject`, `message`, `headers`, `attachments`.
	 *
	 * @var list<array<string, mixed>>
	 */
	protected array $mails = [];

	/**
	 * Answers calls to other machines: gets the URL and the arguments, gives an answer in the form of `wp_remote_request()`, or null for a call it does not know.
	 *
	 * @var (callable( string, array<string, mixed> ): (array<string, mixed>|WP_Error|null))|null
	 */
	private $remote = null;

	/**
	 * Addresses that really may be called, such as a simulator on this machine.
	 *
	 * @var list<string>
	 */
	private array $allowedPrefixes = [];

	/**
	 * @var list<string>
	 */
	private array $unanswered = [];

	/**
	 * @var list<string>
	 */
	private array $schemaChanges = [];

	/**
	 * @var array<string, mixed>
	 */
	private array $globals = [];

	/**
	 * @var array<string, mixed>
	 */
	private array $hooks = [];

	private static int $serial = 0;

	/**
	 * Whether the tests of this class create, alter or drop tables.
	 *
	 * The database commits at each such statement, so these tests have no transaction: they leave the tables as they found them, themselves.
	 */
	protected function changesSchema(): bool {
		return false;
	}

	protected function setUp(): void {
		parent::setUp();
		foreach ( self::GLOBALS_KEPT as $name ) {
			$this->globals[ $name ] = $GLOBALS[ $name ] ?? null;
		}
		$this->hooks = [
			'wp_filter'         => array_map( static fn ( WP_Hook $hook ): WP_Hook => clone $hook, $GLOBALS['wp_filter'] ),
			'wp_actions'        => $GLOBALS['wp_actions'],
			'wp_filters'        => $GLOBALS['wp_filters'],
			'wp_current_filter' => $GLOBALS['wp_current_filter'],
		];
		$this->mails           = [];
		$this->remote          = null;
		$this->allowedPrefixes = [];
		$this->unanswered      = [];
		$this->schemaChanges   = [];

		wp_cache_flush();
		wp_set_current_user( 0 );
		add_filter( 'pre_wp_mail', $this->catchMail( ... ), PHP_INT_MAX, 2 );
		add_filter( 'pre_http_request', $this->answerRemoteCall( ... ), PHP_INT_MAX, 3 );
		add_filter( 'wp_die_handler', static fn (): callable => self::halt( ... ), PHP_INT_MAX );
		add_filter( 'wp_die_ajax_handler', static fn (): callable => self::halt( ... ), PHP_INT_MAX );
		add_filter( 'wp_die_json_handler', static fn (): callable => self::halt( ... ), PHP_INT_MAX );
		add_filter( 'send_auth_cookies', '__return_false' );
		if ( ! $this->changesSchema() ) {
			self::wpdb()->query( 'START TRANSACTION' );
			add_filter( 'query', $this->keepInTransaction( ... ), PHP_INT_MAX );
		}
	}

	protected function assertPostConditions(): void {
		self::assertSame( [], $this->unanswered, 'Remote calls that no fake of this test answered.' );
		self::assertSame( [], $this->schemaChanges, 'Statements that end a transaction: a class that runs them says so in changesSchema().' );
	}

	protected function tearDown(): void {
		remove_all_filters( 'query' );
		if ( ! $this->changesSchema() ) {
			self::wpdb()->query( 'ROLLBACK' );
		}
		foreach ( $this->hooks as $name => $value ) {
			$GLOBALS[ $name ] = $value;
		}
		foreach ( $this->globals as $name => $value ) {
			if ( null === $value ) {
				unset( $GLOBALS[ $name ] );
			} else {
				$GLOBALS[ $name ] = $value;
			}
		}
		wp_cache_flush();
		wp_set_current_user( 0 );
		parent::tearDown();
	}

	/**
	 * A person, with fields as `wp_insert_user()` takes them. Subscriber, with a login name and address that nobody else has, unless said.
	 *
	 * @param array<string, mixed> $fields
	 */
	protected static function user( array $fields = [] ): WP_User {
		$login = 'person-' . ++self::$serial;
		$id    = wp_insert_user(
			$fields + [
				'user_login' => $login,
				'user_pass'  => 'correct horse battery',
				'user_email' => ( is_string( $fields['user_login'] ?? null ) ? sanitize_title( $fields['user_login'] ) : $login ) . '@people.example',
				'role'       => 'subscriber',
			]
		);
		if ( $id instanceof WP_Error ) {
			throw new RuntimeException( 'No such person can be made: ' . $id->get_error_message() );
		}
		return new WP_User( $id );
	}

	/**
	 * A published page.
	 *
	 * @param array<string, mixed> $fields More fields as `wp_insert_post()` takes them.
	 */
	protected static function page( string $content, array $fields = [] ): WP_Post {
		$id = wp_insert_post(
			wp_slash(
				$fields + [
					'post_type'    => 'page',
					'post_status'  => 'publish',
					'post_title'   => 'Page ' . ++self::$serial,
					'post_content' => $content,
				]
			),
			true
		);
		$page = $id instanceof WP_Error ? null : get_post( $id );
		if ( ! $page instanceof WP_Post ) {
			throw new RuntimeException( 'No such page can be made' . ( $id instanceof WP_Error ? ': ' . $id->get_error_message() : '.' ) );
		}
		return $page;
	}

	/**
	 * Answers calls to other machines in this test.
	 *
	 * @param callable( string, array<string, mixed> ): (array<string, mixed>|WP_Error|null) $answer See `$remote`; `self::answer()` makes the usual answers.
	 */
	protected function answerRemoteCallsWith( callable $answer ): void {
		$this->remote = $answer;
	}

	/**
	 * Lets real calls through to addresses that begin so.
	 */
	protected function allowRemoteCallsTo( string $prefix ): void {
		$this->allowedPrefixes[] = $prefix;
	}

	/**
	 * An HTTP answer in WordPress's form.
	 *
	 * @param array<mixed>|string   $body    An array is sent as JSON.
	 * @param array<string, string> $headers
	 *
	 * @return array<string, mixed>
	 */
	protected static function answer( int $status, array|string $body = '', array $headers = [] ): array {
		return [
			'headers'  => $headers + ( is_array( $body ) ? [ 'content-type' => 'application/json' ] : [] ),
			'body'     => is_array( $body ) ? (string) wp_json_encode( $body ) : $body,
			'response' => [
				'code'    => $status,
				'message' => get_status_header_desc( $status ),
			],
			'cookies'  => [],
			'filename' => null,
		];
	}

	/**
	 * Makes each redirect of this test throw `Halted` with its location, as code that redirects ends with `exit`.
	 */
	protected function haltOnRedirect(): void {
		add_filter(
			'wp_redirect',
			static fn ( string $location, int $status ): string => throw new Halted( 'redirect', $location, $location, $status ),
			PHP_INT_MAX,
			2
		);
	}

	/**
	 * The statements that `$work` sends to the database.
	 *
	 * @return list<string>
	 */
	protected static function queriesOf( callable $work ): array {
		$queries = [];
		$listen  = static function ( string $query ) use ( &$queries ): string {
			$queries[] = $query;
			return $query;
		};
		add_filter( 'query', $listen, 0 );
		try {
			$work();
		} finally {
			remove_filter( 'query', $listen, 0 );
		}
		return $queries;
	}

	protected static function wpdb(): wpdb {
		global $wpdb;
		return $wpdb;
	}

	/**
	 * @param bool|null            $sent What earlier filters decided.
	 * @param array<string, mixed> $mail
	 */
	private function catchMail( ?bool $sent, array $mail ): bool {
		$this->mails[] = $mail;
		return $sent ?? true;
	}

	/**
	 * @param array<string, mixed>|WP_Error|false $answer What earlier filters answered.
	 * @param array<string, mixed>                $args
	 *
	 * @return array<string, mixed>|WP_Error|false
	 */
	private function answerRemoteCall( array|WP_Error|false $answer, array $args, string $url ): array|WP_Error|false {
		if ( false !== $answer ) {
			return $answer;
		}
		$faked = null === $this->remote ? null : ( $this->remote )( $url, $args );
		if ( null !== $faked ) {
			return $faked;
		}
		foreach ( $this->allowedPrefixes as $prefix ) {
			if ( str_starts_with( $url, $prefix ) ) {
				return false;
			}
		}
		$this->unanswered[] = ( is_string( $args['method'] ?? null ) ? $args['method'] : 'GET' ) . ' ' . $url;
		return new WP_Error( 'http_request_not_executed', 'No fake of this test answers this call.' );
	}

	/**
	 * Turns the transactions of code under test into savepoints of the test's own, and notes statements that would end it.
	 */
	private function keepInTransaction( string $query ): string {
		$statement = strtoupper( ltrim( $query ) );
		if ( str_starts_with( $statement, 'START TRANSACTION' ) || str_starts_with( $statement, 'BEGIN' ) ) {
			return 'SAVEPOINT under_test';
		}
		if ( str_starts_with( $statement, 'COMMIT' ) ) {
			return 'RELEASE SAVEPOINT under_test';
		}
		if ( str_starts_with( $statement, 'ROLLBACK' ) && ! str_contains( $statement, 'SAVEPOINT' ) ) {
			return 'ROLLBACK TO SAVEPOINT under_test';
		}
		if ( 1 === preg_match( '/^(CREATE|ALTER|DROP|TRUNCATE|RENAME)\s+(?!TEMPORARY)/', $statement ) ) {
			$this->schemaChanges[] = $query;
			return 'SELECT 1';
		}
		return $query;
	}

	/**
	 * Stands in for the page that `wp_die()` shows.
	 *
	 * @param string|WP_Error             $message
	 * @param array<string, mixed>|string $args
	 */
	private static function halt( string|WP_Error $message, string $title = '', array|string $args = [] ): never {
		$parsed = wp_parse_args( $args, [ 'response' => 500 ] );
		throw new Halted( 'die', $message instanceof WP_Error ? $message->get_error_message() : $message, '', is_numeric( $parsed['response'] ) ? (int) $parsed['response'] : 500 );
	}
}
