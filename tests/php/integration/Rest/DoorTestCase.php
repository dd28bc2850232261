<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Rest;

use Causeway\Capture\Attempt;
use Causeway\Storage\AttemptTable;
use Causeway\Storage\Database;
use Causeway\Storage\Schema;
use Causeway\Storage\Settings;
use Causeway\Support\LoginNameHash;
use Causeway\Support\Reference;
use Causeway\Support\SystemRandomness;
use Causeway\Support\ViewToken;
use Causeway\Tests\Support\WordPressTestCase;
use Causeway\Wiring;
use WP_User;

/**
 * A door of the whole plugin, put together as in a request: real tables, real connectors, a portal's table, and Zoho CRM's answers from
 * a list. HTTP goes through WordPress's own server, cookies, nonces and all.
 */
abstract class DoorTestCase extends WordPressTestCase {

	/** What must never come out of any door. The refresh token has the shape of a real one. */
	protected const CANARIES = [
		'client_secret' => 'canary-client-secret-4711',
		'refresh_token' => '1000.ca9a12c0ffee15bad0dad5ecce7ca9a12c.0ff1ce5ec2e7ca9a12c0ffee15bad0da',
		'access_token'  => 'canary-access-token-0815',
	];

	protected const CONTACT = '5843104000000412019';

	protected const PORTAL_EMAIL = 'mara.lind@northwind.example';

	protected const VIEW_TOKEN = '0123456789abcdef0123456789abcdef';

	protected Wiring $wiring;

	/** Name of the contact in the CRM's recycle bin, as the CRM sends it. */
	protected string $contactName = 'Mara Lind';

	/** Whether the contact was put back. */
	protected bool $isRestored = false;

	/** @var list<string> `METHOD url` of each call to the CRM. */
	protected array $vendorCalls = [];

	private ?RecordingServer $server = null;

	private string $cookie = '';

	private string $nonce = '';

	protected function setUp(): void {
		parent::setUp();
		foreach ( Schema::TABLES as $table ) {
			self::wpdb()->query( 'DELETE FROM ' . $this->database()->table( $table ) );
		}
		$this->makePortal();
		$this->wiring = new Wiring( dirname( __DIR__, 4 ) . '/plugin.php' );
		// In place of the running plugin's own, which remembers what earlier tests had in their tables.
		remove_all_actions( 'rest_api_init', 5 );
		add_action( 'rest_api_init', fn () => $this->wiring->openRest(), 5 );
		add_filter( 'wp_rest_server_class', static fn (): string => RecordingServer::class );
		$GLOBALS['wp_rest_server'] = null;
		$this->answerRemoteCallsWith( $this->vendor( ... ) );
	}

	protected function tearDown(): void {
		foreach ( [ 'users', 'options', 'auth' ] as $table ) {
			self::wpdb()->query( "DROP TEMPORARY TABLE IF EXISTS ccgclientportal_{$table}" );
		}
		unset( $GLOBALS['HTTP_RAW_POST_DATA'], $GLOBALS['wp_rest_auth_cookie'] );
		parent::tearDown();
	}

	protected function database(): Database {
		return new Database( self::wpdb() );
	}

	/**
	 * A person who may do just these things.
	 *
	 * @param list<string> $capabilities
	 */
	protected static function personWith( array $capabilities ): WP_User {
		$user = self::user();
		foreach ( $capabilities as $capability ) {
			$user->add_cap( $capability );
		}
		return new WP_User( $user->ID );
	}

	/** From now on requests carry this person's cookie and nonce; nobody's where null. */
	protected function logIn( ?WP_User $user ): void {
		$this->cookie = null === $user ? '' : wp_generate_auth_cookie( $user->ID, time() + 600, 'logged_in' );
		$this->nonce  = '';
		if ( null !== $user ) {
			$_COOKIE[ LOGGED_IN_COOKIE ] = $this->cookie;
			wp_set_current_user( $user->ID );
			$this->nonce = wp_create_nonce( 'wp_rest' );
			unset( $_COOKIE[ LOGGED_IN_COOKIE ] );
		}
		wp_set_current_user( 0 );
	}

	/** An administrator, logged in. */
	protected function administrator(): WP_User {
		$user = self::user( [ 'role' => 'administrator' ] );
		$this->logIn( $user );
		return $user;
	}

	/** The nonce that requests carry; another one, or none, to see what happens. */
	protected function withNonce( string $nonce ): void {
		$this->nonce = $nonce;
	}

	protected function nonce(): string {
		return $this->nonce;
	}

