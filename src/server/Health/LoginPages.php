<?php

declare(strict_types=1);

namespace Causeway\Health;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\Transport;

/** The site's own pages with a login form, asked for as a visitor's browser would. Waits for the site; changes nothing and tries no name. */
final class LoginPages {

	/** Marks that caches in front of a site leave on what they kept: header, and what its value says then. */
	private const KEPT = [
		'x-cache'              => '/\bhit\b/i',
		'x-cache-status'       => '/\bhit\b/i',
		'cf-cache-status'      => '/\bhit\b/i',
		'x-litespeed-cache'    => '/\bhit\b/i',
		'x-proxy-cache'        => '/\bhit\b/i',
		'x-srcache-fetch-status' => '/\bhit\b/i',
		'x-varnish'            => '/\d+\s+\d+/',
		'age'                  => '/^[1-9]/',
	];

	private const DAY_SECONDS = 86_400;

	private const SECONDS = 8.0;

	private const MOST_PAGES = 3;

	public function __construct( private readonly Transport $transport ) {}

	/** Whether the test cookie that the login page sets reaches WordPress when the form is sent. */
	public function cookie(): Verdict {
		try {
			$page = $this->get( wp_login_url() );
			$sent = self::cookies( $page );
			if ( ! isset( $sent[ self::testCookie() ] ) ) {
				return new Verdict(
					'critical',
					__( 'The login page sets no cookie', 'causeway' ),
					__( 'WordPress sets a test cookie with its login page, and it did not arrive. Either something prints output before WordPress can set it, or a cache answers instead of WordPress. Nobody can log in with such a page.', 'causeway' )
				);
			}
			// An empty form: no name is tried, so nothing counts as a failed login.
			$answer = $this->transport->send( new Request( 'POST', wp_login_url(), [ 'Cookie' => self::header( $sent ), 'Content-Type' => 'application/x-www-form-urlencoded' ], [], 'log=&pwd=&testcookie=1', false, self::SECONDS ) );
		} catch ( ConnectorFault $fault ) {
			return self::unseen( $fault );
		}
		return self::saysCookiesAreBlocked( $answer->body )
			? new Verdict(
				'critical',
				__( 'The login cookie does not come back', 'causeway' ),
				__( 'The login page sets its cookie, but WordPress does not see it when the form is sent. Look for a proxy, a cache or a firewall that takes cookies off requests to wp-login.php, and for a cookie domain or path in wp-config.php that is not this site’s.', 'causeway' )
			)
			: new Verdict( 'good', __( 'The login cookie goes out and comes back', 'causeway' ), __( 'The login page’s test cookie was set, and WordPress saw it again when the form was sent.', 'causeway' ) );
	}

	/** Whether somebody keeps a copy of the login page. */
	public function cache(): Verdict {
		try {
			$this->get( wp_login_url() );
			$again = $this->get( wp_login_url() );
		} catch ( ConnectorFault $fault ) {
			return self::unseen( $fault );
		}
		$kept = self::keptBy( $again );
		if ( '' !== $kept ) {
			return new Verdict(
				'critical',
				__( 'The login page is served from a cache', 'causeway' ),
				/* translators: %s: name and value of a header, such as x-cache: HIT */
				sprintf( __( 'The answer carries the mark of a cache (%s). People get somebody else’s form: cookies are missing and what the form carries has run out. Exclude wp-login.php and every page with a login form from the cache.', 'causeway' ), $kept )
			);
		}
		return 1 === preg_match( '/no-store|no-cache|private/i', $again->headers['cache-control'] ?? '' )
			? new Verdict( 'good', __( 'The login page is not cached', 'causeway' ), __( 'Two requests in a row were both answered by WordPress, which forbids keeping the page.', 'causeway' ) )
			: new Verdict( 'recommended', __( 'Nothing forbids caching the login page', 'causeway' ), __( 'WordPress sends its login page with headers that forbid keeping it, and they did not arrive. Find out what takes them off, or a cache may keep the page one day.', 'causeway' ) );
	}

	/**
	 * Whether pages with a login form may be kept for longer than what their forms carry is good for.
	 *
	 * @param list<array{title: string, url: string}> $pages The first three are asked for.
	 */
	public function nonces( array $pages ): Verdict {
		$lives = self::nonceSeconds();
		$lines = [];
		foreach ( array_slice( $pages, 0, self::MOST_PAGES ) as $page ) {
			try {
				$answer = $this->get( $page['url'] );
			} catch ( ConnectorFault $fault ) {
				return self::unseen( $fault );
			}
			$seconds = max( self::number( $answer->headers['age'] ?? '' ), self::maxAge( $answer->headers['cache-control'] ?? '' ) );
			if ( $seconds >= $lives ) {
				/* translators: 1: title of a page, 2: length of time such as 2 days, 3: length of time such as 12 hours */
				$lines[] = sprintf( __( '“%1$s” may be kept for %2$s, what its form carries is good for %3$s.', 'causeway' ), $page['title'], human_time_diff( 0, $seconds ), human_time_diff( 0, $lives ) );
			} elseif ( '' !== self::keptBy( $answer ) ) {
				/* translators: 1: title of a page, 2: name and value of a header */
				$lines[] = sprintf( __( '“%1$s” was served from a cache (%2$s).', 'causeway' ), $page['title'], self::keptBy( $answer ) );
			}
		}
		if ( [] === $pages ) {
			return new Verdict( 'good', __( 'No page of this site holds a portal’s login form', 'causeway' ), __( 'Only wp-login.php is used, as far as Causeway knows. Pages with a portal’s form are chosen in Causeway’s settings.', 'causeway' ) );
		}
		return [] === $lines
			? new Verdict( 'good', __( 'Pages with a login form are fresh enough', 'causeway' ), __( 'None of them is kept for longer than what its form carries is good for.', 'causeway' ) )
			: new Verdict( 'critical', __( 'A page with a login form is kept too long', 'causeway' ), implode( ' ', $lines ) . ' ' . __( 'Forms from such a copy are refused, whatever is typed. Exclude these pages from the cache.', 'causeway' ) );
	}

