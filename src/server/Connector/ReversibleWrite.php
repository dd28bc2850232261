<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** A {@see CarefulWrite} with an inverse, which is done as carefully. */
abstract class ReversibleWrite extends CarefulWrite implements UndoableAction {

	/**
	 * Reads what is there now, and says what would be written to have it as it was before.
	 *
	 * @throws ConnectorFault
	 */
	abstract protected function inverse( Conversation $api, Subject $subject, Connection $connection, Change $done ): WritePlan;

	final public function previewUndo( Subject $subject, Connection $connection, Change $done ): Change {
		return $this->inverse( $this->api( $connection ), $subject, $connection, $done )->change;
	}

	final public function undo( Subject $subject, Connection $connection, Change $done, Change $change ): void {
		$this->write( $connection, $change, fn ( Conversation $api ): WritePlan => $this->inverse( $api, $subject, $connection, $done ) );
	}

	final protected static function movedOn( string $what ): ConnectorFault {
		return new ConnectorFault( FaultKind::Rejected, $what, vendorCode: 'causeway-moved-on' );
	}
}
