<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce;

/** Times as Salesforce writes them, in Unix seconds; 0 where there is none. */
final class SalesforceTime {

	/** `2026-01-01T10:00:00.000+0000` of an answer, `…Z` of a bulk query. */
	public static function of( string $text ): int {
		$time = \DateTimeImmutable::createFromFormat( 'Y-m-d\TH:i:s.vP', $text );
		return false === $time ? 0 : $time->getTimestamp();
	}

	/** `Thu, 01 Jan 2026 10:00:00 GMT` of the header Date. */
	public static function ofHeader( string $text ): int {
		$time = \DateTimeImmutable::createFromFormat( 'D, d M Y H:i:s \G\M\T', $text, new \DateTimeZone( 'UTC' ) );
		return false === $time ? 0 : $time->getTimestamp();
	}

	/** For a reader; '' where there is none. */
	public static function sentence( int $time ): string {
		return 0 === $time ? '' : gmdate( 'Y-m-d H:i', $time ) . ' UTC';
	}
}
