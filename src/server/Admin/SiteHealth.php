<?php

declare(strict_types=1);

namespace Causeway\Admin;

use Causeway\Cases\CaseDesk;
use Causeway\Connections\ConnectionDesk;
use Causeway\Connector\Condition;
use Causeway\Cases\CaseQuery;
use Causeway\Cases\CaseState;
use Causeway\Connector\Conversation;
use Causeway\Diagnosis\Catalog;
use Causeway\Health\CertificateCheck;
use Causeway\Health\ClockCheck;
use Causeway\Health\PluginPairs;
use Causeway\Health\Verdict as Outcome;
use Causeway\Support\Truth;

/**
 * What Site Health says about logging in, and the section of its report.
 *
 * Nothing here asks another machine: connections are told as they were last seen, and what waits for the site itself is asked for later.
 *
 * @phpstan-type Verdict array{label: string, status: 'good'|'recommended'|'critical', badge: array{label: string, color: string}, description: string, actions: string, test: string}
 */
final class SiteHealth {

	private const MAIL_DAYS = 7;

	/**
	 * @param \Closure(): CaseDesk       $desk        Made only when Site Health asks.
	 * @param \Closure(): ConnectionDesk $connections
	 * @param \Closure(): Catalog        $catalog
	 */
	public function __construct( private readonly \Closure $desk, private readonly \Closure $connections, private readonly \Closure $catalog, private readonly CertificateCheck $certificates, private readonly PluginPairs $plugins ) {}

	public function hooks(): void {
		add_filter( 'site_status_tests', $this->addTests( ... ) );
		add_filter( 'debug_information', $this->addSection( ... ) );
	}

	/**
	 * @param array<string, array<string, mixed>> $tests
	 * @return array<string, array<string, mixed>>
	 */
	private function addTests( array $tests ): array {
		foreach ( [
				'causeway_pace'        => [ __( 'Causeway’s background work', 'causeway' ), $this->pace( ... ) ],
				'causeway_connections' => [ __( 'Causeway’s connections', 'causeway' ), $this->connections( ... ) ],
				'causeway_addresses'   => [ __( 'Addresses and the login cookie', 'causeway' ), $this->addresses( ... ) ],
				'causeway_salts'       => [ __( 'Keys and salts', 'causeway' ), $this->salts( ... ) ],
				'causeway_mail'         => [ __( 'Mails about logging in', 'causeway' ), $this->mail( ... ) ],
				'causeway_clock'       => [ __( 'The server’s clock', 'causeway' ), $this->clock( ... ) ],
				'causeway_certificates' => [ __( 'Certificates of single sign-on', 'causeway' ), fn (): array => $this->certificates->verdict()->toArray( 'causeway_certificates' ) ],
				'causeway_pairs'       => [ __( 'Plugins that answer logins', 'causeway' ), fn (): array => $this->plugins->verdict()->toArray( 'causeway_pairs', self::pluginsLink() ) ],
			] as $name => [ $label, $test ]
		) {
			$tests['direct'][ $name ] = [
				'label' => $label,
				'test'  => $test,
			];
		}
		// These wait for the site itself, so WordPress asks for them once its page is there.
		foreach ( [
				'login-cookie' => __( 'The login cookie', 'causeway' ),
				'login-cache'  => __( 'A cached login page', 'causeway' ),
				'login-nonces' => __( 'Pages with a login form', 'causeway' ),
			] as $test => $label
		) {
			$tests['async'][ 'causeway_' . str_replace( '-', '_', $test ) ] = [
				'label'    => $label,
				'test'     => rest_url( 'causeway/v1/health/' . $test ),
				'has_rest' => true,
			];
		}
		return $tests;
	}

	/** @return Verdict */
	private function pace(): array {
		return match ( ( $this->desk )()->overview()->pace ) {
			'stalled' => self::verdict(
				'causeway_pace',
				'critical',
				__( 'Refused logins are not being looked at', 'causeway' ),
				__( 'Something has been due for minutes and nobody does it: refusals wait for their diagnosis, mails are not sent. Check that WP-Cron runs, or have “wp causeway work” run by the server’s own cron.', 'causeway' ),
				''
			),
			'cron' => self::verdict(
				'causeway_pace',
				'recommended',
				__( 'Refused logins are looked at once a minute', 'causeway' ),
				__( 'This server cannot go on after an answer, so that the diagnosis waits for the next WP-Cron run. With PHP-FPM, or with “wp causeway work” as a service, it comes within seconds.', 'causeway' ),
				''
			),
			default => self::verdict( 'causeway_pace', 'good', __( 'Refused logins are looked at within seconds', 'causeway' ), __( 'Causeway’s background work is done in time.', 'causeway' ), '' ),
		};
	}

