<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Closure;

/**
 * Every hook of the login path. Registers cheap closures; nothing else of this room is loaded before somebody types a name, a portal
 * calls its vendor, or a form is answered on the front end.
 *
 * Each closure stands in the guard: a fault of ours leaves what bare WordPress would have done. The README lists hooks and priorities.
 */
final class LoginHooks {

	private const FIRST = PHP_INT_MIN;

	private const LAST = PHP_INT_MAX;

	/** Just after WordPress's own password checks. */
	private const AFTER_PASSWORD = 21;

	/** Just before WordPress checks an Application Password, at 20. */
	private const BEFORE_PROGRAMS = 19;

	/** After what other plugins usually do to the errors; who comes later still is noticed at `login_errors`. */
	private const ERRORS = 1000;

	/** Just before WordPress tells somebody of another site of the network, at 99, and ends the request. */
	private const BEFORE_SPLASH = 98;

	/** Cookie with the reference of a refusal whose page is still to come. */
	public const CARRIED = 'causeway_refused';

	/** Parameters in which portals, WordPress's plugins and identity providers (RFC 6749, 4.1.2.1) hand back an error's code. */
	public const RETURNED_FIELDS = [ 'error', 'error_code', 'errors', 'err', 'login', 'login_error', 'login-error', 'login_failed', 'auth_error', 'sso_error', 'reason', 'failed' ];

	private ?CaptureRoom $room = null;

	private bool $isJudging = false;

	private int $siteId = 0;

	/** @param Closure(): CaptureRoom $makeRoom */
	public function __construct( private readonly Guard $guard, private readonly Closure $makeRoom ) {}

	/** Nothing is registered where `CAUSEWAY_DISABLE` is set. */
	public function hooks(): void {
		if ( defined( 'CAUSEWAY_DISABLE' ) && constant( 'CAUSEWAY_DISABLE' ) ) {
			return;
		}
		$this->filter( 'determine_current_user', 'gate', $this->programArrives( ... ), self::BEFORE_PROGRAMS, 1 );
		// The password is never among the accepted arguments: two of three, one of two, one of four.
		$this->filter( 'authenticate', 'begin', $this->begin( ... ), self::FIRST, 2 );
		$this->filter( 'wp_authenticate_user', 'account-found', $this->accountFound( ... ), self::LAST, 1 );
		$this->filter( 'check_password', 'password-checked', $this->passwordChecked( ... ), self::FIRST, 1 );
		$this->filter( 'authenticate', 'after-password', $this->afterPassword( ... ), self::AFTER_PASSWORD, 1 );
		$this->filter( 'authenticate', 'judged', $this->judged( ... ), self::LAST, 1 );
		// Before others, of whom many end the request with a redirect.
		$this->action( 'wp_login_failed', 'failed', $this->failed( ... ), self::FIRST, 2 );
		$this->action( 'application_password_failed_authentication', 'application-password', $this->applicationPasswordFailed( ... ), self::LAST, 1 );
		$this->action( 'wp_login', 'logged-in', $this->loggedIn( ... ), self::FIRST, 2 );
		if ( is_multisite() ) {
			$this->action( 'admin_page_access_denied', 'access-denied', $this->accessDenied( ... ), self::BEFORE_SPLASH, 0 );
		}
		$this->filter( 'wp_login_errors', 'errors', $this->errors( ... ), self::ERRORS, 1 );
		$this->filter( 'login_errors', 'text', $this->text( ... ), self::LAST, 1 );
		$this->filter( 'rest_post_dispatch', 'rest-answer', $this->restAnswer( ... ), self::LAST, 1 );
		$this->filter( 'lostpassword_errors', 'lost-password', $this->lostPassword( ... ), self::LAST, 2 );
		$this->filter( 'http_request_args', 'call-started', $this->callStarted( ... ), self::LAST, 2 );
		$this->action( 'http_api_debug', 'call-ended', $this->callEnded( ... ), self::FIRST, 5 );
		$this->filter( 'wp_redirect', 'redirected', $this->redirected( ... ), self::LAST, 1 );
		$this->action( 'template_redirect', 'page-begins', $this->pageBegins( ... ), self::FIRST, 0 );
		$this->action( 'shutdown', 'finish', $this->finish( ... ), self::LAST, 0 );
	}

	private function filter( string $hook, string $name, callable $callback, int $priority, int $arguments ): void {
		add_filter( $hook, $this->guard->filter( $name, $callback ), $priority, $arguments );
	}

