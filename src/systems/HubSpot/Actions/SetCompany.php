<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Actions;

use Causeway\Connector\CarefulWrite;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Connector\WritePlan;
use Causeway\Systems\HubSpot\HubSpotId;
use Causeway\Systems\HubSpot\People;
use Causeway\Systems\HubSpot\Requests\Contact;
use Causeway\Systems\HubSpot\Requests\GetCompanyName;
use Causeway\Systems\HubSpot\Requests\ListCompanies;
use Causeway\Systems\HubSpot\Requests\SetCompany as SetCompanyCall;

/**
 * Gives a contact without a company back the one that it had when this site last looked. Which one it should be otherwise, only a person can say.
 *
 * A contact that has another company is left alone: a second link would not make the old one the primary company again.
 */
final class SetCompany extends CarefulWrite {

	public const ID = 'set-company';

	public function id(): string {
		return self::ID;
	}

	protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan {
		$contact = $this->contact( People::confirmed( $api ), $subject );
		$company = HubSpotId::of( $subject->accountId );
		$name    = '' === $company ? null : $this->name( $api, $company );
		if ( null === $name ) {
			throw new ConnectorFault( FaultKind::Rejected, 'Which company the contact had before is not known here, or that company is gone. Choose one in HubSpot.', vendorCode: 'causeway-account-unknown' );
		}
		$linked = $api->ask( new ListCompanies( $contact->id ) );
		if ( in_array( $company, $linked, true ) ) {
			return WritePlan::nothingToDo( 'The contact is linked with that company already; nothing will be changed.', self::state( $contact, $company ) );
		}
		if ( [] !== $linked ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The contact is linked with another company by now. Choose the right primary company in HubSpot.', vendorCode: 'causeway-account-taken' );
		}
		return new WritePlan(
			// Nothing here can take a link away: who does not want it removes it in HubSpot.
			new Change( 'Links the contact ' . $contact->name() . ' with the company ' . ( '' === $name ? $company : $name ) . '.', self::state( $contact, 'none' ), self::state( $contact, trim( $name . ' (' . $company . ')' ) ), false ),
			new SetCompanyCall( $contact->id, $company ),
		);
	}

	/** Null where there is no such company. */
	private function name( Conversation $api, string $company ): ?string {
		try {
			return $api->ask( new GetCompanyName( $company ) );
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::NotFound !== $fault->kind ) {
				throw $fault;
			}
			return null;
		}
	}

	/** @throws ConnectorFault */
	private function contact( People $people, Subject $subject ): Contact {
		$id      = HubSpotId::of( $subject->contactId );
		$found   = '' === $id && '' !== $subject->email ? $people->withAddress( $subject->email ) : [];
		$contact = '' !== $id ? $people->contact( $id ) : ( 1 === count( $found ) ? $found[0] : null );
		if ( null === $contact || ( '' !== $id && $contact->id !== $id ) ) {
			throw new ConnectorFault( FaultKind::NotFound, 'There is no active contact of this person, or more than one.', vendorCode: 'causeway-contact-unknown' );
		}
		return $contact;
	}

	/** @return array<string, string> */
	private static function state( Contact $contact, string $company ): array {
		return [
			'Contact' => $contact->id,
			'Name'    => $contact->name(),
			'Company' => $company,
		];
	}
}
