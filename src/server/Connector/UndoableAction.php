<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** An action that the system can take back: previewed, confirmed and journaled as the action itself was. */
interface UndoableAction extends Action {

	/**
	 * Reads what is there now and says what taking it back would change. Changes nothing.
	 *
	 * @param Change $done What was done, as the journal has it.
	 * @throws ConnectorFault Also where what is there now is not what was left behind: somebody has gone on from it.
	 */
	public function previewUndo( Subject $subject, Connection $connection, Change $done ): Change;

	/**
	 * Takes it back. Idempotent, and refused (Rejected) where the state has moved since the preview.
	 *
	 * @param Change $change The one that {@see previewUndo()} gave.
	 * @throws ConnectorFault
	 */
	public function undo( Subject $subject, Connection $connection, Change $done, Change $change ): void;
}
