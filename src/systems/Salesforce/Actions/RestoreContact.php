<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Actions;

use Causeway\Connector\CarefulWrite;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Connector\WritePlan;
use Causeway\Systems\Salesforce\People;
use Causeway\Systems\Salesforce\Requests\Contact;
use Causeway\Systems\Salesforce\Requests\UndeleteContact;
use Causeway\Systems\Salesforce\SalesforceId;

/** Puts one contact back from the recycle bin. One that was merged away stays there: its records have gone to the contact that was kept. */
final class RestoreContact extends CarefulWrite {

	public const ID = 'restore-contact';

	public function id(): string {
		return self::ID;
	}

	protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan {
		$contact = $this->contact( People::confirmed( $api ), $subject );
		if ( ! $contact->isDeleted() ) {
			return WritePlan::nothingToDo( 'The contact is already there; nothing will be changed.', self::state( $contact, 'among the contacts' ) );
		}
		if ( '' !== $contact->masterId() ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The contact was merged into ' . $contact->masterId() . '. Restoring it would bring the duplicate back without its records.', vendorCode: 'causeway-merged-away' );
		}
		if ( ! UndeleteContact::takes( $api->token()->value ) ) {
			throw new ConnectorFault( FaultKind::Unsupported, 'The app gives out access tokens in a form that Salesforce does not take for this. Restore the contact by hand, or switch JWT-based access tokens off in the app.', vendorCode: 'causeway-token-form' );
		}
		return new WritePlan(
			new Change(
				'Restores the contact ' . $contact->name() . ' from Salesforce’s recycle bin, with its notes and links.',
				self::state( $contact, 'in the recycle bin' ) + [ 'Deleted' => $contact->lastChange() ],
				self::state( $contact, 'among the contacts' ),
				false, // Nothing here can delete: who wants it back in the bin deletes it in Salesforce.
			),
			new UndeleteContact( $contact->id, static fn (): string => $api->token()->value ),
		);
	}

	/** @throws ConnectorFault */
	private function contact( People $people, Subject $subject ): Contact {
		$id = SalesforceId::of( SalesforceId::CONTACT, $subject->contactId );
		if ( '' !== $id ) {
			return $people->contact( $id ) ?? throw new ConnectorFault( FaultKind::NotFound, 'The contact is neither in the recycle bin nor among the contacts.', vendorCode: 'causeway-not-in-recycle-bin' );
		}
		$found = '' === $subject->email ? [] : $people->withAddress( $subject->email );
		$live  = array_values( array_filter( $found, static fn ( Contact $contact ): bool => ! $contact->isDeleted() ) );
		return $live[0] ?? People::onlyDeleted( $found )
			?? throw new ConnectorFault( FaultKind::Rejected, 'Which contact in the recycle bin is the person’s is not known here.', vendorCode: 'causeway-contact-unknown' );
	}

	/** @return array<string, string> */
	private static function state( Contact $contact, string $where ): array {
		return [
			'Contact' => $contact->id,
			'Name'    => $contact->name(),
			'State'   => $where,
		];
	}
}
