<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Actions;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Systems\HubSpot\People;

/** A write that is planned from what is there now, refused where that has moved since the preview, and checked where its answer got lost. */
abstract class CarefulWrite implements Action {

	/** Answers that leave open whether the write took effect, or say that somebody was quicker. */
	private const OPEN = [ FaultKind::TimedOut, FaultKind::Unreachable, FaultKind::ServerFault, FaultKind::Malformed, FaultKind::Rejected ];

	/** @param \Closure(Connection): Conversation $api */
	final public function __construct( private readonly \Closure $api ) {}

	/**
	 * Reads what is there now, and says what would be written.
	 *
	 * @throws ConnectorFault Where it cannot be done for this person.
	 */
	abstract protected function plan( Conversation $api, Subject $subject, Connection $connection ): Plan;

	final public function preview( Subject $subject, Connection $connection ): Change {
		return $this->look( ( $this->api )( $connection ), $subject, $connection )->change;
	}

	final public function apply( Subject $subject, Connection $connection, Change $change ): void {
		if ( ! $connection->mayWrite ) {
			throw new ConnectorFault( FaultKind::Forbidden, 'This connection may only read. Allow writing in its settings first.', vendorCode: 'causeway-writing-off' );
		}
		$api  = ( $this->api )( $connection );
		$plan = $this->look( $api, $subject, $connection );
		if ( null === $plan->write ) {
			return;
		}
		if ( $plan->change->fingerprint() !== $change->fingerprint() ) {
			throw new ConnectorFault( FaultKind::Rejected, 'HubSpot has changed since the preview. Look again before you go on.', vendorCode: 'causeway-state-moved' );
		}
		try {
			$api->ask( $plan->write );
		} catch ( ConnectorFault $fault ) {
			if ( ! in_array( $fault->kind, self::OPEN, true ) || ! $this->isDone( $api, $subject, $connection ) ) {
				throw $fault;
			}
		}
	}

	private function isDone( Conversation $api, Subject $subject, Connection $connection ): bool {
		try {
			return null === $this->look( $api, $subject, $connection )->write;
		} catch ( ConnectorFault ) {
			// Whoever cannot look does not know; the first fault says more.
			return false;
		}
	}

	/** @throws ConnectorFault Also where another account answers than the connection was made for. */
	private function look( Conversation $api, Subject $subject, Connection $connection ): Plan {
		( new People( $api ) )->account();
		return $this->plan( $api, $subject, $connection );
	}
}