	/**
	 * One request to `causeway/v1`, as the web server would hand it over.
	 *
	 * @param array<mixed>|string|null $body    An array is sent as JSON.
	 * @param array<string, string>    $headers
	 * @param array<string, string>    $query
	 */
	protected function http( string $method, string $path, array|string|null $body = null, array $headers = [], array $query = [] ): HttpAnswer {
		$kept = [ $_SERVER, $_GET, $_POST, $_REQUEST, $_COOKIE ];
		try {
			$_SERVER['REQUEST_METHOD'] = $method;
			$_SERVER['CONTENT_TYPE']   = is_array( $body ) ? 'application/json' : 'application/x-www-form-urlencoded';
			$_GET                      = $query;
			$_POST                     = [];
			if ( is_string( $body ) && 'POST' === $method ) {
				parse_str( $body, $_POST );
			}
			$_REQUEST = $_GET + $_POST;
			if ( '' !== $this->cookie ) {
				$_COOKIE[ LOGGED_IN_COOKIE ] = $this->cookie;
			}
			if ( '' !== $this->nonce ) {
				$_SERVER['HTTP_X_WP_NONCE'] = $this->nonce;
			}
			foreach ( $headers as $name => $value ) {
				$_SERVER[ 'HTTP_' . strtoupper( str_replace( '-', '_', $name ) ) ] = $value;
			}
			// WordPress takes the body from here before it reads the request itself.
			$GLOBALS['HTTP_RAW_POST_DATA']  = is_array( $body ) ? (string) json_encode( [] === $body ? new \stdClass() : $body ) : (string) $body;
			$GLOBALS['current_user']        = null;
			$GLOBALS['wp_rest_auth_cookie'] = null;
			// An earlier request of this process may have come with an Application Password.
			$GLOBALS['wp_rest_application_password_status'] = null;
			wp_get_current_user(); // WordPress has asked who it is long before REST is served.
			$server                         = $this->server();
			$server->status                 = 200;
			$server->headers                = [];
			ob_start();
			try {
				$server->serve_request( '/causeway/v1' . $path );
			} finally {
				$printed = (string) ob_get_clean();
			}
			return new HttpAnswer( $server->status, $server->headers, $printed );
		} finally {
			[ $_SERVER, $_GET, $_POST, $_REQUEST, $_COOKIE ] = $kept;
			wp_set_current_user( 0 );
		}
	}

	protected function server(): RecordingServer {
		if ( null === $this->server ) {
			$server = rest_get_server();
			self::assertInstanceOf( RecordingServer::class, $server );
			$this->server = $server;
		}
		return $this->server;
	}

	/** @param array<string, mixed> $variables */
	protected function ask( string $query, array $variables = [] ): HttpAnswer {
		return $this->http( 'POST', '/graphql', [ 'query' => $query ] + ( [] === $variables ? [] : [ 'variables' => $variables ] ) );
	}

	/** Saves the connection by its door, with every canary in it. Needs somebody logged in who may. */
	protected function connect( bool $mayWrite = true ): void {
		$answer = $this->http(
			'PUT',
			'/connections/zoho-crm',
			[
				'system'    => 'zoho-crm',
				'may_write' => $mayWrite,
				'fields'    => [
					'data_centre'   => 'us',
					'client_id'     => '1000.CLIENTID',
					'client_secret' => self::CANARIES['client_secret'],
					'refresh_token' => self::CANARIES['refresh_token'],
				],
			]
		);
		self::assertSame( 200, $answer->status, $answer->body );
	}

	/** Writes a refusal as Capture would. */
	protected function refuse( int $userId = 0, string $typed = self::PORTAL_EMAIL, bool $isProven = true, string $symptom = 'catalyst-connect:contact-your-administrator' ): Reference {
		$reference = Reference::random( new SystemRandomness() );
		$call      = (string) json_encode(
			[
				'system' => 'zoho-crm',
				'path'   => '/crm/v8/Contacts/{id}',
				'status' => 204,
				'code'   => '',
				'fault'  => '',
				'ms'     => 41,
			]
		);
		( new AttemptTable( $this->database(), new SystemRandomness() ) )->append( new Attempt( $reference, get_current_blog_id(), time(), 'portal-page', $userId, $this->hash( $typed ), '', $symptom, $symptom, $isProven, $isProven ? ViewToken::hash( self::VIEW_TOKEN ) : '', $call ) );
		return $reference;
	}

	protected function hash( string $typed ): string {
		return ( new LoginNameHash( ( new Settings( $this->database(), new SystemRandomness() ) )->hashKey() ) )->of( $typed );
	}

