<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Support\Clock;

/** Three faults of ours on the login path within ten minutes leave only bare WordPress, until an admin puts the fuse back. */
final class Fuse {

	public const FAULTS = 3;

	public const WINDOW_SECONDS = 600;

	public function __construct( private readonly FuseStore $store, private readonly Clock $clock ) {}

	public function isBlown(): bool {
		return 0 !== $this->store->fuse()['blownAt'];
	}

	/** Unix time, 0 while the fuse is whole. */
	public function blownAt(): int {
		return $this->store->fuse()['blownAt'];
	}

	/** Class, file and line of the last fault: nothing that a visitor typed. */
	public function lastFault(): string {
		return $this->store->fuse()['where'];
	}

	public function note( \Throwable $fault ): void {
		$state = $this->store->fuse();
		if ( 0 !== $state['blownAt'] ) {
			return;
		}
		$now    = $this->clock->now();
		$faults = array_values( array_filter( $state['faults'], static fn ( int $at ): bool => $at > $now - self::WINDOW_SECONDS ) );
		$faults = array_slice( [ ...$faults, $now ], -self::FAULTS );
		$this->store->saveFuse(
			[
				'faults'  => $faults,
				'blownAt' => count( $faults ) >= self::FAULTS ? $now : 0,
				'where'   => substr( $fault::class . ' ' . basename( $fault->getFile() ) . ':' . $fault->getLine(), 0, 120 ),
			]
		);
	}

	public function putBack(): void {
		$this->store->saveFuse(
			[
				'faults'  => [],
				'blownAt' => 0,
				'where'   => '',
			]
		);
	}
}
