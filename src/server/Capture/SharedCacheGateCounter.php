<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** Counts in the site's persistent object cache, for all its web servers. Every entry expires by itself. */
final class SharedCacheGateCounter implements GateCounter {

	private const GROUP = 'causeway';

	public function __construct( #[\SensitiveParameter] private readonly string $key ) {}

	public function failuresOf( string $machine, int $now ): int {
		return min( array_map( self::read( ... ), $this->cellsOf( $machine, $now ) ) );
	}

	public function countFailure( string $machine, int $now ): void {
		foreach ( $this->cellsOf( $machine, $now ) as $cell ) {
			self::increment( $cell, FailureCounter::WINDOW_SECONDS );
		}
	}

	public function admit( int $now ): int {
		return max( 1, self::increment( 'gate-s-' . $now, 10 ) );
	}

	public function turnAway( int $now ): void {
		self::increment( 'gate-t-' . intdiv( $now, FailureCounter::WINDOW_SECONDS ), 2 * FailureCounter::WINDOW_SECONDS );
	}

	public function turnedAway( int $now ): int {
		$window = intdiv( $now, FailureCounter::WINDOW_SECONDS );
		return self::read( 'gate-t-' . $window ) + self::read( 'gate-t-' . ( $window - 1 ) );
	}

	private static function read( string $key ): int {
		$count = wp_cache_get( $key, self::GROUP );
		return is_numeric( $count ) ? (int) $count : 0;
	}

	private static function increment( string $key, int $seconds ): int {
		wp_cache_add( $key, 0, self::GROUP, $seconds );
		$count = wp_cache_incr( $key, 1, self::GROUP );
		return is_numeric( $count ) ? (int) $count : 0;
	}

	/** @return non-empty-list<string> */
	private function cellsOf( string $machine, int $now ): array {
		$hash   = hash_hmac( 'sha256', 'gate|' . $machine, $this->key );
		$window = intdiv( $now, FailureCounter::WINDOW_SECONDS );
		$cells  = [];
		for ( $row = 0; $row < self::ROWS; $row++ ) {
			$cells[] = "gate-m-{$window}-{$row}-" . substr( $hash, 4 * $row, 4 );
		}
		return $cells;
	}
}
