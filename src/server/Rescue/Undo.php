<?php

declare(strict_types=1);

namespace Causeway\Rescue;

/** Runs something and takes back what it wrote to the database, as far as the tables can. */
interface Undo {

	/** @param \Closure(): void $work May throw; then too everything is taken back. */
	public function after( \Closure $work ): void;
}
