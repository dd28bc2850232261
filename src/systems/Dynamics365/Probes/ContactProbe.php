<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\Dynamics365\Examination;
use Causeway\Systems\Dynamics365\Requests\Contact;

/**
 * Which contact is this person's, by the id known from before, else by the address; and who else bears that address.
 *
 * @implements Probe<Examination>
 */
final class ContactProbe implements Probe {

	public const PRODUCES = [ 'contact.linked', 'contact.single', 'contact.active', 'contact.has-email', 'contact.email-matches' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$address = $look->address();
		if ( '' === $look->contactId && '' === $address ) {
			return $look->write->allUnknown( self::PRODUCES, 'no-address', 'Neither a contact id nor an address of the person is known.' );
		}
		$found  = $look->people->find( $look->contactId, $address );
		$linked = '' === $look->contactId ? $this->byAddress( $look, $found, $address ) : $this->byId( $look, $found );
		$contact = $look->contact;
		$others  = array_filter( $found, static fn ( Contact $other ): bool => $other->isActive() && $other->email() === $address && $other->id !== $contact?->id );
		$look->others = array_values( $others );
		if ( null === $contact ) {
			return [ $linked, $this->single( $look, $address ), ...$look->write->allUnknown( [ 'contact.active', 'contact.has-email', 'contact.email-matches' ], $look->noContact ) ];
		}
		$look->noContact = '';
		return [
			$linked,
			$this->single( $look, $address ),
			$look->write->of( 'contact.active', $contact->isActive(), $contact->isActive() ? '' : $contact->name() . ' is inactive.' ),
			$look->write->of( 'contact.has-email', '' !== $contact->email(), '' === $contact->email() ? 'The field Email of the contact is empty.' : $contact->email() ),
			'' === $address
				? $look->write->unknown( 'contact.email-matches', 'no-address', 'This site knows no address of the person.' )
				: $look->write->of( 'contact.email-matches', $contact->email() === $address, 'Here ' . $address . ', in Dynamics 365 ' . ( '' === $contact->email() ? 'none' : $contact->email() ) . '.' ),
		];
	}

	/**
	 * A list leaves out what is gone and what the role does not reach alike; only the row itself tells them apart.
	 *
	 * @param list<Contact> $found
	 */
	private function byId( Examination $look, array $found ): Finding {
		foreach ( $found as $contact ) {
			if ( $contact->id === $look->contactId ) {
				$look->contact = $contact;
			}
		}
		if ( null === $look->contact ) {
			$look->noContact = 'contact-absent';
			try {
				$look->contact = $look->people->contact( $look->contactId );
			} catch ( ConnectorFault $fault ) {
				if ( FaultKind::Forbidden !== $fault->kind ) {
					throw $fault;
				}
				$look->noContact = 'not-visible';
			}
		}
		return $look->write->true( 'contact.linked', 'Contact ' . $look->contactId . '.' );
	}

	/** @param list<Contact> $found */
	private function byAddress( Examination $look, array $found, string $address ): Finding {
		$chosen = $this->choose( $found, $address );
		if ( [] === $chosen ) {
			return $look->write->false( 'contact.linked', 'No contact has the address ' . $address . '.' );
		}
		if ( count( $chosen ) > 1 ) {
			$look->noContact = 'ambiguous';
			$ids             = implode( ', ', array_map( static fn ( Contact $contact ): string => $contact->id, $chosen ) );
			return $look->write->unknown( 'contact.linked', 'ambiguous', 'More than one contact has the address ' . $address . ': ' . $ids . '.' );
		}
		$look->contact   = $chosen[0];
		$look->contactId = $chosen[0]->id;
		return $look->write->true( 'contact.linked', 'Contact ' . $look->contactId . ', found by the address ' . $address . '.' );
	}

	/**
	 * The main address goes before the others, an active contact before an inactive one.
	 *
	 * @param list<Contact> $found
	 * @return list<Contact>
	 */
	private function choose( array $found, string $address ): array {
		foreach ( [
			static fn ( Contact $contact ): bool => $contact->isActive() && $contact->email() === $address,
			static fn ( Contact $contact ): bool => $contact->email() === $address,
			static fn ( Contact $contact ): bool => $contact->isActive(),
		] as $fits ) {
			$chosen = array_values( array_filter( $found, $fits ) );
			if ( [] !== $chosen ) {
				return $chosen;
			}
		}
		return $found;
	}

	private function single( Examination $look, string $address ): Finding {
		if ( '' === $address ) {
			return $look->write->unknown( 'contact.single', 'no-address' );
		}
		$same = array_filter( [ $look->contact, ...$look->others ], static fn ( ?Contact $contact ): bool => null !== $contact && $contact->isActive() && $contact->email() === $address );
		return count( $same ) < 2
			? $look->write->true( 'contact.single' )
			: $look->write->false( 'contact.single', count( $same ) . ' active contacts have the address ' . $address . ': ' . implode( ', ', array_map( static fn ( Contact $contact ): string => $contact->id, $same ) ) . '.' );
	}
}
