<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Systems\ZohoCrm\Examination;
use Causeway\Systems\ZohoCrm\Requests\Contact;
use Causeway\Systems\ZohoCrm\Requests\FindContactsByEmail;
use Causeway\Systems\ZohoCrm\Requests\GetContact;

/**
 * Which contact is this person's: by the id known from before, else by the address.
 *
 * @implements Probe<Examination>
 */
final class ContactProbe implements Probe {

	public const PRODUCES = [ 'contact.linked', 'contact.has-email', 'contact.email-matches' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$look->noContact = 'contact-unknown';
		$findings        = '' === $look->contactId ? $this->byAddress( $look ) : $this->byId( $look );
		$contact         = $look->contact;
		if ( null === $contact ) {
			return [ ...$findings, ...$look->write->allUnknown( [ 'contact.has-email', 'contact.email-matches' ], $look->noContact ) ];
		}
		$look->noContact = '';
		$email           = $contact->text( 'Email' );
		$findings[]      = $look->write->of( 'contact.has-email', '' !== $email, '' === $email ? 'The e-mail field of the contact is empty.' : $email );
		$address         = $look->address();
		$findings[]      = '' === $address
			? $look->write->unknown( 'contact.email-matches', 'no-address', 'This site knows no address of the person.' )
			: $look->write->of( 'contact.email-matches', $contact->hasAddress( $address, 'Email' ), 'Here ' . $address . ', in the CRM ' . ( '' === $email ? 'none' : $email ) . '.' );
		return $findings;
	}

	/** @return list<\Causeway\Support\Finding> */
	private function byId( Examination $look ): array {
		$look->contact = self::read( $look, $look->contactId );
		if ( null === $look->contact ) {
			$look->noContact = 'contact-absent';
		}
		return [ $look->write->true( 'contact.linked', 'Contact ' . $look->contactId . '.' ) ];
	}

	/** @return list<\Causeway\Support\Finding> */
	private function byAddress( Examination $look ): array {
		$address = $look->address();
		if ( '' === $address ) {
			return [ $look->write->unknown( 'contact.linked', 'no-address', 'Neither a contact id nor an address of the person is known.' ) ];
		}
		$found = self::find( $look, $address );
		$exact = array_values( array_filter( $found, static fn ( Contact $contact ): bool => $contact->hasAddress( $address, 'Email' ) ) );
		$found = [] === $exact ? $found : $exact;
		if ( [] === $found ) {
			return [ $look->write->false( 'contact.linked', 'No live contact has the address ' . $address . '.' ) ];
		}
		if ( count( $found ) > 1 ) {
			$look->noContact = 'ambiguous';
			$ids             = implode( ', ', array_map( static fn ( Contact $contact ): string => $contact->id, $found ) );
			return [ $look->write->unknown( 'contact.linked', 'ambiguous', 'More than one contact has the address ' . $address . ': ' . $ids . '.' ) ];
		}
		$look->contactId = $found[0]->id;
		$look->contact   = self::read( $look, $found[0]->id );
		return [ $look->write->true( 'contact.linked', 'Contact ' . $look->contactId . ', found by the address ' . $address . '.' ) ];
	}

	/**
	 * One contact by its id; null where the API has none under it, in whichever way its version says so.
	 *
	 * @param list<string> $fields
	 * @throws ConnectorFault
	 */
	public static function read( Examination $look, string $id, array $fields = GetContact::FIELDS ): ?Contact {
		try {
			return $look->api->ask( new GetContact( $id, $fields ) );
		} catch ( ConnectorFault $fault ) {
			if ( GetContact::isAbsence( $fault ) ) {
				return null;
			}
			throw $fault;
		}
	}

	/**
	 * Live contacts with that address in one of their e-mail fields.
	 *
	 * @return list<Contact>
	 * @throws ConnectorFault
	 */
	public static function find( Examination $look, string $address ): array {
		try {
			return $look->api->ask( new FindContactsByEmail( $address ) );
		} catch ( ConnectorFault $fault ) {
			// An organisation may have taken the secondary address off its contacts.
			if ( FaultKind::Rejected !== $fault->kind || 'INVALID_QUERY' !== $fault->vendorCode ) {
				throw $fault;
			}
			return $look->api->ask( new FindContactsByEmail( $address, [ 'Email' ] ) );
		}
	}
}
