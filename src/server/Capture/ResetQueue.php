<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** Where requests for a new password wait for the background. Implemented by Storage. */
interface ResetQueue {

	/** Whether somebody takes from it soon: where nobody does, a mail must not wait for them. The same cost for every name. */
	public function isServed(): bool;

	/**
	 * One write, the same whether or not there is an account. Asked again while it waits, it is one request.
	 *
	 * @param string $nameHash Keyed hash of the name that was typed.
	 * @param int    $userId   0 where the name belongs to nobody.
	 */
	public function put( string $nameHash, int $userId ): void;
}
