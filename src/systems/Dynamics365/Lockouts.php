<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\RefusalPage;
use Causeway\Connector\RemoteRefusal;
use Causeway\Systems\Dynamics365\Requests\ListLockouts;
use Causeway\Systems\Dynamics365\Requests\Lockout;

/**
 * Logins that a Power Pages site locked: the only refusals of which it keeps a trace.
 *
 * Locking changes the contact, so they are read in the order of changes. A locked contact that is changed once more comes again, with the same id.
 */
final class Lockouts {

	private const BEGINS_SECONDS = 3_600;

	public function __construct( private readonly Conversation $api ) {}

	/** @throws ConnectorFault */
	public function after( string $mark ): RefusalPage {
		$since   = 1 === preg_match( '/^\d{1,11}$/D', $mark ) ? (int) $mark : $this->api->now() - self::BEGINS_SECONDS;
		$locks   = $this->ask( $since );
		$last    = [] === $locks ? $since : max( $since, $locks[ count( $locks ) - 1 ]->changedAt );
		$hasMore = count( $locks ) === ListLockouts::MOST;
		// A full page of one single second would come for ever.
		return new RefusalPage( array_map( self::refusal( ... ), $locks ), (string) ( $hasMore && $last === $since ? $since + 1 : $last ), $hasMore );
	}

	/**
	 * @return list<Lockout>
	 * @throws ConnectorFault
	 */
	private function ask( int $since ): array {
		try {
			return $this->api->ask( new ListLockouts( $since ) );
		} catch ( ConnectorFault $fault ) {
			if ( ErrorWords::NO_COLUMN !== $fault->vendorCode ) {
				throw $fault;
			}
			// No site ever put its columns here.
			return [];
		}
	}

	private static function refusal( Lockout $lock ): RemoteRefusal {
		return new RemoteRefusal( $lock->contactId . '@' . $lock->until, $lock->changedAt, $lock->email, $lock->contactId, 'account-locked' );
	}
}
