<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Systems\ZohoCrm\Examination;
use Causeway\Systems\ZohoCrm\Requests\GetContact;

/**
 * Whether the contact belongs to an Account, which portals take as the company that the person may see, and whether this site knows the one of before.
 *
 * @implements Probe<Examination>
 */
final class AccountProbe implements Probe {

	public const PRODUCES = [ 'contact.has-account', 'account.remembered' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$former     = GetContact::isId( $look->subject->accountId ) ? $look->subject->accountId : '';
		$remembered = $look->write->of( 'account.remembered', '' !== $former, '' === $former ? '' : 'Account ' . $former . '.' );
		$contact    = $look->contact;
		if ( null === $contact ) {
			return [ $remembered, $look->write->unknown( 'contact.has-account', $look->noContact ) ];
		}
		if ( ! $contact->has( 'Account_Name' ) ) {
			return [ $remembered, $look->write->unknown( 'contact.has-account', 'forbidden', 'The connection’s user may not see the Account of a contact.' ) ];
		}
		$account = $contact->accountId();
		return [
			$remembered,
			'' === $account
				? $look->write->false( 'contact.has-account', 'The Account of contact ' . $contact->id . ' is empty.' )
				: $look->write->true( 'contact.has-account', $contact->text( 'Account_Name' ) . ' (' . $account . ').' ),
		];
	}
}
