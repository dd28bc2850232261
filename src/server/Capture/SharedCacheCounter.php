<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** Counts in the site's persistent object cache. Windows are fixed ones: the rate may be seen up to a window late. */
final class SharedCacheCounter implements FailureCounter {

	private const GROUP = 'causeway';

	public function count( int $now ): bool {
		$inSecond = $this->increment( 'failures-s-' . $now, 10 );
		$window   = intdiv( $now, self::WINDOW_SECONDS );
		$inWindow = $this->increment( 'failures-w-' . $window, 2 * self::WINDOW_SECONDS );
		if ( $inSecond > self::PER_SECOND || $inWindow > self::PER_WINDOW ) {
			return true;
		}
		$before = wp_cache_get( 'failures-w-' . ( $window - 1 ), self::GROUP );
		// The part of the last window that still lies within five minutes, taken as evenly spread.
		$share = ( self::WINDOW_SECONDS - $now % self::WINDOW_SECONDS ) / self::WINDOW_SECONDS;
		return $inWindow + ( is_numeric( $before ) ? (int) $before * $share : 0 ) > self::PER_WINDOW;
	}

	private function increment( string $key, int $seconds ): int {
		wp_cache_add( $key, 0, self::GROUP, $seconds );
		$count = wp_cache_incr( $key, 1, self::GROUP );
		return is_numeric( $count ) ? (int) $count : 0;
	}
}
