<?php

declare(strict_types=1);

namespace Causeway\Tests\Support;

use RuntimeException;

/**
 * WordPress would have ended the request here, with `wp_die()` or a redirect.
 */
final class Halted extends RuntimeException {

	/**
	 * @param string $reason   `die` or `redirect`.
	 * @param string $location Where a redirect leads; '' for `die`.
	 * @param int    $status   HTTP status.
	 */
	public function __construct(
		public readonly string $reason,
		string $message,
		public readonly string $location,
		public readonly int $status,
	) {
		parent::__construct( $message );
	}
}
