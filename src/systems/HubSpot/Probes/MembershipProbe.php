<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\HubSpot\Examination;
use Causeway\Systems\HubSpot\HubSpotTime;
use Causeway\Systems\HubSpot\Portal;
use Causeway\Systems\HubSpot\Requests\Contact;

/**
 * The person's membership, where people log in to HubSpot's own private pages or customer portal: HubSpot writes its state on the contact.
 *
 * @implements Probe<Examination>
 */
final class MembershipProbe implements Probe {

	public const PRODUCES = [ 'user.invited', 'user.confirmed', 'user.active', 'user.email-matches' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		if ( Portal::Memberships !== $look->portal ) {
			return $look->write->allUnknown( self::PRODUCES, 'not-tried', 'This connection says that people log in elsewhere.' );
		}
		$contact = $look->contact;
		if ( null === $contact ) {
			return $look->write->allUnknown( self::PRODUCES, $look->noContact );
		}
		if ( ! $contact->has( 'hs_content_membership_registered_at' ) ) {
			return $look->write->allUnknown( self::PRODUCES, 'field-absent', 'This account keeps no memberships on its contacts.' );
		}
		$sentAt       = HubSpotTime::unix( $contact->text( 'hs_content_membership_registration_email_sent_at' ) );
		$registeredAt = HubSpotTime::unix( $contact->text( 'hs_content_membership_registered_at' ) );
		return [
			$look->write->of( 'user.invited', $sentAt + $registeredAt > 0, 0 === $sentAt ? '' : 'The registration mail was sent on ' . HubSpotTime::day( $sentAt ) . '.' ),
			$look->write->of( 'user.confirmed', $registeredAt > 0, 0 === $registeredAt ? '' : 'Registered on ' . HubSpotTime::day( $registeredAt ) . '.' ),
			$this->active( $look, $contact ),
			$this->matches( $look, $contact ),
		];
	}

	private function active( Examination $look, Contact $contact ): Finding {
		$status = strtolower( $contact->text( 'hs_content_membership_status' ) );
		return in_array( $status, [ 'active', 'inactive' ], true )
			? $look->write->of( 'user.active', 'active' === $status, 'The status of the membership is ' . $status . '.' )
			: $look->write->unknown( 'user.active', 'not-said', 'HubSpot names no status of the membership.' );
	}

	private function matches( Examination $look, Contact $contact ): Finding {
		$login   = mb_strtolower( $contact->text( 'hs_content_membership_email' ) );
		$address = '' === $look->address() ? $contact->email() : $look->address();
		return '' === $login || '' === $address
			? $look->write->unknown( 'user.email-matches', 'not-said', 'HubSpot names no address with which the person logs in.' )
			: $look->write->of( 'user.email-matches', $login === $address, 'The membership is that of ' . $login . '; the person uses ' . $address . '.' );
	}
}
