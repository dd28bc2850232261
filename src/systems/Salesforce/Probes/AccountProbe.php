<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Systems\Salesforce\Examination;
use Causeway\Systems\Salesforce\SalesforceId;

/**
 * Whether the contact belongs to an Account, which portals take as the company that the person may see, and to the same one as before.
 *
 * @implements Probe<Examination>
 */
final class AccountProbe implements Probe {

	public const PRODUCES = [ 'contact.has-account', 'contact.account-as-before' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$contact = $look->contact;
		if ( null === $contact ) {
			return $look->write->allUnknown( self::PRODUCES, $look->noContact );
		}
		if ( ! $contact->has( 'AccountId' ) ) {
			return $look->write->allUnknown( self::PRODUCES, 'field-hidden', 'The field Account Name is hidden from the connection’s user.' );
		}
		$account = $contact->accountId();
		$before  = SalesforceId::of( SalesforceId::ACCOUNT, $look->subject->accountId );
		return [
			'' === $account
				? $look->write->false( 'contact.has-account', 'The Account of contact ' . $contact->id . ' is empty.' )
				: $look->write->true( 'contact.has-account', trim( $contact->accountName() . ' (' . $account . ').' ) ),
			match ( true ) {
				'' === $before => $look->write->unknown( 'contact.account-as-before', 'not-recorded', 'Which Account the person had before is not known here.' ),
				default => $look->write->of( 'contact.account-as-before', $account === $before, 'Before ' . $before . ', now ' . ( '' === $account ? 'none' : $account ) . '.' ),
			},
		];
	}
}