	/** @return Verdict */
	private function connections(): array {
		$lines      = [];
		$isCritical = false;
		$all        = ( $this->connections )()->all();
		foreach ( $all as $connection ) {
			foreach ( ( $this->connections )()->conditions( $connection ) as $condition ) {
				if ( Truth::False === $condition->status ) {
					$isCritical = $isCritical || in_array( $condition->type, [ 'reachable', 'authorised' ], true );
					$lines[]    = ( $this->catalog )()->systemTexts( $connection->system )['title'] . ': ' . $condition->message;
				}
			}
		}
		$link = self::link( 'connections', __( 'Look at the connections', 'causeway' ) );
		if ( [] === $all ) {
			return self::verdict( 'causeway_connections', 'recommended', __( 'Causeway is connected to no system', 'causeway' ), __( 'Causes that lie in your CRM stay a guess until Causeway may look there, read-only.', 'causeway' ), $link );
		}
		return [] === $lines
			? self::verdict( 'causeway_connections', 'good', __( 'Causeway’s connections are in order', 'causeway' ), __( 'As they were last seen, nothing keeps Causeway from looking for causes.', 'causeway' ), '' )
			: self::verdict( 'causeway_connections', $isCritical ? 'critical' : 'recommended', __( 'A connection of Causeway is not in order', 'causeway' ), implode( ' ', $lines ), $link );
	}

	/** @return Verdict Two addresses of one site mean two sets of cookies: people log in and are logged out at once. */
	private function addresses(): array {
		$home = wp_parse_url( home_url() );
		$site = wp_parse_url( site_url() );
		$home = is_array( $home ) ? $home : [];
		$site = is_array( $site ) ? $site : [];
		if ( ( $home['host'] ?? '' ) !== ( $site['host'] ?? '' ) ) {
			return self::verdict(
				'causeway_addresses',
				'critical',
				__( 'WordPress and the site have addresses on two hosts', 'causeway' ),
				__( 'The login cookie of one host is not sent to the other: people log in and are logged out on the next page. Make “WordPress Address” and “Site Address” agree under Settings → General.', 'causeway' ),
				''
			);
		}
		if ( ( $home['scheme'] ?? '' ) !== ( $site['scheme'] ?? '' ) ) {
			return self::verdict(
				'causeway_addresses',
				'critical',
				__( 'One address of this site has HTTPS and the other does not', 'causeway' ),
				__( 'A cookie that was set over HTTPS is not sent without it: people log in and are logged out on the next page. Let both addresses under Settings → General begin with https.', 'causeway' ),
				''
			);
		}
		if ( 'https' === ( $site['scheme'] ?? '' ) && ! is_ssl() && ! wp_doing_cron() && 'cli' !== PHP_SAPI ) {
			return self::verdict(
				'causeway_addresses',
				'critical',
				__( 'WordPress does not see that its pages are called over HTTPS', 'causeway' ),
				__( 'The site’s address begins with https, but the request came to PHP without it: a proxy in front of the site does not pass it on. Logins then end in a loop. Have the proxy send X-Forwarded-Proto, and let wp-config.php set HTTPS by it.', 'causeway' ),
				''
			);
		}
		return self::verdict( 'causeway_addresses', 'good', __( 'The login cookie reaches every page', 'causeway' ), __( 'Both addresses of this site have one host and one scheme.', 'causeway' ), '' );
	}

	/** @return Verdict */
	private function salts(): array {
		$weak = [];
		foreach ( [ 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ] as $name ) {
			$value = defined( $name ) ? constant( $name ) : '';
			if ( ! is_string( $value ) || strlen( $value ) < 32 || str_contains( $value, 'put your unique phrase here' ) ) {
				$weak[] = $name;
			}
		}
		return [] === $weak
			? self::verdict( 'causeway_salts', 'good', __( 'Keys and salts are set', 'causeway' ), __( 'Login cookies, and the secrets of Causeway’s connections, rest on them.', 'causeway' ), '' )
			: self::verdict(
				'causeway_salts',
				'recommended',
				__( 'Keys or salts are missing in wp-config.php', 'causeway' ),
				/* translators: %s: names of constants */
				sprintf( __( 'WordPress makes up for them in the database; whoever copies the database then logs everybody out, and Causeway’s connections have to be entered again. Missing or too short: %s.', 'causeway' ), implode( ', ', $weak ) ),
				''
			);
	}

