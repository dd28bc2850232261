<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** One write that a fix path may do. Previewed, confirmed and journaled by Cases; verified by a fresh examine(), never by its own answer. */
interface Action {

	public function id(): string;

	/**
	 * Reads what is there now and says what would change. Changes nothing.
	 *
	 * @throws ConnectorFault
	 */
	public function preview( Subject $subject, Connection $connection ): Change;

	/**
	 * Does it. Idempotent: done twice, it has the effect of once. The change is the one previewed; a state that has moved since is refused (Rejected).
	 *
	 * @throws ConnectorFault
	 */
	public function apply( Subject $subject, Connection $connection, Change $change ): void;
}
