<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** Counts in the site's persistent object cache. Windows are fixed ones: the rate may be seen up to a window late. */
final class SharedCacheCounter implements FailureCounter {

	private const GROUP = 'causeway';

	public function count( int $now ): bool {
		$window = intdiv( $now, self::WINDOW_SECONDS );
		return $this->isStorm( $now, $this->increment( 'failures-s-' . $now, 10 ), $this->increment( 'failures-w-' . $window, 2 * self::WINDOW_SECONDS ) );
	}

	public function isRaging( int $now ): bool {
		return $this->isStorm( $now, self::read( 'failures-s-' . $now ), self::read( 'failures-w-' . intdiv( $now, self::WINDOW_SECONDS ) ) );
	}

	public function failures( int $now ): int {
		$window = intdiv( $now, self::WINDOW_SECONDS );
		return self::read( 'failures-w-' . $window ) + self::read( 'failures-w-' . ( $window - 1 ) );
	}

	private function isStorm( int $now, int $inSecond, int $inWindow ): bool {
		if ( $inSecond > self::PER_SECOND || $inWindow > self::PER_WINDOW ) {
			return true;
		}
		$before = self::read( 'failures-w-' . ( intdiv( $now, self::WINDOW_SECONDS ) - 1 ) );
		// The part of the last window that still lies within five minutes, taken as evenly spread.
		$share = ( self::WINDOW_SECONDS - $now % self::WINDOW_SECONDS ) / self::WINDOW_SECONDS;
		return $inWindow + $before * $share > self::PER_WINDOW;
	}

	private static function read( string $key ): int {
		$count = wp_cache_get( $key, self::GROUP );
		return is_numeric( $count ) ? (int) $count : 0;
	}

	private function increment( string $key, int $seconds ): int {
		wp_cache_add( $key, 0, self::GROUP, $seconds );
		$count = wp_cache_incr( $key, 1, self::GROUP );
		return is_numeric( $count ) ? (int) $count : 0;
	}
}
