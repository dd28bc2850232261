<?php
/**
 * Lets Causeway's clock be moved: `$causeway_now` is Unix seconds where it stands still, CAUSEWAY_CLOCK_OFFSET the seconds by which it is ahead.
 */

declare(strict_types=1);

namespace Causeway\Support;

/** Stands before PHP's own for the one class that asks for the time. */
function time(): int {
	return $GLOBALS['causeway_now'] ?? \time() + (int) getenv( 'CAUSEWAY_CLOCK_OFFSET' );
}