	private function action( string $hook, string $name, callable $callback, int $priority, int $arguments ): void {
		add_action( $hook, $this->guard->action( $name, $callback ), $priority, $arguments );
	}

	/** Null where the fuse is blown or a fault of ours has happened in this request. */
	private function room(): ?CaptureRoom {
		if ( null === $this->room && $this->guard->isOpen() ) {
			$this->room   = ( $this->makeRoom )();
			$this->siteId = get_current_blog_id();
			// A fatal error in somebody's `shutdown` callback must not lose the attempt.
			register_shutdown_function( $this->guard->action( 'finish', $this->finish( ... ) ) );
		}
		return $this->room;
	}

	private function begin( mixed $user, mixed $username = '' ): mixed {
		$this->isJudging = false;
		if ( is_string( $username ) && '' !== $username ) {
			if ( ! $user instanceof \WP_User ) {
				$this->passTheGate();
			}
			$this->room()?->path()->begin( $username );
			$this->isJudging = null !== $this->room;
			$this->room?->recordFlight( $username, $this->guard->filter( ... ) );
		}
		return $user;
	}

	/** `determine_current_user`: a program shows an Application Password, which WordPress checks next. */
	private function programArrives( mixed $userId ): mixed {
		$isProgram = 0 === (int) ( is_scalar( $userId ) ? $userId : 0 ) && isset( $_SERVER['PHP_AUTH_USER'], $_SERVER['PHP_AUTH_PW'] )
			&& ( ( defined( 'XMLRPC_REQUEST' ) && XMLRPC_REQUEST ) || ( defined( 'REST_REQUEST' ) && REST_REQUEST ) );
		if ( $isProgram ) {
			$this->passTheGate();
		}
		return $userId;
	}

	/** Comes back only where the attempt may go on. */
	private function passTheGate(): void {
		$gate = defined( 'WP_CLI' ) && WP_CLI ? null : $this->room()?->gate();
		$wait = null === $gate ? 0 : $gate->secondsToWait();
		if ( $wait > 0 ) {
			$this->room?->turnAway( $wait );
		}
	}

	private function accountFound( mixed $user ): mixed {
		return $this->isJudging && null !== $this->room ? $this->room->path()->accountFound( $user ) : $user;
	}

	private function passwordChecked( mixed $isRight ): mixed {
		if ( $this->isJudging ) {
			$this->room?->path()->passwordChecked( (bool) $isRight );
		}
		return $isRight;
	}

	private function afterPassword( mixed $user ): mixed {
		if ( $this->isJudging ) {
			$this->room?->path()->afterPassword( $user );
		}
		return $user;
	}

	private function judged( mixed $user ): mixed {
		if ( $this->isJudging ) {
			$this->isJudging = false;
			$this->room?->flightDecided();
			$this->room?->path()->judged( $user );
			if ( ! $user instanceof \WP_User ) {
				$this->room?->gate()?->loginFailed();
			}
		}
		return $user;
	}

	private function failed( mixed $username = '', mixed $error = null ): void {
		$this->room()?->path()->failed( $username, $error );
		if ( wp_doing_ajax() || ( defined( 'REST_REQUEST' ) && REST_REQUEST ) || isset( $_GET['wc-ajax'] ) ) {
			$this->room?->carryOn( '' );
		}
	}

	private function redirected( mixed $target ): mixed {
		if ( is_string( $target ) && '' !== $target ) {
			$this->room?->carryOn( $target );
		}
		return $target;
	}

	private function applicationPasswordFailed( mixed $error = null ): void {
		$this->room()?->path()->applicationPasswordFailed( $error );
		$this->room?->gate()?->loginFailed();
	}

	private function loggedIn( mixed $name = '', mixed $user = null ): void {
		$this->room?->path()->loggedIn( $user instanceof \WP_User ? $user->ID : 0 );
	}

	private function accessDenied(): void {
		$userId = get_current_user_id();
		if ( is_network_admin() || ! SiteMembership::isMissing( $userId ) ) {
			return;
		}
		$below = (string) $this->room()?->path()->accessDenied( $userId );
		$this->room?->carryOn( '' );
		add_filter(
			'wp_die_handler',
			static fn ( callable $die ): callable => static fn ( mixed $message, mixed $title = '', mixed $arguments = [] ): mixed => $die( is_string( $message ) ? $message . '<p>' . $below . '</p>' : $message, $title, $arguments ),
			self::LAST
		);
	}

	private function errors( mixed $errors ): mixed {
		return null === $this->room ? $errors : $this->room->path()->errorsToShow( $errors );
	}

