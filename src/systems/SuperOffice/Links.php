<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice;

use Causeway\Connector\Connection;

/**
 * Addresses in the customer's own SuperOffice.
 *
 * The addresses of single screens are not documented, so a link opens SuperOffice itself and the menu path beside it says where to go on.
 */
final class Links {

	/** Links to screens of SuperOffice. */
	private const SCREENS = [ 'users', 'licences', 'contact', 'applications' ];

	public function __construct( private readonly Connection $connection ) {}

	public function to( string $name ): string {
		$place = new Place( $this->connection );
		if ( in_array( $name, self::SCREENS, true ) ) {
			return Edition::Onsite === $place->edition ? self::web( (string) preg_replace( '#/api$#i', '', $place->serverUrl() ) ) : self::web( $this->connection->facts['webAddress'] ?? '' );
		}
		$isTenant = 'tenant-state' === $name && Edition::Online === $place->edition && '' !== $place->tenant();
		return $isTenant ? self::web( $place->loginUrl() . '/api/state/' . $place->tenant() ) : '';
	}

	private static function web( string $url ): string {
		return 1 === preg_match( '#^https?://[^\s"\'<>]+$#D', $url ) ? $url : '';
	}
}
