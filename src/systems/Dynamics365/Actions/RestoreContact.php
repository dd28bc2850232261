<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Actions;

use Causeway\Connector\CarefulWrite;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Connector\WritePlan;
use Causeway\Systems\Dynamics365\Guid;
use Causeway\Systems\Dynamics365\People;
use Causeway\Systems\Dynamics365\Requests\Contact;
use Causeway\Systems\Dynamics365\Requests\RestoreContact as Restore;

/** Puts one contact back from the recycle bin. It is found by its id, or where that is not known, by the one address that it keeps. */
final class RestoreContact extends CarefulWrite {

	public const ID = 'restore-contact';

	private const LIVE = 'among the contacts';

	private const IN_BIN = 'in the recycle bin';

	public function id(): string {
		return self::ID;
	}

	protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan {
		$people = People::confirmed( $api );
		$id     = Guid::of( $subject->contactId );
		$live   = $this->live( $people, $id, $subject->email );
		if ( null !== $live ) {
			return WritePlan::nothingToDo( 'The contact is already there; nothing will be changed.', self::state( $live, self::LIVE ) );
		}
		if ( '' === $id && '' === $subject->email ) {
			throw new ConnectorFault( FaultKind::Rejected, 'Neither the contact’s id nor an address of the person is known here, so it cannot be found in the recycle bin.', vendorCode: 'causeway-contact-unknown' );
		}
		$entry = $people->deleted( $id, $subject->email );
		if ( null === $entry ) {
			throw new ConnectorFault( FaultKind::NotFound, 'The recycle bin does not hold exactly one contact of this person.', vendorCode: 'causeway-not-in-recycle-bin' );
		}
		return new WritePlan(
			// Nothing here can delete: who wants it back in the bin deletes it in Dynamics 365.
			new Change( 'Restores the contact ' . $entry->name() . ' from the recycle bin, with what was deleted along with it.', self::state( $entry, self::IN_BIN ), self::state( $entry, self::LIVE ), false ),
			new Restore( $entry->id ),
		);
	}

	/** @throws ConnectorFault */
	private function live( People $people, string $id, string $address ): ?Contact {
		if ( '' !== $id ) {
			return $people->contact( $id );
		}
		foreach ( '' === $address ? [] : $people->find( '', $address ) as $contact ) {
			if ( $contact->email() === mb_strtolower( $address ) ) {
				return $contact;
			}
		}
		return null;
	}

	/** @return array<string, string> */
	private static function state( Contact $contact, string $state ): array {
		return [
			'Contact' => $contact->id,
			'Name'    => $contact->name(),
			'E-mail'  => $contact->email(),
			'State'   => $state,
		];
	}
}
