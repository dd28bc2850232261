<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce;

use Causeway\Connector\Connection;

/** The organisation's own domain, as somebody typed or copied it. */
final class Domain {

	private const SCREENS = '.lightning.force.com';
	private const SETUP   = '.my.salesforce-setup.com';
	private const API     = '.my.salesforce.com';

	/** Address of the API, without a slash at the end; '' where none is configured. An address of a screen leads to the same organisation. */
	public static function api( Connection $connection ): string {
		$parts = parse_url( trim( $connection->fields['my_domain'] ?? '' ) );
		if ( ! is_array( $parts ) || ! isset( $parts['scheme'], $parts['host'] ) ) {
			return '';
		}
		$host = strtolower( $parts['host'] );
		foreach ( [ self::SCREENS, self::SETUP ] as $suffix ) {
			$host = str_ends_with( $host, $suffix ) ? substr( $host, 0, -strlen( $suffix ) ) . self::API : $host;
		}
		return strtolower( $parts['scheme'] ) . '://' . $host . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
	}

	/** Address of the screens. */
	public static function screens( Connection $connection ): string {
		$api = self::api( $connection );
		return str_ends_with( $api, self::API ) ? substr( $api, 0, -strlen( self::API ) ) . self::SCREENS : $api;
	}

	/** Whom a signed assertion is meant for: sandboxes have a login host of their own. */
	public static function audience( Connection $connection ): string {
		$api = self::api( $connection );
		return str_contains( $api, '--' ) || str_contains( $api, '.sandbox.' ) ? 'https://test.salesforce.com' : 'https://login.salesforce.com';
	}

	/** Whether an address that Salesforce named is one that may be given the token. */
	public static function isTrusted( string $url, Connection $connection ): bool {
		if ( self::api( $connection ) === strtolower( $url ) ) {
			return true;
		}
		$parts = parse_url( $url );
		$host  = strtolower( is_array( $parts ) ? $parts['host'] ?? '' : '' );
		return str_starts_with( strtolower( $url ), 'https://' ) && 1 === preg_match( '/\.(?:salesforce|force)\.com$/D', $host );
	}
}
