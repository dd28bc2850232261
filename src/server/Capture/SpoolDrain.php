<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Support\Randomness;

/** Background: writes what a storm left in the spool, a hundred rows a statement. May die at any moment and be run again. */
final class SpoolDrain {

	public const BATCH = 100;

	public function __construct( private readonly Spool $spool, private readonly AttemptLog $log, private readonly Randomness $randomness ) {}

	/** @param callable(): bool $isOver Asked before each statement. */
	public function drain( callable $isOver ): DrainReport {
		$written    = 0;
		$damaged    = 0;
		$statements = 0;
		foreach ( $this->spool->batches( bin2hex( $this->randomness->bytes( 8 ) ) ) as $path ) {
			$file = fopen( $path, 'r+b' );
			if ( false === $file ) {
				continue;
			}
			// Another drain is at it.
			if ( ! flock( $file, LOCK_EX | LOCK_NB ) ) {
				fclose( $file );
				continue;
			}
			while ( ! feof( $file ) ) {
				if ( $isOver() ) {
					$this->keepRest( $file, $path );
					return new DrainReport( $written, $damaged, $statements, false );
				}
				$attempts = [];
				while ( count( $attempts ) < self::BATCH ) {
					$line = fgets( $file );
					if ( false === $line ) {
						break;
					}
					$attempt = self::read( $line );
					if ( null === $attempt ) {
						++$damaged;
						continue;
					}
					$attempts[] = $attempt;
				}
				if ( [] !== $attempts ) {
					$this->log->appendAll( $attempts );
					++$statements;
					$written += count( $attempts );
				}
			}
			if ( is_file( $path ) ) {
				unlink( $path );
			}
			fclose( $file );
		}
		return new DrainReport( $written, $damaged, $statements, true );
	}

	private static function read( string $line ): ?Attempt {
		$parts = explode( ' ', rtrim( $line, "\n" ), 2 );
		return 2 === count( $parts ) && hash( 'crc32b', $parts[1] ) === $parts[0] ? Attempt::fromLine( $parts[1] ) : null;
	}

	/** @param resource $file */
	private function keepRest( $file, string $path ): void {
		$rest = stream_get_contents( $file );
		if ( ! is_string( $rest ) || '' === $rest ) {
			unlink( $path );
		} elseif ( false !== file_put_contents( $path . '.part', $rest ) ) {
			rename( $path . '.part', $path );
		}
		fclose( $file );
	}
}
