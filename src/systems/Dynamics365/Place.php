<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365;

use Causeway\Connector\Connection;

/** Where an environment answers, and where its tokens are issued. */
final class Place {

	/** Host suffixes of environments, and the login host of each cloud. */
	private const CLOUDS = [
		'dynamics.com'        => 'login.microsoftonline.com',
		'microsoftdynamics.us' => 'login.microsoftonline.us',
		'appsplatform.us'     => 'login.microsoftonline.us',
		'dynamics.cn'         => 'login.partner.microsoftonline.cn',
	];

	public function __construct( private readonly Connection $connection ) {}

	/** @return list<string> */
	public static function hosts(): array {
		return array_values( array_unique( [ ...array_keys( self::CLOUDS ), ...array_values( self::CLOUDS ) ] ) );
	}

	/** `https://contoso.crm4.dynamics.com`, where people and programs are served alike; '' where the field holds no address. */
	public function environment(): string {
		return (string) preg_replace( '~^(https://[^./]+)\.api(\.crm\d*\.)~', '$1$2', self::origin( $this->connection->fields['environment_url'] ?? '' ) );
	}

	/** Address of the Web API, without a slash at the end. */
	public function api(): string {
		return $this->environment() . '/api/data/v9.2';
	}

	/** What an access token has to be good for. */
	public function scope(): string {
		return $this->environment() . '/.default';
	}

	/** Where tokens are issued: the address of the settings, else the one of the environment's cloud. */
	public function tokens(): string {
		$tenant = $this->tenant();
		$login  = self::origin( $this->connection->fields['login_base'] ?? '' );
		$login  = '' === $login ? 'https://' . $this->cloud() : $login;
		return '' === $tenant ? '' : $login . '/' . $tenant . '/oauth2/v2.0/token';
	}

	/** The directory's id, or one of its domains; '' where the field holds neither. */
	private function tenant(): string {
		$tenant = trim( $this->connection->fields['tenant_id'] ?? '' );
		return 1 === preg_match( '/^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/D', $tenant ) ? $tenant : '';
	}

	private function cloud(): string {
		$host = '.' . (string) parse_url( $this->environment(), PHP_URL_HOST );
		foreach ( self::CLOUDS as $suffix => $login ) {
			if ( str_ends_with( $host, '.' . $suffix ) ) {
				return $login;
			}
		}
		return self::CLOUDS['dynamics.com'];
	}

	/** Scheme, host and port of an address; people paste it with whatever stands behind. */
	private static function origin( string $url ): string {
		$parts = parse_url( trim( $url ) );
		if ( ! is_array( $parts ) || ! in_array( $parts['scheme'] ?? '', [ 'http', 'https' ], true ) || '' === ( $parts['host'] ?? '' ) || isset( $parts['user'] ) ) {
			return '';
		}
		return $parts['scheme'] . '://' . strtolower( $parts['host'] ) . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
	}
}