	private function text( mixed $html ): mixed {
		if ( ! is_string( $html ) || null === $this->room ) {
			return $html;
		}
		$this->room->path()->textShown( $html );
		// wp-login.php has had its say at `wp_login_errors`; a form of a plugin that shows its errors by the same filter has not.
		return 'wp-login.php' === ( $GLOBALS['pagenow'] ?? '' ) ? $html : $this->room->path()->textToShow( $html );
	}

	private function restAnswer( mixed $response ): mixed {
		return $response instanceof \WP_REST_Response && null !== $this->room ? $this->room->path()->restAnswer( $response ) : $response;
	}

	private function lostPassword( mixed $errors, mixed $account = null ): mixed {
		$isTheForm = 'wp-login.php' === ( $GLOBALS['pagenow'] ?? '' ) && 'POST' === ( $_SERVER['REQUEST_METHOD'] ?? '' );
		$room      = $isTheForm && $errors instanceof \WP_Error ? $this->room() : null;
		if ( null === $room || ! $errors instanceof \WP_Error ) {
			return $errors;
		}
		$typed = $_POST['user_login'] ?? '';
		return $room->lostPassword()->equalise( $errors, is_string( $typed ) ? wp_unslash( $typed ) : '', $account instanceof \WP_User ? $account : null );
	}

	private function callStarted( mixed $arguments, mixed $url = '' ): mixed {
		if ( is_string( $url ) && $this->isVisit() ) {
			$this->room()?->calls()->started( $url );
		}
		return $arguments;
	}

	private function callEnded( mixed $response = null, mixed $context = '', mixed $transport = '', mixed $arguments = [], mixed $url = '' ): void {
		if ( ! is_string( $url ) || ! $this->isVisit() ) {
			return;
		}
		$isError = is_wp_error( $response );
		$answer  = is_array( $response ) ? $response : [];
		$this->room()?->calls()->ended(
			$url,
			$isError ? 0 : (int) wp_remote_retrieve_response_code( $answer ),
			$isError ? '' : wp_remote_retrieve_body( $answer ),
			$isError ? $response->get_error_message() : ''
		);
	}

	/** Whether a person waits at a form; background work and screens of the admin make calls of their own. */
	private function isVisit(): bool {
		return ! is_admin() && ! wp_doing_cron() && ! ( defined( 'WP_CLI' ) && WP_CLI ) && ! ( defined( 'REST_REQUEST' ) && REST_REQUEST );
	}

	private function pageBegins(): void {
		$userId = get_current_user_id();
		$isPlain = [] === $_POST && ! isset( $_COOKIE[ self::CARRIED ] ) && [] === array_intersect( self::RETURNED_FIELDS, array_keys( $_GET ) );
		if ( ( $isPlain && 0 === $userId ) || is_feed() || is_search() || is_robots() || is_trackback() || is_embed() || is_preview() || is_customize_preview() ) {
			return;
		}
		$shown  = is_singular() ? get_queried_object() : null;
		$isPost = $shown instanceof \WP_Post;
		if ( true !== $this->room()?->page()->begin( $isPost ? $shown->ID : 0, $isPost ? $shown->post_content : '', $userId ) ) {
			return;
		}
		if ( function_exists( 'wp_start_template_enhancement_output_buffer' ) ) {
			$this->filter( 'wp_template_enhancement_output_buffer', 'page', $this->page( ... ), self::LAST, 1 );
			return;
		}
		// WordPress before 6.9 has no buffer of its own.
		$conclude = $this->guard->filter( 'page', $this->page( ... ) );
		ob_start(
			static function ( string $html, int $phase ) use ( $conclude ): string {
				$page = 0 === ( $phase & PHP_OUTPUT_HANDLER_CLEAN ) && self::isHtml() ? $conclude( $html ) : $html;
				return is_string( $page ) ? $page : $html;
			},
			0,
			PHP_OUTPUT_HANDLER_STDFLAGS ^ PHP_OUTPUT_HANDLER_FLUSHABLE
		);
	}

	private function page( mixed $html ): mixed {
		return is_string( $html ) && null !== $this->room
			? $this->room->page()->conclude( $html, get_current_user_id(), $this->room->path()->isIn() )
			: $html;
	}

	private static function isHtml(): bool {
		foreach ( headers_list() as $header ) {
			if ( 0 === stripos( $header, 'content-type:' ) ) {
				return 1 === preg_match( '~^content-type:\s*(?:text/html|application/xhtml\+xml)\s*(?:;|$)~i', $header );
			}
		}
		return true;
	}

	private function finish(): void {
		$this->room?->finish( $this->siteId );
	}
}
