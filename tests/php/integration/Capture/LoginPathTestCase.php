<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Capture;

use Causeway\Block\LoginErrorSlot;
use Causeway\Capture\Attempt;
use Causeway\Capture\AttemptLog;
use Causeway\Capture\CaptureRoom;
use Causeway\Capture\CaptureSettings;
use Causeway\Capture\FlightLog;
use Causeway\Capture\Fuse;
use Causeway\Capture\FuseStore;
use Causeway\Capture\Guard;
use Causeway\Capture\LoginHooks;
use Causeway\Capture\ProvenDiagnosis;
use Causeway\Capture\ResetQueue;
use Causeway\Support\ClientAddress;
use Causeway\Support\Clock;
use Causeway\Support\SystemRandomness;
use Causeway\Tests\Support\WordPressTestCase;
use Closure;

/** The login path in a real WordPress, with a log in memory that costs one query a write, as the table does. */
abstract class LoginPathTestCase extends WordPressTestCase implements AttemptLog, CaptureSettings, FlightLog, FuseStore, ProvenDiagnosis, ResetQueue, Clock {

	protected const PASSWORD = 'correct horse battery';

	/** Every callback of ours, by hook and priority. */
	private const HOOKS = [
		[ 'authenticate', PHP_INT_MIN ],
		[ 'authenticate', 21 ],
		[ 'authenticate', PHP_INT_MAX ],
		[ 'wp_authenticate_user', PHP_INT_MAX ],
		[ 'check_password', PHP_INT_MIN ],
		[ 'wp_login_failed', PHP_INT_MIN ],
		[ 'wp_redirect', PHP_INT_MAX ],
		[ 'application_password_failed_authentication', PHP_INT_MAX ],
		[ 'wp_login', PHP_INT_MIN ],
		[ 'wp_login_errors', 1000 ],
		[ 'login_errors', PHP_INT_MAX ],
		[ 'rest_post_dispatch', PHP_INT_MAX ],
		[ 'lostpassword_errors', PHP_INT_MAX ],
		[ 'http_request_args', PHP_INT_MAX ],
		[ 'http_api_debug', PHP_INT_MIN ],
		[ 'template_redirect', PHP_INT_MIN ],
		[ 'shutdown', PHP_INT_MAX ],
	];

	/** @var list<Attempt> */
	protected array $attempts = [];

	/** @var array{system: string, cause: string}|null */
	protected ?array $known = null;

	/** @var list<int> */
	protected array $pages = [];

	/** @var list<array{string, int}> Requests for a new password: hash of the typed name, account. */
	protected array $resets = [];

	/** @var list<array{int, int, list<string>}> Whose logins are noted. */
	protected array $armed = [];

	/** @var list<array<string, mixed>> */
	protected array $flights = [];

	protected bool $areResetsServed = true;

	protected int $reads = 0;

	/** Whether anything but the hooks was made. */
	protected bool $isAwake = false;

	protected bool $expectsFaults = false;

	protected LoginHooks $login;

	private string $key = '';

	private int $now = 1_790_000_000;

	/** @var array{faults: list<int>, blownAt: int, where: string} */
	private array $fuse = [
		'faults'  => [],
		'blownAt' => 0,
		'where'   => '',
	];

	protected function setUp(): void {
		parent::setUp();
		$this->key = bin2hex( random_bytes( 16 ) );
		foreach ( self::HOOKS as [ $hook, $priority ] ) {
			remove_all_filters( $hook, $priority );
		}
		$GLOBALS['pagenow']        = 'wp-login.php';
		$_SERVER['REQUEST_METHOD'] = 'POST';
	}

	protected function tearDown(): void {
		foreach ( glob( sys_get_temp_dir() . '/causeway-' . substr( hash_hmac( 'sha256', 'spool of site ' . get_current_blog_id(), $this->key ), 0, 24 ) . '/*' ) ?: [] as $file ) {
			unlink( $file );
		}
		$folder = sys_get_temp_dir() . '/causeway-' . substr( hash_hmac( 'sha256', 'spool of site ' . get_current_blog_id(), $this->key ), 0, 24 );
		if ( is_dir( $folder ) ) {
			rmdir( $folder );
		}
		parent::tearDown();
	}

	/** A fault of ours is swallowed on purpose; a test that does not expect one fails of it. */
	protected function assertPostConditions(): void {
		parent::assertPostConditions();
		if ( ! $this->expectsFaults ) {
			self::assertSame( '', $this->fuse['where'] );
		}
	}

	/** @param (Closure(string): void)|null $watch */
	protected function wire( ?Closure $watch = null ): void {
		$guard       = new Guard( fn (): Fuse => new Fuse( $this, $this ), $watch );
		$this->login = new LoginHooks(
			$guard,
			function (): CaptureRoom {
				$this->isAwake = true;
				return new CaptureRoom( $this, $this, $this, new LoginErrorSlot(), $this, new SystemRandomness(), self::classifierFile(), static fn ( string $system, string $cause ): string => "Text of {$system}/{$cause}.", static fn (): string => '', static fn () => null, fn (): ResetQueue => $this, fn (): FlightLog => $this, static fn (): ClientAddress => new ClientAddress( '' ) );
			}
		);
		$this->login->hooks();
	}

