<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\Dynamics365\Examination;
use Causeway\Systems\Dynamics365\Guid;
use Causeway\Systems\Dynamics365\Requests\Contact;

/**
 * Whether the contact belongs to an Account. “Company Name” may also hold another contact, which gives a portal nothing to go by.
 *
 * @implements Probe<Examination>
 */
final class AccountProbe implements Probe {

	public const PRODUCES = [ 'contact.has-account', 'contact.parent-is-contact', 'contact.account-unchanged' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$contact = $look->contact;
		if ( null === $contact ) {
			return $look->write->allUnknown( self::PRODUCES, $look->noContact );
		}
		if ( '' === $contact->parentId() ) {
			return [
				$look->write->false( 'contact.has-account', 'The field Company Name of ' . $contact->name() . ' is empty.' ),
				$look->write->false( 'contact.parent-is-contact' ),
				$look->write->unknown( 'contact.account-unchanged', 'not-tried' ),
			];
		}
		$parent = $contact->parentName() . ' (' . $contact->parentId() . ')';
		return match ( $contact->parentTable() ) {
			'account' => [
				$look->write->true( 'contact.has-account', $parent . '.' ),
				$look->write->false( 'contact.parent-is-contact' ),
				$this->unchanged( $look, $contact, $parent ),
			],
			'contact' => [
				$look->write->false( 'contact.has-account', 'Company Name holds the contact ' . $parent . ', not an Account.' ),
				$look->write->true( 'contact.parent-is-contact', $parent . ' is a contact.' ),
				$look->write->unknown( 'contact.account-unchanged', 'not-tried' ),
			],
			default => $look->write->allUnknown( self::PRODUCES, 'not-said', 'Dataverse did not say what kind of record Company Name holds.' ),
		};
	}

	/** Compared with what this site noted while things worked. */
	private function unchanged( Examination $look, Contact $contact, string $parent ): Finding {
		$before = Guid::of( $look->subject->accountId );
		return '' === $before
			? $look->write->unknown( 'contact.account-unchanged', 'not-recorded' )
			: $look->write->of( 'contact.account-unchanged', $contact->parentId() === $before, $contact->parentId() === $before ? '' : 'It was ' . $before . ' when this site last looked; now it is ' . $parent . '.' );
	}
}
