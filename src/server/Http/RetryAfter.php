<?php

declare(strict_types=1);

namespace Causeway\Http;

/** The Retry-After header: seconds, or a date. */
final class RetryAfter {

	/** Seconds from now, 0 to a day; null where the header is absent or says nothing sensible (a past date, a negative number, the year 2099). */
	public static function seconds( string $header, int $now ): ?int {
		$header  = trim( $header );
		$seconds = match ( true ) {
			1 === preg_match( '/^\d{1,9}$/', $header ) => (int) $header,
			1 === preg_match( '/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/', $header ) => (int) strtotime( $header ) - $now,
			default => -1,
		};
		return $seconds < 0 || $seconds > 86_400 ? null : $seconds;
	}
}
