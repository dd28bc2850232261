<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix\Requests;

/** A time as Magentrix writes it. Without a zone it is UTC. */
final class Moment {

	/** End of 1970, Unix seconds: the year 1 and 1970 stand for "never". */
	private const FIRST_YEAR_ENDS = 365 * 86_400;

	/** Unix seconds; 0 where there is none. */
	public static function of( string $text ): int {
		if ( 1 !== preg_match( '/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/D', $text, $parts ) ) {
			return 0;
		}
		$time = \DateTimeImmutable::createFromFormat( 'Y-m-d\TH:i:sP', $parts[1] . ( $parts[2] ?? 'Z' ) );
		return false === $time || $time->getTimestamp() < self::FIRST_YEAR_ENDS ? 0 : $time->getTimestamp();
	}
}
