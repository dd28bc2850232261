<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** Keeps the fuse's state in the one autoloaded option: reading costs no query, writing happens only when a fault of ours does. */
interface FuseStore {

	/** @return array{faults: list<int>, blownAt: int, where: string} Empty list, 0 and '' where nothing ever happened. */
	public function fuse(): array;

	/** @param array{faults: list<int>, blownAt: int, where: string} $state At most {@see Fuse::FAULTS} times. */
	public function saveFuse( array $state ): void;
}
