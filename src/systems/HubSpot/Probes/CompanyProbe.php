<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\HubSpot\Examination;
use Causeway\Systems\HubSpot\HubSpotId;
use Causeway\Systems\HubSpot\Requests\Contact;
use Causeway\Systems\HubSpot\Requests\ListCompanies;

/**
 * Whether the contact belongs to a company, and to the same one as before. Portals take the primary company.
 *
 * @implements Probe<Examination>
 */
final class CompanyProbe implements Probe {

	public const PRODUCES = [ 'contact.has-account', 'contact.account-unchanged' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$contact = $look->contact;
		if ( null === $contact ) {
			return $look->write->allUnknown( self::PRODUCES, $look->noContact );
		}
		$companies = $look->orFault( static fn (): array => $look->api->ask( new ListCompanies( $contact->id ) ) );
		if ( $companies instanceof ConnectorFault ) {
			if ( '' === $contact->companyId() ) {
				return $look->write->allUnknown( self::PRODUCES, $companies->reason(), $companies->getMessage() );
			}
			$companies = [ $contact->companyId() ];
		}
		if ( [] === $companies ) {
			return [
				$look->write->false( 'contact.has-account', 'No company is linked with ' . $contact->label() . '.' ),
				$look->write->unknown( 'contact.account-unchanged', 'not-tried' ),
			];
		}
		return [
			$look->write->true( 'contact.has-account', ( 1 === count( $companies ) ? 'Company ' : 'Companies ' ) . implode( ', ', array_slice( $companies, 0, 10 ) ) . '.' ),
			$this->unchanged( $look, $contact, $companies ),
		];
	}

	/**
	 * Compared with what this site noted while things worked.
	 *
	 * @param list<string> $companies
	 */
	private function unchanged( Examination $look, Contact $contact, array $companies ): Finding {
		$before  = HubSpotId::of( $look->subject->accountId );
		$primary = $contact->companyId();
		if ( '' === $before ) {
			return $look->write->unknown( 'contact.account-unchanged', 'not-recorded' );
		}
		$isSame = '' === $primary ? in_array( $before, $companies, true ) : $primary === $before;
		return $look->write->of( 'contact.account-unchanged', $isSame, $isSame ? '' : 'The primary company was ' . $before . ' when this site last looked; now it is ' . ( '' === $primary ? implode( ', ', array_slice( $companies, 0, 10 ) ) : $primary ) . '.' );
	}
}
