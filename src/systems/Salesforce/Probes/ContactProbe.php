<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\Salesforce\Examination;
use Causeway\Systems\Salesforce\People;
use Causeway\Systems\Salesforce\Requests\Contact;

/**
 * Which contact is this person's: by the id known from before, else by the address. One call finds live ones and those in the recycle bin.
 *
 * @implements Probe<Examination>
 */
final class ContactProbe implements Probe {

	public const PRODUCES = [ 'contact.linked', 'contact.single', 'contact.has-email', 'contact.email-matches' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$which   = '' === $look->contactId ? $this->byAddress( $look ) : $this->byId( $look );
		$contact = $look->contact;
		if ( null === $contact ) {
			return [ ...$which, ...$look->write->allUnknown( [ 'contact.has-email', 'contact.email-matches' ], $look->noContact ) ];
		}
		$look->noContact = '';
		if ( ! $contact->has( 'Email' ) ) {
			return [ ...$which, ...$look->write->allUnknown( [ 'contact.has-email', 'contact.email-matches' ], 'field-hidden', 'The field Email is hidden from the connection’s user.' ) ];
		}
		$email   = $contact->text( 'Email' );
		$address = $look->address();
		return [
			...$which,
			$look->write->of( 'contact.has-email', '' !== $email, '' === $email ? 'The field Email of the contact is empty.' : $email ),
			'' === $address
				? $look->write->unknown( 'contact.email-matches', 'no-address', 'This site knows no address of the person.' )
				: $look->write->of( 'contact.email-matches', $contact->hasAddress( $address ), 'Here ' . $address . ', at Salesforce ' . ( '' === $email ? 'none' : $email ) . '.' ),
		];
	}

	/** @return list<Finding> */
	private function byId( Examination $look ): array {
		$this->take( $look, $look->people->contact( $look->contactId ) );
		return [
			$look->write->true( 'contact.linked', 'Contact ' . $look->contactId . '.' ),
			// Others with the address do not matter to whoever goes by the id.
			$look->write->unknown( 'contact.single', 'not-tried' ),
		];
	}

	/** @return list<Finding> */
	private function byAddress( Examination $look ): array {
		$address = $look->address();
		if ( '' === $address ) {
			$look->noContact = 'no-address';
			return $look->write->allUnknown( [ 'contact.linked', 'contact.single' ], 'no-address', 'Neither a contact id nor an address of the person is known.' );
		}
		$found = $look->people->withAddress( $address );
		$live  = array_values( array_filter( $found, static fn ( Contact $contact ): bool => ! $contact->isDeleted() ) );
		if ( count( $live ) > 1 ) {
			$look->noContact = 'ambiguous';
			$names           = implode( ', ', array_map( static fn ( Contact $contact ): string => $contact->name() . ' (' . $contact->id . ')', $live ) );
			return [
				$look->write->unknown( 'contact.linked', 'ambiguous' ),
				$look->write->false( 'contact.single', 'These contacts have the address ' . $address . ': ' . $names . '.' ),
			];
		}
		$contact = $live[0] ?? People::onlyDeleted( $found );
		if ( null === $contact ) {
			$look->noContact = [] === $found ? 'contact-unknown' : 'ambiguous';
			return [
				$look->write->false( 'contact.linked', 'No contact has the address ' . $address . ( [] === $found ? '.' : '; more than one that had it was deleted.' ) ),
				$look->write->unknown( 'contact.single', $look->noContact ),
			];
		}
		$look->contactId = $contact->id;
		$this->take( $look, $contact );
		return [
			$look->write->true( 'contact.linked', 'Contact ' . $contact->id . ', found by the address ' . $address . '.' ),
			$look->write->true( 'contact.single' ),
		];
	}

	private function take( Examination $look, ?Contact $found ): void {
		$isLive          = null !== $found && ! $found->isDeleted();
		$look->contact   = $isLive ? $found : null;
		$look->deleted   = $isLive ? null : $found;
		$look->noContact = $isLive ? '' : 'contact-absent';
	}
}
