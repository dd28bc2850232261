<?php

declare(strict_types=1);

namespace Causeway\Capture;

/**
 * Where attempts go while a storm rages: one line each, appended to a file, for the background to write in batches.
 *
 * A line is `crc32b`, blank, attempt. Only typed names' hashes are in it.
 */
final class Spool {

	public const BATCHES = '.batch';

	private const FILE = 'spool';

	public function __construct( private readonly PrivateDirectory $directory ) {}

	/** @return bool False where there is no directory for it. */
	public function append( Attempt $attempt ): bool {
		$path = $this->directory->path();
		if ( null === $path ) {
			return false;
		}
		$line = $attempt->toLine();
		$line = hash( 'crc32b', $line ) . ' ' . $line . "\n";
		// The file may be taken away between opening and locking it; then the lock is on a file that nobody will read again.
		for ( $try = 0; $try < 5; $try++ ) {
			$file = fopen( $path . '/' . self::FILE, 'ab' );
			if ( false === $file ) {
				return false;
			}
			flock( $file, LOCK_EX );
			if ( $this->isStillThere( $file, $path . '/' . self::FILE ) ) {
				$written = fwrite( $file, $line );
				fclose( $file );
				return strlen( $line ) === $written;
			}
			fclose( $file );
		}
		return false;
	}

	/**
	 * Takes what was appended so far aside, and names every batch that waits, those of a run that died included.
	 *
	 * @return list<string> Paths.
	 */
	public function batches( string $uniqueName ): array {
		$path = $this->directory->path();
		if ( null === $path ) {
			return [];
		}
		$spool = $path . '/' . self::FILE;
		if ( is_file( $spool ) ) {
			$file = fopen( $spool, 'rb' );
			if ( false !== $file ) {
				flock( $file, LOCK_EX );
				if ( $this->isStillThere( $file, $spool ) ) {
					rename( $spool, $path . '/' . $uniqueName . self::BATCHES );
				}
				fclose( $file );
			}
		}
		$batches = glob( $path . '/*' . self::BATCHES );
		return is_array( $batches ) ? $batches : [];
	}

	/** @param resource $file */
	private function isStillThere( $file, string $path ): bool {
		clearstatcache( true, $path );
		$named = is_file( $path ) ? stat( $path ) : false;
		$open  = fstat( $file );
		return is_array( $named ) && is_array( $open ) && $named['ino'] === $open['ino'] && $named['dev'] === $open['dev'];
	}
}
