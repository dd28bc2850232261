<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Actions;

use Causeway\Connector\CarefulWrite;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Connector\WritePlan;
use Causeway\Systems\ZohoCrm\Requests\DeletedContact;
use Causeway\Systems\ZohoCrm\Requests\GetContact;
use Causeway\Systems\ZohoCrm\Requests\GetRecycleBinEntry;
use Causeway\Systems\ZohoCrm\Requests\RestoreContacts;

/** Puts one contact back from the recycle bin. It can be deleted again by hand, so the step is reversible. */
final class RestoreContact extends CarefulWrite {

	public const ID = 'restore-contact';

	private const LIVE = 'among the contacts';

	private const IN_BIN = 'in the recycle bin';

	public function id(): string {
		return self::ID;
	}

	protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan {
		$id = $subject->contactId;
		if ( ! GetContact::isId( $id ) ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The id of the contact is not known here, so it cannot be found in the recycle bin.', vendorCode: 'causeway-contact-unknown' );
		}
		if ( $this->isLive( $api, $id ) ) {
			return WritePlan::nothingToDo(
				'The contact is already there; nothing will be changed.',
				[
					'Contact' => $id,
					'State'   => self::LIVE,
				]
			);
		}
		$entry = $api->ask( new GetRecycleBinEntry( $id ) );
		if ( null === $entry ) {
			throw new ConnectorFault( FaultKind::NotFound, 'The contact is neither in the recycle bin nor among the contacts.', vendorCode: 'causeway-not-in-recycle-bin' );
		}
		return new WritePlan( $this->restoring( $entry ), new RestoreContacts( [ $id ] ) );
	}

	private function restoring( DeletedContact $entry ): Change {
		return new Change(
			'Restores the contact ' . $entry->name . ' from the recycle bin of Zoho CRM, with its notes and links.',
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
			false, // Nothing here can delete: who wants it back in the bin deletes it in Zoho CRM.
		);
	}

	/** @throws ConnectorFault */
	private function isLive( Conversation $api, string $id ): bool {
		try {
			return null !== $api->ask( new GetContact( $id, [ 'Full_Name' ] ) );
		} catch ( ConnectorFault $fault ) {
			if ( GetContact::isAbsence( $fault ) ) {
				return false;
			}
			throw $fault;
		}
	}
}
