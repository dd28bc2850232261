<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot;

/** Moments as HubSpot writes them: ISO 8601, or milliseconds since 1970. */
final class HubSpotTime {

	/** Unix seconds; 0 where the text is no moment. */
	public static function unix( string $text ): int {
		if ( 1 === preg_match( '/^\d{12,14}$/D', $text ) ) {
			return intdiv( (int) $text, 1_000 );
		}
		// Fractions of a second come with any number of digits, or not at all.
		$time = \DateTimeImmutable::createFromFormat( 'Y-m-d\TH:i:sP', (string) preg_replace( '/\.\d+/', '', $text ) );
		return false === $time ? 0 : max( 0, $time->getTimestamp() );
	}

	public static function day( int $unix ): string {
		return gmdate( 'Y-m-d', $unix );
	}

	public static function minute( int $unix ): string {
		return gmdate( 'Y-m-d H:i', $unix ) . ' UTC';
	}
}
