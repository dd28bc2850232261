<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\ZohoDesk\DeskId;
use Causeway\Systems\ZohoDesk\Examination;
use Causeway\Systems\ZohoDesk\FoundContact;
use Causeway\Systems\ZohoDesk\Links;

/**
 * Which contact is this person's.
 *
 * @implements Probe<Examination>
 */
final class ContactProbe implements Probe {

	public const PRODUCES = [ 'contact.linked', 'contact.single', 'contact.has-email', 'contact.email-matches' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$address         = $look->address();
		$found           = $look->people->find( DeskId::of( $look->subject->contactId ), $address );
		$contact         = $found->live();
		$look->found     = $found;
		$look->noContact = match ( true ) {
			null !== $contact => '',
			$found->isAmbiguous() => 'ambiguous',
			'' !== $found->id => 'contact-absent',
			'' === $address => 'no-address',
			default => 'contact-unknown',
		};
		$findings        = [ $this->linked( $look, $found, $address ), $this->single( $look, $found, $address ) ];
		if ( null === $contact ) {
			return [ ...$findings, ...$look->write->allUnknown( [ 'contact.has-email', 'contact.email-matches' ], $look->noContact ) ];
		}
		$look->api->learn( Links::facts( $contact->id, $contact->webUrl() ) );
		$email = $contact->email();
		return [
			...$findings,
			$look->write->of( 'contact.has-email', '' !== $email, '' === $email ? 'The e-mail field of the contact is empty.' : $email ),
			'' === $address
				? $look->write->unknown( 'contact.email-matches', 'no-address', 'This site knows no address of the person.' )
				: $look->write->of( 'contact.email-matches', $contact->hasAddress( $address ), 'Here ' . $address . ', in Zoho Desk ' . ( '' === $email ? 'none' : $email ) . '.' ),
		];
	}

	private function linked( Examination $look, FoundContact $found, string $address ): Finding {
		return match ( true ) {
			'' !== $found->id => $look->write->true( 'contact.linked', 'Contact ' . $found->id . match ( $found->how ) {
				'address' => ', found by the address ' . $address . '.',
				'user' => ', found by the Help Center user with the address ' . $address . '.',
				default => '.',
			} ),
			'' === $address => $look->write->unknown( 'contact.linked', 'no-address', 'Neither a contact id nor an address of the person is known.' ),
			$found->isAmbiguous() => $look->write->unknown( 'contact.linked', 'ambiguous', 'More than one contact has the address ' . $address . '.' ),
			default => $look->write->false( 'contact.linked', 'No live contact has the address ' . $address . '.' ),
		};
	}

	private function single( Examination $look, FoundContact $found, string $address ): Finding {
		return match ( count( $found->candidates ) ) {
			0 => $look->write->unknown( 'contact.single', 'not-tried' ),
			1 => $look->write->true( 'contact.single' ),
			default => $look->write->false( 'contact.single', 'Contacts with the address ' . $address . ': ' . implode( ', ', array_slice( $found->candidates, 0, 8 ) ) . '.' ),
		};
	}
}
