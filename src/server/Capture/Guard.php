<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Closure;
use Throwable;

/**
 * Stands around every callback of ours on the login path: whatever is thrown inside, WordPress gets what it would have had without us.
 *
 * After the first fault of a request all further filters of ours step aside, so that the answer is not half ours. Never throws.
 */
final class Guard {

	private bool $hasTripped = false;

	private ?Fuse $fuse = null;

	/**
	 * @param Closure(): Fuse             $makeFuse Called when the fuse is first asked; its files are not loaded before.
	 * @param (Closure(string): void)|null $watch    Told each callback's name before it runs, inside the guard; tests throw from it.
	 */
	public function __construct( private readonly Closure $makeFuse, private readonly ?Closure $watch = null ) {}

	/** Whether callbacks of ours may do their work in this request. */
	public function isOpen(): bool {
		return ! $this->hasTripped && ! $this->fuse()->isBlown();
	}

	/** Wraps a filter: on a fault the first argument comes back as it was. */
	public function filter( string $name, callable $callback ): Closure {
		return function ( mixed $original = null, mixed ...$more ) use ( $name, $callback ): mixed {
			if ( $this->hasTripped ) {
				return $original;
			}
			try {
				if ( null !== $this->watch ) {
					( $this->watch )( $name );
				}
				return $callback( $original, ...$more );
			} catch ( Throwable $fault ) {
				$this->trip( $fault );
				return $original;
			}
		};
	}

	/** Wraps an action. Runs after a fault too: what was seen is still written down. */
	public function action( string $name, callable $callback ): Closure {
		return function ( mixed ...$arguments ) use ( $name, $callback ): void {
			try {
				if ( null !== $this->watch ) {
					( $this->watch )( $name );
				}
				$callback( ...$arguments );
			} catch ( Throwable $fault ) {
				$this->trip( $fault );
			}
		};
	}

	private function trip( Throwable $fault ): void {
		$isFirst          = ! $this->hasTripped;
		$this->hasTripped = true;
		if ( ! $isFirst ) {
			return;
		}
		try {
			$this->fuse()->note( $fault );
		} catch ( Throwable ) {
			// Nobody is left to tell; the login goes on.
			return;
		}
	}

	private function fuse(): Fuse {
		return $this->fuse ??= ( $this->makeFuse )();
	}
}
