<?php

declare(strict_types=1);

namespace Causeway\Http;

/** Remembers the state of each host between requests. Implemented by Storage. A lost update costs one more call to a dead host, nothing else. */
interface BreakerStore {

	/** @param string $host Host and port, lower case (`www.zohoapis.com:443`). */
	public function load( string $host ): BreakerState;

	/** A state without failures may be stored as no row at all. */
	public function save( string $host, BreakerState $state ): void;
}
