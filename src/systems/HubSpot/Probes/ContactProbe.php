<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\HubSpot\Examination;
use Causeway\Systems\HubSpot\Requests\Contact;

/**
 * Which contact is this person's, by the id known from before, else by the address; and whether the addresses agree.
 *
 * @implements Probe<Examination>
 */
final class ContactProbe implements Probe {

	public const PRODUCES = [ 'contact.linked', 'contact.has-email', 'contact.email-matches', 'contact.email-additional' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$address = $look->address();
		if ( '' === $look->contactId && '' === $address ) {
			return $look->write->allUnknown( self::PRODUCES, 'no-address', 'Neither a contact id nor an address of the person is known.' );
		}
		$linked  = '' === $look->contactId ? $this->byAddress( $look, $address ) : $this->byId( $look );
		$contact = $look->contact;
		if ( null === $contact ) {
			return [ $linked, ...$look->write->allUnknown( [ 'contact.has-email', 'contact.email-matches', 'contact.email-additional' ], $look->noContact ) ];
		}
		$look->noContact = '';
		return [ $linked, ...$this->addresses( $look, $contact, $address ) ];
	}

	private function byId( Examination $look ): Finding {
		$found = $look->people->contact( $look->contactId, $look->properties() );
		if ( null !== $found && $found->id === $look->contactId ) {
			$look->contact = $found;
		} else {
			$look->survivor  = $found;
			$look->noContact = 'contact-absent';
		}
		return $look->write->true( 'contact.linked', 'Contact ' . $look->contactId . '.' );
	}

	private function byAddress( Examination $look, string $address ): Finding {
		$found = $look->people->withAddress( $address, $look->properties() );
		if ( [] === $found ) {
			return $look->write->false( 'contact.linked', 'No active contact has the address ' . $address . '.' );
		}
		if ( count( $found ) > 1 ) {
			$look->noContact = 'ambiguous';
			$ids             = implode( ', ', array_map( static fn ( Contact $contact ): string => $contact->id, $found ) );
			return $look->write->unknown( 'contact.linked', 'ambiguous', 'More than one contact has the address ' . $address . ': ' . $ids . '.' );
		}
		$look->contact   = $found[0];
		$look->contactId = $found[0]->id;
		return $look->write->true( 'contact.linked', 'Contact ' . $look->contactId . ', found by the address ' . $address . '.' );
	}

	/** @return list<Finding> */
	private function addresses( Examination $look, Contact $contact, string $address ): array {
		$email = $contact->email();
		$has   = $look->write->of( 'contact.has-email', '' !== $email, '' === $email ? 'The property Email of the contact is empty.' : $email );
		if ( '' === $address ) {
			return [ $has, ...$look->write->allUnknown( [ 'contact.email-matches', 'contact.email-additional' ], 'no-address', 'This site knows no address of the person.' ) ];
		}
		return [
			$has,
			$look->write->of( 'contact.email-matches', $email === $address, 'Here ' . $address . ', in HubSpot ' . ( '' === $email ? 'none' : $email ) . '.' ),
			$look->write->of( 'contact.email-additional', $email !== $address && in_array( $address, $contact->additionalEmails(), true ) ),
		];
	}
}
