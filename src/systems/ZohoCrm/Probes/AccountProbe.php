<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Systems\ZohoCrm\Examination;

/**
 * Whether the contact belongs to an Account, which portals take as the company that the person may see.
 *
 * @implements Probe<Examination>
 */
final class AccountProbe implements Probe {

	public const PRODUCES = [ 'contact.has-account' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$contact = $look->contact;
		if ( null === $contact ) {
			return [ $look->write->unknown( 'contact.has-account', $look->noContact ) ];
		}
		if ( ! $contact->has( 'Account_Name' ) ) {
			return [ $look->write->unknown( 'contact.has-account', 'forbidden', 'The connection’s user may not see the Account of a contact.' ) ];
		}
		$account = $contact->accountId();
		return [
			'' === $account
				? $look->write->false( 'contact.has-account', 'The Account of contact ' . $contact->id . ' is empty.' )
				: $look->write->true( 'contact.has-account', $contact->text( 'Account_Name' ) . ' (' . $account . ').' ),
		];
	}
}
