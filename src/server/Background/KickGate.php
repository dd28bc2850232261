<?php

declare(strict_types=1);

namespace Causeway\Background;

use Causeway\Support\Clock;

/**
 * Lets one kick through in a while, on this node, without a query: the age of one file decides.
 *
 * Where no directory can be written, no kick goes out and WP-Cron does the work.
 */
final class KickGate {

	/**
	 * @param string $directory Private directory of ours; '' where there is none.
	 * @param string $name      Name of its file: gates of different names do not know each other.
	 */
	public function __construct( private readonly string $directory, private readonly Clock $clock, private readonly string $name = 'kick', private readonly int $everySeconds = 5 ) {}

	public function isUsable(): bool {
		return '' !== $this->directory && is_dir( $this->directory ) && is_writable( $this->directory );
	}

	/** Whether a call of pass() may succeed now; cheap, changes nothing. */
	public function mayBeOpen(): bool {
		$last = '' === $this->directory ? false : @filemtime( $this->directory . '/' . $this->name ); // Not there before the first time.
		return false === $last || abs( $this->clock->now() - $last ) >= $this->everySeconds;
	}

	/** True for the first caller in the time. Never throws. */
	public function pass(): bool {
		if ( ! $this->isUsable() ) {
			return false;
		}
		$file   = $this->directory . '/' . $this->name;
		$handle = @fopen( $file, 'c' ); // A full disk is no reason for a warning in a visitor's page.
		if ( false === $handle ) {
			return false;
		}
		$passed = false;
		if ( flock( $handle, LOCK_EX | LOCK_NB ) ) {
			clearstatcache( true, $file );
			$stat   = fstat( $handle );
			$last   = false === $stat || 0 === $stat['size'] ? 0 : $stat['mtime'];
			$now    = $this->clock->now();
			$passed = $now - $last >= $this->everySeconds || $last > $now;
			if ( $passed ) {
				ftruncate( $handle, 0 );
				fwrite( $handle, '1' );
				fflush( $handle );
				@touch( $file, $now );
			}
			flock( $handle, LOCK_UN );
		}
		fclose( $handle );
		return $passed;
	}
}