	/** Background work by its door. Needs somebody logged in who may. */
	protected function work(): void {
		$answer = $this->http( 'POST', '/work' );
		self::assertSame( 200, $answer->status, $answer->body );
	}

	/** A refused portal person whose contact lies in the CRM's recycle bin, diagnosed. Returns the case's id. Leaves an administrator logged in. */
	protected function diagnosedCase(): int {
		$this->administrator();
		$this->connect();
		$this->refuse();
		$this->work();
		return $this->onlyCase();
	}

	protected function onlyCase(): int {
		$ids = self::wpdb()->get_col( "SELECT id FROM {$this->database()->table( 'cases' )}" );
		self::assertCount( 1, $ids );
		return (int) $ids[0];
	}

	/** Zoho CRM, as far as it is asked here. */
	private function vendor( string $url, array $arguments ): ?array {
		$method              = is_string( $arguments['method'] ?? null ) ? $arguments['method'] : 'GET';
		$this->vendorCalls[] = $method . ' ' . $url;
		if ( 'https://accounts.zoho.com/oauth/v2/token' === $url ) {
			return self::answer(
				200,
				[
					'access_token' => self::CANARIES['access_token'],
					'api_domain'   => 'https://www.zohoapis.com',
					'expires_in'   => 3600,
					'scope'        => 'ZohoCRM.org.READ ZohoCRM.modules.ALL ZohoCRM.coql.READ ZohoCRM.settings.ALL',
				]
			);
		}
		$path = (string) preg_replace( '#^https://www\.zohoapis\.com/crm/v8|\?.*$#', '', $url );
		return match ( true ) {
			'/org' === $path                                   => self::answer( 200, [ 'org' => [ [ 'zgid' => '777000111', 'company_name' => 'Northwind' ] ] ] ),
			'/coql' === $path                                  => self::answer( 204 ),
			'/Contacts/' . self::CONTACT === $path             => $this->isRestored ? self::answer( 200, [ 'data' => [ [ 'id' => self::CONTACT, 'Full_Name' => $this->contactName, 'Email' => self::PORTAL_EMAIL, 'Account_Name' => [ 'id' => '5843104000000999001', 'name' => 'Northwind Ltd' ] ] ] ] ) : self::answer( 204 ),
			'/settings/recycle_bin' === $path && ! $this->isRestored => self::answer( 200, [ 'recycle_bin' => [ [ 'id' => self::CONTACT, 'display_name' => $this->contactName, 'deleted_time' => '2026-02-02T10:00:00+00:00', 'deleted_by' => [ 'name' => 'Import' ] ] ] ] ),
			'/settings/recycle_bin' === $path                  => self::answer( 204 ),
			'/settings/recycle_bin/actions/restore' === $path  => $this->restored(),
			'/Contacts/deleted' === $path                      => self::answer( 204 ),
			'/settings/fields' === $path                       => self::answer( 200, [ 'fields' => [ [ 'api_name' => 'Email', 'id' => '1' ] ] ] ),
			default                                            => null,
		};
	}

	/** @return array<string, mixed> */
	private function restored(): array {
		$this->isRestored = true;
		return self::answer( 200, [ 'recycle_bin' => [ [ 'code' => 'SUCCESS', 'status' => 'success', 'details' => [ 'id' => self::CONTACT ] ] ] ] );
	}

	/** Temporary tables of the portal: nothing of them is left, and the transaction stays. */
	private function makePortal(): void {
		foreach ( [
				'CREATE TEMPORARY TABLE ccgclientportal_users (id int PRIMARY KEY, crmid varchar(30), fname varchar(150), lname varchar(150), fullname varchar(150), email varchar(100), username varchar(100), password varchar(100), status varchar(10), condtl text) DEFAULT CHARACTER SET utf8mb4',
				"INSERT INTO ccgclientportal_users VALUES (7, '" . self::CONTACT . "', 'Mara', 'Lind', 'Mara Lind', '" . self::PORTAL_EMAIL . "', 'mara', 'plain', 'Active', '{}')",
				'CREATE TEMPORARY TABLE ccgclientportal_options (id int PRIMARY KEY, option_name varchar(150), option_index varchar(100), option_value mediumtext)',
				'CREATE TEMPORARY TABLE ccgclientportal_auth (id int PRIMARY KEY, access_token varchar(500), create_time datetime NOT NULL DEFAULT CURRENT_TIMESTAMP)',
				"INSERT INTO ccgclientportal_auth (id, access_token) VALUES (1, 'x')",
			] as $statement
		) {
			self::wpdb()->query( $statement );
		}
	}
}
