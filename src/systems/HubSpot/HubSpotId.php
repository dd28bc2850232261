<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot;

/** Ids of records and accounts: digits alone. */
final class HubSpotId {

	/** The id that a text is; '' where it is none. */
	public static function of( string $text ): string {
		$text = trim( $text );
		return 1 === preg_match( '/^[1-9]\d{0,18}$/D', $text ) ? $text : '';
	}
}