	/** @throws ConnectorFault */
	private function get( string $url ): Response {
		return $this->transport->send( new Request( 'GET', $url, [], [], '', true, self::SECONDS ) );
	}

	/** Name of WordPress’s test cookie, which a site may choose itself. */
	private static function testCookie(): string {
		$name = defined( 'TEST_COOKIE' ) ? constant( 'TEST_COOKIE' ) : '';
		return is_string( $name ) && '' !== $name ? $name : 'wordpress_test_cookie';
	}

	/** @return array<string, string> Value by name. */
	private static function cookies( Response $page ): array {
		$cookies = [];
		foreach ( explode( "\n", $page->headers['set-cookie'] ?? '' ) as $line ) {
			[ $name, $value ] = [ ...explode( '=', explode( ';', $line, 2 )[0], 2 ), '' ];
			if ( '' !== trim( $name ) ) {
				$cookies[ trim( $name ) ] = $value;
			}
		}
		return $cookies;
	}

	/** @param array<string, string> $cookies */
	private static function header( array $cookies ): string {
		return implode( '; ', array_map( static fn ( string $name, string $value ): string => "{$name}={$value}", array_keys( $cookies ), $cookies ) );
	}

	/** WordPress’s own two sentences about cookies, in the language that its login page speaks. */
	private static function saysCookiesAreBlocked( string $html ): bool {
		$isSwitched = switch_to_locale( get_locale() );
		$sentences  = [
			__( '<strong>Error:</strong> Cookies are blocked due to unexpected output. For help, please see <a href="%1$s">this documentation</a> or try the <a href="%2$s">support forums</a>.' ), // phpcs:ignore WordPress.WP.I18n -- Core's own.
			__( '<strong>Error:</strong> Cookies are blocked or not supported by your browser. You must <a href="%s">enable cookies</a> to use WordPress.' ), // phpcs:ignore WordPress.WP.I18n -- Core's own.
		];
		if ( $isSwitched ) {
			restore_previous_locale();
		}
		$shown = html_entity_decode( wp_strip_all_tags( $html ), ENT_QUOTES, 'UTF-8' );
		foreach ( $sentences as $sentence ) {
			// As far as its first link, whose text every language puts elsewhere.
			$start = trim( html_entity_decode( wp_strip_all_tags( explode( '<a ', $sentence, 2 )[0] ), ENT_QUOTES, 'UTF-8' ) );
			if ( mb_strlen( $start ) > 20 && str_contains( $shown, $start ) ) {
				return true;
			}
		}
		return false;
	}

	/** Name and value of the header that gives a cache away; '' where none does. */
	private static function keptBy( Response $answer ): string {
		foreach ( self::KEPT as $name => $mark ) {
			$value = $answer->headers[ $name ] ?? '';
			if ( 1 === preg_match( $mark, trim( $value ) ) ) {
				return $name . ': ' . mb_substr( $value, 0, 60 );
			}
		}
		return '';
	}

	/** Half of what a nonce lives: one that was made at the end of its first half is good for no longer. */
	private static function nonceSeconds(): int {
		$life = apply_filters( 'nonce_life', self::DAY_SECONDS, -1 ); // WordPress’s own filter.
		return intdiv( is_numeric( $life ) ? (int) $life : self::DAY_SECONDS, 2 );
	}

	/** How long shared caches may keep it, in seconds. */
	private static function maxAge( string $control ): int {
		if ( 1 === preg_match( '/no-store|no-cache|private/i', $control ) ) {
			return 0;
		}
		return 1 === preg_match( '/s-maxage=(\d+)/i', $control, $found ) || 1 === preg_match( '/max-age=(\d+)/i', $control, $found ) ? self::number( $found[1] ) : 0;
	}

	private static function number( string $text ): int {
		return 1 === preg_match( '/^\s*(\d{1,9})/', $text, $found ) ? (int) $found[1] : 0;
	}

	private static function unseen( ConnectorFault $fault ): Verdict {
		return new Verdict(
			'recommended',
			__( 'This site cannot look at its own login page', 'causeway' ),
			/* translators: %s: what went wrong */
			sprintf( __( 'The request of the site to itself failed: %s Whether its login page is in order is therefore not known; open it in a private window to see for yourself.', 'causeway' ), $fault->getMessage() )
		);
	}
}
