<?php

declare(strict_types=1);

namespace Causeway\Admin;

use Causeway\Cases\CaseDesk;
use Causeway\Connections\ConnectionDesk;
use Causeway\Connector\Condition;
use Causeway\Diagnosis\Catalog;
use Causeway\Support\Truth;

/**
 * What Site Health says about logging in, and the section of its report.
 *
 * Nothing here asks another machine: connections are told as they were last seen.
 *
 * @phpstan-type Verdict array{label: string, status: 'good'|'recommended'|'critical', badge: array{label: string, color: string}, description: string, actions: string, test: string}
 */
final class SiteHealth {

	/**
	 * @param \Closure(): CaseDesk       $desk        Made only when Site Health asks.
	 * @param \Closure(): ConnectionDesk $connections
	 * @param \Closure(): Catalog        $catalog
	 */
	public function __construct( private readonly \Closure $desk, private readonly \Closure $connections, private readonly \Closure $catalog ) {}

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
			] as $name => [ $label, $test ]
		) {
			$tests['direct'][ $name ] = [
				'label' => $label,
				'test'  => $test,
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
			foreach ( ( $this->connections )()->conditions( $connection->id ) as $condition ) {
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

	/**
	 * @param 'good'|'recommended'|'critical' $status
	 * @param string                          $text   Plain.
	 * @param string                          $action HTML.
	 * @return Verdict
	 */
	private static function verdict( string $test, string $status, string $label, string $text, string $action ): array {
		return [
			'label'       => $label,
			'status'      => $status,
			'badge'       => [
				'label' => __( 'Logging in', 'causeway' ),
				'color' => 'blue',
			],
			'description' => '<p>' . esc_html( $text ) . '</p>',
			'actions'     => $action,
			'test'        => $test,
		];
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
				'value' => implode( ', ', array_map( static fn ( Condition $condition ): string => $condition->type . '=' . $condition->status->value, ( $this->connections )()->conditions( $connection->id ) ) ),
			];
		}
		$sections['causeway'] = [
			'label'  => 'Causeway',
			'fields' => $fields,
		];
		return $sections;
	}
}
