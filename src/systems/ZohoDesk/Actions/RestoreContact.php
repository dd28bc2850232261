<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Actions;

use Causeway\Connector\CarefulWrite;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Connector\WritePlan;
use Causeway\Systems\ZohoDesk\Requests\RestoreDeleted;
use Causeway\Systems\ZohoDesk\Requests\TrashedContact;

/** Puts one contact back from the recycle bin, with what hangs on it. It can be deleted again by hand. */
final class RestoreContact extends CarefulWrite {

	public const ID = 'restore-contact';

	private const LIVE = 'among the contacts';

	private const IN_BIN = 'in the recycle bin';

	public function id(): string {
		return self::ID;
	}

	protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan {
		$person = new OnePerson( $api, $subject, $connection );
		$found  = $person->found();
		if ( null !== $found->live() ) {
			return WritePlan::nothingToDo(
				'The contact is already there; nothing will be changed.',
				[
					'Contact' => $found->id,
					'State'   => self::LIVE,
				]
			);
		}
		$entry = $person->people()->trashed( $found->id );
		if ( $entry instanceof TrashedContact ) {
			return new WritePlan( self::restoring( $entry ), new RestoreDeleted( $entry->id ) );
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
