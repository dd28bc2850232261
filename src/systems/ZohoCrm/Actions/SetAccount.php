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
use Causeway\Systems\ZohoCrm\Requests\Contact;
use Causeway\Systems\ZohoCrm\Requests\GetAccountName;
use Causeway\Systems\ZohoCrm\Requests\GetContact;
use Causeway\Systems\ZohoCrm\Requests\SetContactAccount;

/**
 * Gives a contact without an Account the one back that this site knew it by. Any other Account is a person's choice, made in Zoho CRM: it decides
 * whose data somebody sees.
 */
final class SetAccount extends CarefulWrite {

	public const ID = 'set-account';

	public function id(): string {
		return self::ID;
	}

	protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan {
		$former = $subject->accountId;
		if ( ! GetContact::isId( $former ) ) {
			throw new ConnectorFault( FaultKind::Rejected, 'Which Account the contact had is not known here. Choose it in Zoho CRM.', vendorCode: 'causeway-account-unknown' );
		}
		$contact = $this->contact( $api, $subject->contactId );
		$has     = $contact->accountId();
		if ( '' !== $has && $has !== $former ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The contact belongs to another Account now. Choose the right one in Zoho CRM.', vendorCode: 'causeway-other-account' );
		}
		if ( $has === $former ) {
			return WritePlan::nothingToDo( 'The contact belongs to that Account already; nothing will be changed.', self::state( $contact, $contact->text( 'Account_Name' ) . ' (' . $former . ')' ) );
		}
		$account = $this->name( $api, $former ) . ' (' . $former . ')';
		return new WritePlan(
			// Nothing here empties the field again: who wants that does it in Zoho CRM.
			new Change( 'Sets the Account of the contact ' . $contact->text( 'Full_Name' ) . ' to ' . $account . ', as it was when this site last looked.', self::state( $contact, '' ), self::state( $contact, $account ), false ),
			new SetContactAccount( $contact->id, $former, $contact->text( 'Modified_Time' ) ),
		);
	}

	/** @throws ConnectorFault */
	private function contact( Conversation $api, string $id ): Contact {
		if ( ! GetContact::isId( $id ) ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The id of the contact is not known here. Set its Account in Zoho CRM.', vendorCode: 'causeway-contact-unknown' );
		}
		try {
			$contact = $api->ask( new GetContact( $id ) );
		} catch ( ConnectorFault $fault ) {
			$contact = GetContact::isAbsence( $fault ) ? null : throw $fault;
		}
		if ( null === $contact ) {
			throw new ConnectorFault( FaultKind::NotFound, 'The contact is not among the contacts. Put it back first.', vendorCode: 'causeway-contact-absent' );
		}
		// A field that may not be seen is no empty one.
		return $contact->has( 'Account_Name' ) ? $contact : throw new ConnectorFault( FaultKind::Forbidden, 'The connection’s user may not see the Account of a contact.', vendorCode: 'causeway-not-visible' );
	}

	/** @throws ConnectorFault */
	private function name( Conversation $api, string $account ): string {
		try {
			$name = $api->ask( new GetAccountName( $account ) );
		} catch ( ConnectorFault $fault ) {
			$name = GetContact::isAbsence( $fault ) ? '' : throw $fault;
		}
		return '' !== $name ? $name : throw new ConnectorFault( FaultKind::NotFound, 'The Account that the contact had is gone. Choose another one in Zoho CRM.', vendorCode: 'causeway-account-absent' );
	}

	/** @return array<string, string> */
	private static function state( Contact $contact, string $account ): array {
		return [
			'Contact' => $contact->id,
			'Name'    => $contact->text( 'Full_Name' ),
			'Account' => $account,
		];
	}
}
