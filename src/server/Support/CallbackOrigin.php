<?php

declare(strict_types=1);

namespace Causeway\Support;

/** What a callback of a hook is called, and whose it is: read from its declaration, without calling it. */
final class CallbackOrigin {

	public const WORDPRESS = 'wordpress';

	/**
	 * @param string $name      `function`, `Class::method`, or `closure in <file>:<line>`, plain ASCII.
	 * @param string $component `wordpress`, `plugin:<folder>`, `mu-plugin:<file or folder>`, `theme:<folder>`, or '' where it is none of these.
	 */
	private function __construct( public readonly string $name, public readonly string $component ) {}

	/**
	 * Never throws.
	 *
	 * @param array<string, string> $folders What lies where, most special first: prefix (`plugin`, `mu-plugin`, `theme`, `wordpress`) → absolute path without a slash at the end.
	 */
	public static function of( mixed $callback, array $folders ): self {
		try {
			$declared = self::declaration( $callback );
		} catch ( \ReflectionException ) {
			$declared = null;
		}
		if ( null === $declared ) {
			return new self( 'unknown', '' );
		}
		$file = str_replace( '\\', '/', (string) $declared->getFileName() );
		$name = match ( true ) {
			str_contains( $declared->getName(), '{closure' ) => 'closure in ' . basename( $file ) . ':' . (int) $declared->getStartLine(),
			$declared instanceof \ReflectionMethod           => $declared->getDeclaringClass()->getName() . '::' . $declared->getName(),
			default                                          => $declared->getName(),
		};
		return new self( (string) preg_replace( '/[^\x20-\x7e]+/', '_', substr( $name, 0, 120 ) ), self::component( $file, $folders ) );
	}

	/** Folder or file name of a plugin, must-use plugin or theme; '' for WordPress and the unknown. */
	public function slug(): string {
		return str_contains( $this->component, ':' ) ? substr( $this->component, (int) strpos( $this->component, ':' ) + 1 ) : '';
	}

	/** @throws \ReflectionException Where there is no such function. */
	private static function declaration( mixed $callback ): ?\ReflectionFunctionAbstract {
		if ( is_string( $callback ) && ! str_contains( $callback, '::' ) ) {
			return new \ReflectionFunction( $callback );
		}
		if ( is_string( $callback ) ) {
			$callback = explode( '::', $callback, 2 );
		}
		if ( is_array( $callback ) && 2 === count( $callback ) && ( is_object( $callback[0] ?? null ) || is_string( $callback[0] ?? null ) ) && is_string( $callback[1] ?? null ) ) {
			return method_exists( $callback[0], $callback[1] ) ? new \ReflectionMethod( $callback[0], $callback[1] ) : new \ReflectionMethod( $callback[0], '__call' );
		}
		return match ( true ) {
			$callback instanceof \Closure => new \ReflectionFunction( $callback ),
			is_object( $callback )        => new \ReflectionMethod( $callback, '__invoke' ),
			default                       => null,
		};
	}

	/** @param array<string, string> $folders */
	private static function component( string $file, array $folders ): string {
		foreach ( $folders as $prefix => $folder ) {
			$folder = str_replace( '\\', '/', $folder );
			foreach ( array_unique( [ $folder, str_replace( '\\', '/', (string) realpath( $folder ) ) ] ) as $path ) {
				if ( '' !== $path && str_starts_with( $file, $path . '/' ) ) {
					$slug = explode( '/', substr( $file, strlen( $path ) + 1 ) )[0];
					return self::WORDPRESS === $prefix ? self::WORDPRESS : $prefix . ':' . substr( (string) preg_replace( '/[^A-Za-z0-9._-]/', '_', $slug ), 0, 80 );
				}
			}
		}
		return '';
	}
}
