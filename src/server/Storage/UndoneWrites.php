<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Rescue\Undo;

/** A transaction that is always rolled back, and a cache that is forgotten with it. Tables without transactions keep what was written. */
final class UndoneWrites implements Undo {

	public function __construct( private readonly Database $database ) {}

	public function after( \Closure $work ): void {
		// Where a persistent cache is shared with visitors, nothing unwritten may get into it.
		$wasSuspended = wp_suspend_cache_addition();
		wp_suspend_cache_addition( true );
		$this->database->run( 'START TRANSACTION' );
		try {
			$work();
		} finally {
			$this->database->run( 'ROLLBACK' );
			wp_suspend_cache_addition( $wasSuspended );
			wp_cache_flush_runtime();
		}
	}
}
