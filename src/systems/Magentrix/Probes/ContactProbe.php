<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Support\Truth;
use Causeway\Systems\Magentrix\Examination;
use Causeway\Systems\Magentrix\Requests\PortalContact;
use Causeway\Systems\Magentrix\Requests\PortalUser;

/**
 * The contact behind the user, as the portal itself has it: a copy, which follows the CRM by some minutes. What is in the CRM only the CRM's
 * own connector can tell.
 *
 * @implements Probe<Examination>
 */
final class ContactProbe implements Probe {

	public const PRODUCES = [ 'contact.exists', 'contact.email-matches', 'contact.has-account', 'contact.community-user', 'change.recent' ];

	/** How long a change in one system may take to reach the other. */
	private const SYNC_SECONDS = 600;

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$user = $look->user;
		if ( null === $user ) {
			return $look->write->allUnknown( self::PRODUCES, $look->noUser );
		}
		if ( Truth::False === $look->needsContact && '' === (string) $look->contactId ) {
			return [ $this->recent( $look, $user, null ), ...$look->write->allUnknown( [ 'contact.exists', 'contact.email-matches', 'contact.has-account', 'contact.community-user' ], 'not-needed' ) ];
		}
		return null === $look->contactId || '' === $look->contactId ? $this->byAddress( $look, $user ) : $this->byId( $look, $user, $look->contactId );
	}

	/** @return list<Finding> */
	private function byId( Examination $look, PortalUser $user, string $id ): array {
		$contact = '' === PortalUser::id( $id ) ? null : $look->portal->contact( $id );
		if ( null === $contact || $contact->isDeleted() ) {
			$look->contactIsThere = Truth::False;
			return [
				$look->write->false( 'contact.exists', null === $contact ? 'The portal has no contact ' . $id . '.' : 'The portal’s copy of contact ' . $id . ' is marked as deleted.' ),
				$this->recent( $look, $user, null ),
				...$look->write->allUnknown( [ 'contact.email-matches', 'contact.has-account', 'contact.community-user' ], 'contact-absent' ),
			];
		}
		$look->contactIsThere = Truth::True;
		return $this->about( $look, $user, $contact );
	}

	/** @return list<Finding> */
	private function byAddress( Examination $look, PortalUser $user ): array {
		$contacts = '' === $user->email() ? null : $look->portal->contactsOf( $user->email() );
		$live     = array_values( array_filter( $contacts ?? [], static fn ( PortalContact $contact ): bool => ! $contact->isDeleted() ) );
		if ( 1 === count( $live ) ) {
			return $this->about( $look, $user, $live[0] );
		}
		$rest   = [ 'contact.email-matches', 'contact.has-account', 'contact.community-user' ];
		$reason = null === $contacts ? 'unsupported' : ( [] === $live ? 'contact-absent' : 'ambiguous' );
		$ids    = implode( ', ', array_map( static fn ( PortalContact $contact ): string => $contact->id, $live ) );
		return [
			match ( $reason ) {
				'unsupported' => $look->write->unknown( 'contact.exists', $reason ),
				'contact-absent' => $look->write->false( 'contact.exists', 'The portal has no contact with the address ' . $user->email() . '.' ),
				default => $look->write->true( 'contact.exists', 'Several contacts have the address ' . $user->email() . ': ' . $ids . '.' ),
			},
			$this->recent( $look, $user, null ),
			...$look->write->allUnknown( $rest, $reason ),
		];
	}

	/** @return list<Finding> */
	private function about( Examination $look, PortalUser $user, PortalContact $contact ): array {
		$account = $contact->field( 'AccountId' ) ?? ( true === $look->portal->isEmpty( 'Contact', $contact->id, 'AccountId' ) ? '' : null );
		return [
			$look->write->true( 'contact.exists', $contact->sentence() . '.' ),
			'' === $user->email()
				? $look->write->unknown( 'contact.email-matches', 'no-address' )
				// Letter by letter, as the portal's own lookup compares.
				: $look->write->of( 'contact.email-matches', $user->email() === $contact->email(), 'User ' . $user->email() . ', contact ' . ( '' === $contact->email() ? 'none' : $contact->email() ) . '.' ),
			null === $account
				? $look->write->unknown( 'contact.has-account', 'not-readable' )
				: $look->write->of( 'contact.has-account', '' !== $account, '' === $account ? 'The field for the Account is empty.' : 'Account ' . $account . '.' ),
			Truth::Unknown === $contact->isCommunityUser()
				? $look->write->unknown( 'contact.community-user', 'not-readable', 'The portal’s copy has no such check box.' )
				: $look->write->of( 'contact.community-user', Truth::True === $contact->isCommunityUser() ),
			$this->recent( $look, $user, $contact ),
		];
	}

	private function recent( Examination $look, PortalUser $user, ?PortalContact $contact ): Finding {
		$at = max( $user->modifiedAt(), null === $contact ? 0 : $contact->modifiedAt() );
		return 0 === $at
			? $look->write->unknown( 'change.recent', 'not-readable' )
			: $look->write->of( 'change.recent', $look->api->now() - $at < self::SYNC_SECONDS, 'Last change ' . gmdate( 'Y-m-d H:i', $at ) . ' UTC.' );
	}
}
