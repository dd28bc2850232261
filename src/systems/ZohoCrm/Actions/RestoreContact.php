<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Actions;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Systems\ZohoCrm\Requests\DeletedContact;
use Causeway\Systems\ZohoCrm\Requests\GetContact;
use Causeway\Systems\ZohoCrm\Requests\GetRecycleBinEntry;
use Causeway\Systems\ZohoCrm\Requests\RestoreContacts;

/** Puts one contact back from the recycle bin. It can be deleted again by hand, so the step is reversible. */
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
		return $this->look( ( $this->api )( $connection ), $subject );
	}

	public function apply( Subject $subject, Connection $connection, Change $change ): void {
		if ( ! $connection->mayWrite ) {
			throw new ConnectorFault( FaultKind::Forbidden, 'This connection may only read. Allow writing in its settings first.', vendorCode: 'causeway-writing-off' );
		}
		$api = ( $this->api )( $connection );
		$now = $this->look( $api, $subject );
		if ( self::LIVE === $now->before['State'] ) {
			return;
		}
		if ( $now->fingerprint() !== $change->fingerprint() ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The recycle bin has changed since the preview. Look again before restoring.', vendorCode: 'causeway-state-moved' );
		}
		try {
			$api->ask( new RestoreContacts( [ $subject->contactId ] ) );
		} catch ( ConnectorFault $fault ) {
			// The answer may have got lost, or somebody may have been quicker: what counts is whether the contact is there.
			if ( FaultKind::Forbidden === $fault->kind || ! $this->isLive( $api, $subject->contactId ) ) {
				throw $fault;
			}
		}
	}

	private function look( Conversation $api, Subject $subject ): Change {
		$id = $subject->contactId;
		if ( ! GetContact::isId( $id ) ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The id of the contact is not known here, so it cannot be found in the recycle bin.', vendorCode: 'causeway-contact-unknown' );
		}
		$entry = $api->ask( new GetRecycleBinEntry( $id ) );
		if ( null !== $entry ) {
			return $this->restoring( $entry );
		}
		if ( $this->isLive( $api, $id ) ) {
			$state = [
				'Contact' => $id,
				'State'   => self::LIVE,
			];
			return new Change( 'The contact is already there; nothing will be changed.', $state, $state, false );
		}
		throw new ConnectorFault( FaultKind::NotFound, 'The contact is neither in the recycle bin nor among the contacts.', vendorCode: 'causeway-not-in-recycle-bin' );
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
