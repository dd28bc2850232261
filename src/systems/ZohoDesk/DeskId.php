<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk;

/** Ids of Zoho Desk: digits, whatever they name. */
final class DeskId {

	/** The id; '' where it is none, so that nothing else gets into an address. */
	public static function of( string $id ): string {
		$id = trim( $id );
		return 1 === preg_match( '/^[1-9]\d{0,24}$/D', $id ) ? $id : '';
	}
}
