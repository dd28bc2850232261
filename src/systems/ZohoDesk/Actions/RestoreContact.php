<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Actions;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Systems\ZohoDesk\Requests\RestoreDeleted;
use Causeway\Systems\ZohoDesk\Requests\TrashedContact;

/** Puts one contact back from the recycle bin, with what hangs on it. It can be deleted again by hand. */
final class RestoreContact implements Action {

	public const ID = 'restore-contact';

	private const LIVE = 'among the contacts';

	private const IN_BIN = 'in the recycle bin';

	/** @param \Closure(Connection): Conversation $api */
	public function __construct( private readonly \Closure $api ) {}

	public function id(): string {
		return self::ID;
	}

	public function preview( Subject $subject, Connection $connection ): Change {
		return self::look( new OnePerson( ( $this->api )( $connection ), $subject, $connection ) );
	}

	public function apply( Subject $subject, Connection $connection, Change $change ): void {
		OnePerson::mayBeWrittenTo( $connection );
		$person = new OnePerson( ( $this->api )( $connection ), $subject, $connection );
		$now    = self::look( $person );
		if ( self::LIVE === $now->before['State'] ) {
			return;
		}
		if ( $now->fingerprint() !== $change->fingerprint() ) {
			throw OnePerson::moved();
		}
		$id = $now->before['Contact'];
		try {
			$person->write( new RestoreDeleted( $id ), static fn (): bool => null !== $person->found()->live() );
		} catch ( ConnectorFault $fault ) {
			// Somebody may have been quicker: what counts is whether the contact is there.
			if ( FaultKind::Rejected !== $fault->kind || null === $person->found()->live() ) {
				throw $fault;
			}
		}
	}

	/** @throws ConnectorFault */
	private static function look( OnePerson $person ): Change {
		$found = $person->found();
		if ( null !== $found->live() ) {
			$state = [
				'Contact' => $found->id,
				'State'   => self::LIVE,
			];
			return new Change( 'The contact is already there; nothing will be changed.', $state, $state, false );
		}
		$entry = $person->people()->trashed( $found->id );
		if ( $entry instanceof TrashedContact ) {
			return self::restoring( $entry );
		}
		throw 'not-listed' === $entry
			? new ConnectorFault( FaultKind::NotFound, 'The contact is neither in the recycle bin nor among the contacts.', vendorCode: 'causeway-not-in-recycle-bin' )
			: new ConnectorFault( FaultKind::Rejected, 'So much lies in the recycle bin that this contact was not found in it. Look for it by hand.', vendorCode: 'causeway-' . $entry );
	}

	private static function restoring( TrashedContact $entry ): Change {
		return new Change(
			'Restores the contact ' . $entry->name . ' from the recycle bin of Zoho Desk, with what was deleted along with it.',
			[
				'Contact'    => $entry->id,
				'Name'       => $entry->name,
				'State'      => self::IN_BIN,
				'Deleted on' => $entry->deletedAt,
				'Deleted by' => $entry->deletedBy,
			],
			[
				'Contact' => $entry->id,
				'Name'    => $entry->name,
				'State'   => self::LIVE,
			],
			false, // Nothing here can delete: who wants it back in the bin deletes it in Zoho Desk.
		);
	}
}
