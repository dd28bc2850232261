<?php

declare(strict_types=1);

namespace Causeway\Connector;

/**
 * A write of one call that looks before it acts: what is done already is not done again, what has moved since the preview is refused, a lost answer
 * is looked up.
 */
abstract class CarefulWrite implements Action {

	/** Answers that leave open whether the write took effect, or that may mean that somebody was quicker. */
	private const OPEN = [ FaultKind::TimedOut, FaultKind::Unreachable, FaultKind::ServerFault, FaultKind::Malformed, FaultKind::Rejected, FaultKind::NotFound ];

	/** @param \Closure(Connection): Conversation $api */
	final public function __construct( private readonly \Closure $api ) {}

	/**
	 * Reads what is there now, and says what would be written.
	 *
	 * @throws ConnectorFault Where it cannot be done for this person.
	 */
	abstract protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan;

	final public function preview( Subject $subject, Connection $connection ): Change {
		return $this->plan( $this->api( $connection ), $subject, $connection )->change;
	}

	final public function apply( Subject $subject, Connection $connection, Change $change ): void {
		$this->write( $connection, $change, fn ( Conversation $api ): WritePlan => $this->plan( $api, $subject, $connection ) );
	}

	final protected function api( Connection $connection ): Conversation {
		return ( $this->api )( $connection );
	}

	/**
	 * @param \Closure(Conversation): WritePlan $reckon Reads anew each time it is called.
	 * @throws ConnectorFault
	 */
	final protected function write( Connection $connection, Change $change, \Closure $reckon ): void {
		if ( ! $connection->mayWrite ) {
			throw new ConnectorFault( FaultKind::Forbidden, 'This connection may only read. Allow writing in its settings first.', vendorCode: 'causeway-writing-off' );
		}
		$api  = $this->api( $connection );
		$plan = $reckon( $api );
		if ( null === $plan->write ) {
			return;
		}
		if ( $plan->change->fingerprint() !== $change->fingerprint() ) {
			throw new ConnectorFault( FaultKind::Rejected, $api->dialect->vendor() . ' has changed since the preview. Look again before you go on.', vendorCode: 'causeway-state-moved' );
		}
		try {
			$api->ask( $plan->write );
		} catch ( ConnectorFault $fault ) {
			if ( ! in_array( $fault->kind, self::OPEN, true ) || ! self::isDone( $api, $reckon ) ) {
				throw $fault;
			}
		}
	}

	/** @param \Closure(Conversation): WritePlan $reckon */
	private static function isDone( Conversation $api, \Closure $reckon ): bool {
		try {
			return null === $reckon( $api )->write;
		} catch ( ConnectorFault ) {
			// Whoever cannot look does not know; the first fault says more.
			return false;
		}
	}
}