	/** Posts the login form; gives what WordPress and everybody on its hooks decided. */
	protected function logIn( string $name, string $password ): \WP_User|\WP_Error {
		$_POST['log'] = wp_slash( $name );
		$_POST['pwd'] = $password;
		$this->now   += 60;
		return wp_signon( [], false );
	}

	/** What wp-login.php would show for it. */
	protected function shown( \WP_Error $error ): \WP_Error {
		$shown = apply_filters( 'wp_login_errors', $error, admin_url() );
		self::assertInstanceOf( \WP_Error::class, $shown );
		apply_filters( 'login_errors', implode( '<br>', $shown->get_error_messages() ) );
		return $shown;
	}

	/** Begins a front-end page with this content, for our part of `template_redirect` alone. */
	protected function beginPage( string $content = '' ): void {
		$page                    = self::page( $content );
		$GLOBALS['wp_query']     = new \WP_Query( [ 'page_id' => $page->ID ] );
		$GLOBALS['wp_the_query'] = $GLOBALS['wp_query'];
		foreach ( $GLOBALS['wp_filter']['template_redirect']->callbacks[ PHP_INT_MIN ] ?? [] as $callback ) {
			( $callback['function'] )();
		}
	}

	/** Runs our part of the request's end. */
	protected function endRequest(): void {
		foreach ( $GLOBALS['wp_filter']['shutdown']->callbacks[ PHP_INT_MAX ] ?? [] as $callback ) {
			( $callback['function'] )();
		}
	}

	public function append( Attempt $attempt ): void {
		self::wpdb()->query( "SELECT 'one attempt'" );
		$this->attempts[] = $attempt;
	}

	public function appendAll( array $attempts ): void {
		array_push( $this->attempts, ...$attempts );
	}

	public function hashKey(): string {
		return $this->key;
	}

	public function vendorHosts(): array {
		return [ 'vendor.example:443' => 'zoho-crm' ];
	}

	public function portalPageIds(): array {
		return $this->pages;
	}

	public function armedPeople(): array {
		return $this->armed;
	}

	public function record( int $userId, array $flight ): void {
		$this->flights[] = [ 'userId' => $userId ] + $flight;
	}

	public function hasStormGate(): bool {
		return false;
	}

	public function sitePatternIds(): array {
		return [];
	}

	public function fuse(): array {
		return $this->fuse;
	}

	public function saveFuse( array $state ): void {
		$this->fuse = $state;
	}

	public function forPerson( int $userId, string $loginHash ): ?array {
		++$this->reads;
		return $this->known;
	}

	public function now(): int {
		return $this->now;
	}

	public function elapsedNanoseconds(): int {
		return (int) hrtime( true );
	}

	private static function classifierFile(): string {
		$file = sys_get_temp_dir() . '/causeway-classifier-of-tests-' . getmypid() . '.php';
		if ( ! is_file( $file ) ) {
			$catalog = [
				'version'  => 'test',
				'codes'    => [
					'wp-login' => [
						'incorrect_password' => [ [ '/captcha is wrong/i', 'captcha:wrong', 'nothing' ], [ '/robot check/i', 'wordpress:robot-check', 'nothing', 'Robot Check' ], [ '', 'wordpress:wrong-password', 'nothing' ] ],
						'invalid_username'   => [ [ '', 'wordpress:unknown-name', 'nothing' ] ],
						'invalid_email'      => [ [ '', 'wordpress:unknown-address', 'nothing' ] ],
						'pending_approval'   => [ [ '', 'approval:pending', 'nothing' ] ],
						'test_cookie'        => [ [ '', 'wordpress:cookies-blocked', 'nothing' ] ],
					],
				],
				'patterns' => [
					'wp-login'    => [ [ '/\btoo many attempts\b/i', 'limiter:locked', 'nothing' ] ],
					'portal-page' => [
						[ '/^Please contact your administrator$/imu', 'catalyst-connect:contact-administrator', 'password-if-vendor-call' ],
						[ '/^Invalid User Name \/ Password$/imu', 'catalyst-connect:invalid', 'nothing' ],
					],
				],
				'hosts'    => [ 'zohoapis.com' => 'zoho-crm' ],
			];
			file_put_contents( $file, '<?php return ' . var_export( $catalog, true ) . ';' );
			register_shutdown_function( static fn () => is_file( $file ) && unlink( $file ) );
		}
		return $file;
	}

	public function isServed(): bool {
		return $this->areResetsServed;
	}

	public function put( string $nameHash, int $userId ): void {
		self::wpdb()->query( 'DO 1' );
		$this->resets[] = [ $nameHash, $userId ];
	}
}
