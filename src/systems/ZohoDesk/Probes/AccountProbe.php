<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Systems\ZohoDesk\DeskId;
use Causeway\Systems\ZohoDesk\Examination;

/**
 * Whether the contact belongs to an account, by which a person sees the tickets of the company, and whether it is the one of before.
 *
 * @implements Probe<Examination>
 */
final class AccountProbe implements Probe {

	public const PRODUCES = [ 'contact.has-account', 'account.remembered', 'account.as-before' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$former     = DeskId::of( $look->subject->accountId );
		$remembered = $look->write->of( 'account.remembered', '' !== $former, '' === $former ? '' : 'Account ' . $former . '.' );
		$contact    = $look->liveContact();
		if ( null === $contact ) {
			return [ $remembered, ...$look->write->allUnknown( [ 'contact.has-account', 'account.as-before' ], $look->noContact ) ];
		}
		if ( ! $contact->has( 'accountId' ) ) {
			return [ $remembered, ...$look->write->allUnknown( [ 'contact.has-account', 'account.as-before' ], 'not-readable' ) ];
		}
		$account = $contact->accountId();
		return [
			$remembered,
			$look->write->of( 'contact.has-account', '' !== $account, '' === $account ? 'The account of contact ' . $contact->id . ' is empty.' : trim( $contact->accountName() . ' (' . $account . ')' ) . '.' ),
			'' === $former || '' === $account
				? $look->write->unknown( 'account.as-before', 'not-recorded' )
				: $look->write->of( 'account.as-before', $former === $account, 'Before ' . $former . ', now ' . trim( $contact->accountName() . ' (' . $account . ')' ) . '.' ),
		];
	}
}
