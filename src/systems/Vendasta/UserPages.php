<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Systems\Vendasta\Requests\ListUsers;
use Causeway\Systems\Vendasta\Requests\User;

/**
 * All customers' users and team members of a partner, a hundred at a time.
 *
 * Nothing can be asked by its date, a change of permissions changes none, and deleted users are in no list: so each pass is a whole one.
 */
final class UserPages {

	/** Service accounts are users as well, and nobody logs in by them. */
	private const PEOPLE = 'business,partner';

	public function __construct( private readonly Conversation $api, private readonly string $partnerId ) {}

	/** @throws ConnectorFault */
	public function page( string $cursor ): BulkPage {
		$later = ListUsers::at( $cursor );
		try {
			$page = $this->api->ask( $later ?? ListUsers::of( $this->partnerId, [ 'category' => self::PEOPLE ] ) );
		} catch ( ConnectorFault $fault ) {
			if ( null === $later || FaultKind::Rejected !== $fault->kind ) {
				throw $fault;
			}
			// The cursor is no longer taken.
			return $this->page( '' );
		}
		return new BulkPage( array_map( self::person( ... ), $page->users ), $page->next, '', true );
	}

	private static function person( User $user ): BulkPerson {
		return new BulkPerson( 'user', $user->id, 'live', $user->email, accountId: $user->businesses[0] ?? '', isConfirmed: $user->isConfirmed, changedAt: $user->changedAt );
	}
}
