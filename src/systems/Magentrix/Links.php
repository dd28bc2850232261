<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix;

use Causeway\Connector\Connection;

/**
 * Addresses in the customer's own portal.
 *
 * Those of single pages are not documented, so a link opens the portal itself and the menu path beside it says where to go on.
 */
final class Links {

	/** Links to pages of the portal. */
	private const PAGES = [ 'users', 'user-layout', 'roles', 'licences', 'crm-objects', 'api-keys', 'portal' ];

	public static function to( string $name, Connection $connection ): string {
		return in_array( $name, self::PAGES, true ) ? self::portal( $connection ) : '';
	}

	/** The portal's address without a path, as its API wants it; '' where none is set. */
	public static function portal( Connection $connection ): string {
		$typed = trim( $connection->fields['portal_url'] ?? '' );
		$parts = 1 === preg_match( '#^https?://[^\s"\'<>\\\\]+$#iD', $typed ) ? parse_url( $typed ) : false;
		if ( ! is_array( $parts ) || ! isset( $parts['scheme'], $parts['host'] ) || isset( $parts['user'] ) ) {
			return '';
		}
		return strtolower( $parts['scheme'] . '://' . $parts['host'] ) . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
	}
}
