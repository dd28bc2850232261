<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk;

/** Times as Zoho Desk writes them: ISO in UTC, or milliseconds. */
final class DeskTime {

	/** Unix milliseconds; 0 where it is no time. */
	public static function milliseconds( string $text ): int {
		if ( 1 === preg_match( '/^\d{10,14}$/D', $text ) ) {
			return (int) $text;
		}
		if ( 1 !== preg_match( '/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,3})\d*)?Z$/D', $text, $parts ) ) {
			return 0;
		}
		$time = \DateTimeImmutable::createFromFormat( '!Y-m-d\TH:i:s', $parts[1], new \DateTimeZone( 'UTC' ) );
		return false === $time ? 0 : $time->getTimestamp() * 1_000 + (int) str_pad( $parts[2] ?? '', 3, '0' );
	}

	/** For evidence; '' where it is no time. */
	public static function shown( string $text ): string {
		$at = self::milliseconds( $text );
		return 0 === $at ? '' : gmdate( 'Y-m-d H:i', intdiv( $at, 1_000 ) ) . ' UTC';
	}
}
