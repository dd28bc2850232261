<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** A directory of this site's own outside the web root, readable by nobody else. */
final class PrivateDirectory {

	/** A directory, and no link, that neither group nor others may enter: bits of `st_mode`. */
	private const PRIVATE_DIRECTORY = 0040000;

	private bool $wasLooked = false;

	private ?string $path = null;

	/**
	 * @param string       $base     Where it may be made, usually the system's folder for temporary files.
	 * @param string       $name     Not to be guessed: made from the site's secret key.
	 * @param list<string> $webRoots It is refused below these.
	 */
	public function __construct( private readonly string $base, private readonly string $name, private readonly array $webRoots ) {}

	/** Null where there is none that is ours alone. */
	public function path(): ?string {
		if ( ! $this->wasLooked ) {
			$this->wasLooked = true;
			$this->path      = $this->prepare();
		}
		return $this->path;
	}

	private function prepare(): ?string {
		$base = realpath( $this->base );
		if ( false === $base ) {
			return null;
		}
		foreach ( $this->webRoots as $root ) {
			$real = '' === $root ? false : realpath( $root );
			if ( false !== $real && '/' !== $real && str_starts_with( $base . '/', rtrim( $real, '/' ) . '/' ) ) {
				return null;
			}
		}
		$path = $base . '/' . $this->name;
		if ( ! is_dir( $path ) && ( ! is_writable( $base ) || ! mkdir( $path, 0700 ) ) && ! is_dir( $path ) ) {
			return null;
		}
		// Another account of the machine may have made it first, or put a link in its place.
		$stat   = lstat( $path );
		$isOurs = is_array( $stat ) && self::PRIVATE_DIRECTORY === ( $stat['mode'] & 0170077 )
			&& ( ! function_exists( 'posix_geteuid' ) || $stat['uid'] === posix_geteuid() );
		return $isOurs && is_writable( $path ) ? $path : null;
	}
}
