<?php

declare(strict_types=1);

namespace Causeway\Background;

/** Asks this site, over HTTP, to do its due work. Implemented in Http: the only room that makes requests. */
interface Loopback {

	/**
	 * Posts to `causeway/v1/work` and does not wait for the answer beyond a second. Never throws.
	 *
	 * @param string $signature For the header `X-Causeway-Work`; {@see WorkSignature} checks it at the other end.
	 */
	public function kick( string $signature ): void;
}