	/** @return Verdict Whether mails for a new password, and Causeway's own, are handed over. */
	private function mail(): array {
		$stuck  = ( $this->desk )()->list( new CaseQuery( CaseState::waiting(), 'wordpress/reset-mail-failed', knownPeopleOnly: false, first: 1 ) )->totalCount;
		$failed = ( $this->desk )()->failedMails( self::MAIL_DAYS );
		return 0 === $stuck + $failed
			? self::verdict( 'causeway_mail', 'good', __( 'Mails about logging in are handed over', 'causeway' ), __( 'No mail for a new password and none of Causeway’s own was turned down by this site’s mailer in the last seven days.', 'causeway' ), '' )
			: self::verdict(
				'causeway_mail',
				'critical',
				__( 'Mails about logging in are not handed over', 'causeway' ),
				/* translators: 1: number of people, 2: number of mails */
				sprintf( __( 'People who wait for a mail with which to set a new password: %1$d. Other mails that this site’s mailer turned down in the last seven days: %2$d. Check the settings of the plugin or server that sends its mail.', 'causeway' ), $stuck, $failed ),
				self::link( 'cases&cause=wordpress%2Freset-mail-failed', __( 'Look at the cases', 'causeway' ) )
			);
	}

	/** @return Verdict */
	private function clock(): array {
		return ( new ClockCheck() )->verdict( ( $this->connections )()->all(), fn ( string $system ): string => ( $this->catalog )()->systemTexts( $system )['title'] )->toArray( 'causeway_clock' );
	}

	private static function pluginsLink(): string {
		return current_user_can( 'activate_plugins' ) ? sprintf( '<p><a href="%1$s">%2$s</a></p>', esc_url( admin_url( 'plugins.php' ) ), esc_html__( 'Look at the plugins', 'causeway' ) ) : '';
	}

	/**
	 * @param 'good'|'recommended'|'critical' $status
	 * @param string                          $text   Plain.
	 * @param string                          $action HTML.
	 * @return Verdict
	 */
	private static function verdict( string $test, string $status, string $label, string $text, string $action ): array {
		return ( new Outcome( $status, $label, $text ) )->toArray( $test, $action );
	}

	private static function link( string $screen, string $text ): string {
		return current_user_can( 'causeway_view' ) ? sprintf( '<p><a href="%1$s">%2$s</a></p>', esc_url( admin_url( 'admin.php?page=' . Screens::PAGE . '&screen=' . $screen ) ), esc_html( $text ) ) : '';
	}

	/**
	 * @param array<string, mixed> $sections
	 * @return array<string, mixed>
	 */
	private function addSection( array $sections ): array {
		$overview = ( $this->desk )()->overview();
		$fields   = [
			'pace'    => [
				'label' => __( 'Background work', 'causeway' ),
				'value' => $overview->pace,
			],
			'work'    => [
				'label' => __( 'Work was last done', 'causeway' ),
				'value' => 0 === $overview->lastWorkAt ? __( 'never', 'causeway' ) : gmdate( 'c', $overview->lastWorkAt ),
			],
			'cases'   => [
				'label' => __( 'Unresolved cases', 'causeway' ),
				'value' => (string) $overview->openCases,
			],
			'catalog' => [
				'label' => __( 'Version of the catalog', 'causeway' ),
				'value' => ( $this->catalog )()->version(),
			],
		];
		foreach ( ( $this->connections )()->all() as $connection ) {
			$fields[ 'connection-' . $connection->id ] = [
				'label' => ( $this->catalog )()->systemTexts( $connection->system )['title'],
				'value' => implode( ', ', array_map( static fn ( Condition $condition ): string => $condition->type . '=' . $condition->status->value, ( $this->connections )()->conditions( $connection ) ) ),
			];
		}
		foreach ( ( $this->connections )()->all() as $connection ) {
			$offset = $connection->facts[ Conversation::CLOCK_OFFSET ] ?? '';
			if ( '' !== $offset ) {
				$fields[ 'clock-' . $connection->id ] = [
					/* translators: %s: system such as Zoho CRM */
					'label' => sprintf( __( 'Clock ahead of %s, in seconds', 'causeway' ), ( $this->catalog )()->systemTexts( $connection->system )['title'] ),
					'value' => $offset,
				];
			}
		}
		foreach ( $this->certificates->ends() as $number => [ 'plugin' => $plugin, 'end' => $end ] ) {
			$fields[ 'certificate-' . $number ] = [
				/* translators: %s: name of a plugin */
				'label' => sprintf( __( 'Certificate of %s', 'causeway' ), $plugin ),
				'value' => null === $end ? __( 'cannot be read', 'causeway' ) : gmdate( 'c', $end ),
			];
		}
		foreach ( $this->plugins->active() as $kind => $names ) {
			$fields[ 'plugins-' . $kind ] = [
				/* translators: %s: what they do, in a word such as captcha */
				'label' => sprintf( __( 'Plugins that answer logins (%s)', 'causeway' ), $kind ),
				'value' => implode( ', ', $names ),
			];
		}
		$sections['causeway'] = [
			'label'  => 'Causeway',
			'fields' => $fields,
		];
		return $sections;
	}
}
