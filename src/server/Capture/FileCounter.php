<?php

declare(strict_types=1);

namespace Causeway\Capture;

/**
 * Counts in a small file: each failure appends its time, four bytes, so that the file's size and its last entries tell the rate.
 *
 * One file for five minutes; the one before is still read, older ones are deleted. About 15 µs a failure.
 */
final class FileCounter implements FailureCounter {

	private const ENTRY_BYTES = 4;

	private const PREFIX = 'rate-';

	public function __construct( private readonly PrivateDirectory $directory ) {}

	public function count( int $now ): bool {
		$path = $this->directory->path();
		if ( null === $path ) {
			return false;
		}
		$window  = intdiv( $now, self::WINDOW_SECONDS );
		$current = $path . '/' . self::PREFIX . $window;
		$before  = $path . '/' . self::PREFIX . ( $window - 1 );
		$file    = fopen( $current, 'a+b' );
		if ( false === $file ) {
			return false;
		}
		fwrite( $file, pack( 'N', $now ) );
		$count = intdiv( fstat( $file )['size'] ?? 0, self::ENTRY_BYTES );
		if ( 1 === $count ) {
			$this->deleteOlder( $path, $window );
		}
		// Whatever is in the file of this window happened within it: once it holds enough, nothing has to be read.
		$isStorm = $count > self::PER_WINDOW + 1 || $this->isStorm( $file, $count, $before, $now );
		fclose( $file );
		return $isStorm;
	}

	public function isRaging( int $now ): bool {
		$window = intdiv( $now, self::WINDOW_SECONDS );
		// A new window has no file before its first failure; then the last one tells.
		foreach ( [ $window, $window - 1 ] as $number ) {
			$current = $this->directory->path() . '/' . self::PREFIX . $number;
			$file    = is_file( $current ) ? fopen( $current, 'rb' ) : false;
			if ( false !== $file ) {
				$isStorm = $this->isStorm( $file, intdiv( fstat( $file )['size'] ?? 0, self::ENTRY_BYTES ), $this->directory->path() . '/' . self::PREFIX . ( $number - 1 ), $now );
				fclose( $file );
				return $isStorm;
			}
		}
		return false;
	}

	public function failures( int $now ): int {
		$window = intdiv( $now, self::WINDOW_SECONDS );
		$count  = 0;
		foreach ( [ $window, $window - 1 ] as $number ) {
			$file   = $this->directory->path() . '/' . self::PREFIX . $number;
			$count += is_file( $file ) ? intdiv( (int) filesize( $file ), self::ENTRY_BYTES ) : 0;
		}
		return $count;
	}

	/** @param resource $file Of the window that the newest failure happened in. */
	private function isStorm( $file, int $count, string $before, int $now ): bool {
		return $this->isWithin( $file, $count, $before, self::PER_SECOND, $now, 1 )
			|| $this->isWithin( $file, $count, $before, self::PER_WINDOW, $now, self::WINDOW_SECONDS );
	}

	/**
	 * Whether the failure that lies $back before the newest happened less than $seconds ago.
	 *
	 * @param resource $file
	 */
	private function isWithin( $file, int $count, string $before, int $back, int $now, int $seconds ): bool {
		$index = $count - 1 - $back;
		if ( $index >= 0 ) {
			return $this->timeAt( $file, $index ) > $now - $seconds;
		}
		if ( ! is_file( $before ) ) {
			return false;
		}
		$older = fopen( $before, 'rb' );
		if ( false === $older ) {
			return false;
		}
		$index   += intdiv( fstat( $older )['size'] ?? 0, self::ENTRY_BYTES );
		$isWithin = $index >= 0 && $this->timeAt( $older, $index ) > $now - $seconds;
		fclose( $older );
		return $isWithin;
	}

	/** @param resource $file */
	private function timeAt( $file, int $index ): int {
		fseek( $file, $index * self::ENTRY_BYTES );
		$bytes = fread( $file, self::ENTRY_BYTES );
		$entry = is_string( $bytes ) && self::ENTRY_BYTES === strlen( $bytes ) ? unpack( 'N', $bytes ) : false;
		return is_array( $entry ) && is_int( $entry[1] ?? null ) ? $entry[1] : 0;
	}

	private function deleteOlder( string $path, int $window ): void {
		$names = scandir( $path );
		foreach ( is_array( $names ) ? $names : [] as $name ) {
			if ( str_starts_with( $name, self::PREFIX ) && (int) substr( $name, strlen( self::PREFIX ) ) < $window - 1 && is_file( $path . '/' . $name ) ) {
				unlink( $path . '/' . $name );
			}
		}
	}
}
