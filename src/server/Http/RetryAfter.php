<?php

declare(strict_types=1);

namespace Causeway\Http;

/** The Retry-After header: seconds, or a date. */
final class RetryAfter {

	/** Seconds from now, 0 to a day; null where the header is absent or says nothing sensible (a past date, a negative number, the year 2099). */
	public static function seconds( string $header, int $now ): ?int {
		$header = trim( $header );
		if ( 1 === preg_match( '/^\d{1,9}$/D', $header ) ) {
			$seconds = (int) $header;
		} else {
			$date    = \DateTimeImmutable::createFromFormat( '!D, d M Y H:i:s \G\M\T', $header, new \DateTimeZone( 'UTC' ) );
			$seconds = false === $date ? -1 : $date->getTimestamp() - $now;
		}
		return $seconds < 0 || $seconds > 86_400 ? null : $seconds;
	}
}
