<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Background\Deadline;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectionStore;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\PeopleDirectory;
use Causeway\Connector\RefusalSource;
use Causeway\Connector\Registry;
use Causeway\Connector\RemoteRefusal;

/**
 * Takes in refusals that a vendor recorded on its own login page, which this site never sees otherwise: each becomes an attempt here.
 *
 * Read from a mark that is kept beside the connection. Read twice, an entry is one attempt: its reference is made from the vendor's id.
 */
final class RemoteRefusals {

	/** Entry of such attempts. */
	public const ENTRY = 'vendor-page';

	private const MARK = 'refusalMark';

	/** Pages of one connection in one go. */
	private const MOST_PAGES = 20;

	public function __construct(
		private readonly Registry $connectors,
		private readonly ConnectionStore $connections,
		private readonly PeopleDirectory $people,
		private readonly AttemptStore $attempts,
	) {}

	/** Whether any connection keeps such a record. */
	public function isAny(): bool {
		foreach ( $this->connections->all() as $connection ) {
			if ( $this->connectors->get( $connection->system ) instanceof RefusalSource ) {
				return true;
			}
		}
		return false;
	}

	/** @return int How many were new to this site or read again. */
	public function take( Deadline $deadline ): int {
		$taken = 0;
		foreach ( $this->connections->all() as $connection ) {
			$source = $this->connectors->get( $connection->system );
			if ( $source instanceof RefusalSource && ! $deadline->isOver() ) {
				$taken += $this->ofOne( $source, $connection, $deadline );
			}
		}
		return $taken;
	}

	private function ofOne( RefusalSource $source, Connection $connection, Deadline $deadline ): int {
		$taken = 0;
		$mark  = $connection->facts[ self::MARK ] ?? '';
		for ( $number = 0; $number < self::MOST_PAGES && ! $deadline->isOver(); $number++ ) {
			try {
				$page = $source->refusals( $connection, $mark );
			} catch ( ConnectorFault ) {
				// The connection's own conditions tell why; the mark stays, so that nothing is missed.
				return $taken;
			}
			foreach ( $page->refusals as $refusal ) {
				$this->note( $connection, $refusal );
				++$taken;
			}
			// After the attempts: killed in between, they are read again and stay one each.
			$this->connections->rememberFacts( $connection->id, [ self::MARK => $page->mark ] );
			$mark = $page->mark;
			if ( ! $page->hasMore ) {
				break;
			}
		}
		return $taken;
	}

	private function note( Connection $connection, RemoteRefusal $refusal ): void {
		$user    = '' === $refusal->email ? null : $this->people->userByLoginOrEmail( $refusal->email );
		$symptom = '' === $refusal->symptom ? '' : $connection->system . ':' . $refusal->symptom;
		$this->attempts->noteOnce( $connection->id . '|' . $refusal->id, $user['id'] ?? 0, $refusal->email, self::ENTRY, $symptom, $refusal->at );
	}
}
