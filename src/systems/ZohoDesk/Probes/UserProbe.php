<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Support\Truth;
use Causeway\Systems\ZohoDesk\DeskTime;
use Causeway\Systems\ZohoDesk\Examination;
use Causeway\Systems\ZohoDesk\Login;
use Causeway\Systems\ZohoDesk\Requests\User;

/**
 * Whether the person may log in to the Help Center: invited, confirmed, approved, not deactivated, and as the contact that is meant.
 *
 * What the screens call the confirmation status has no name in the API; whether the first address was verified is taken for it.
 *
 * @implements Probe<Examination>
 */
final class UserProbe implements Probe {

	public const PRODUCES = [
		'user.exists',
		'user.deleted',
		'user.awaits-approval',
		'user.active',
		'user.confirmed',
		'user.linked',
		'user.email-matches',
		'user.logged-in-before',
		'user.in-other-help-center',
	];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$contact   = $look->liveContact();
		$addresses = array_values( array_unique( array_filter( [ $look->address(), $contact?->email() ?? '' ] ) ) );
		if ( null === $contact && [] === $addresses ) {
			return $look->write->allUnknown( self::PRODUCES, $look->noContact );
		}
		$login   = $look->people->login( $contact, $addresses );
		$closing = $this->elsewhere( $look, $login );
		$user    = $login->user;
		if ( null === $user || $user->isGone() ) {
			$who = null === $user ? 'No user of the Help Center belongs to ' . ( null === $contact ? $addresses[0] : 'contact ' . $contact->id ) . '.' : 'User ' . $user->label() . ' was deleted.';
			return [
				$look->write->false( 'user.exists', $who ),
				$look->write->of( 'user.deleted', null !== $user, null === $user ? '' : $who ),
				...$look->write->allUnknown( [ 'user.awaits-approval', 'user.active', 'user.confirmed', 'user.linked', 'user.email-matches', 'user.logged-in-before' ], 'not-found' ),
				$closing,
			];
		}
		return [
			$look->write->true( 'user.exists', 'User ' . $user->label() . '.' ),
			$look->write->false( 'user.deleted' ),
			$this->awaitsApproval( $look, $login ),
			$this->active( $look, $user ),
			match ( $user->isConfirmed ) {
				Truth::Unknown => $look->write->unknown( 'user.confirmed', 'not-readable' ),
				default => $look->write->of( 'user.confirmed', Truth::True === $user->isConfirmed, $user->email ),
			},
			$this->linked( $look, $login, $user ),
			$this->emailMatches( $look, $user ),
			$user->tellsVisits
				? $look->write->of( 'user.logged-in-before', '' !== $user->lastVisit, '' === $user->lastVisit ? '' : 'Last seen ' . DeskTime::shown( $user->lastVisit ) . '.' )
				: $look->write->unknown( 'user.logged-in-before', 'not-readable' ),
			$closing,
		];
	}

	private function awaitsApproval( Examination $look, Login $login ): Finding {
		$seat  = $login->seat;
		$waits = $seat?->awaitsApproval();
		return null === $seat || null === $waits
			? $look->write->unknown( 'user.awaits-approval', 'not-readable' )
			: $look->write->of( 'user.awaits-approval', $waits, $waits ? 'The contact’s status is ' . $seat->status . '.' : '' );
	}

	private function active( Examination $look, User $user ): Finding {
		return match ( $user->status ) {
			User::ACTIVE => $look->write->true( 'user.active' ),
			User::DISABLED => $look->write->false( 'user.active', 'User ' . $user->label() . ' is deactivated.' ),
			default => $look->write->unknown( 'user.active', 'not-readable' ),
		};
	}

	private function linked( Examination $look, Login $login, User $user ): Finding {
		$meant = $look->found->id ?? '';
		return match ( true ) {
			null !== $login->seat => $look->write->true( 'user.linked', 'Contact ' . $meant . '.' ),
			! $user->isWhole => $look->write->unknown( 'user.linked', 'not-readable' ),
			'' === $user->contactId => $look->write->false( 'user.linked', 'User ' . $user->label() . ' belongs to no contact.' ),
			'' !== $meant && $meant !== $user->contactId => $look->write->false( 'user.linked', 'User ' . $user->label() . ' belongs to contact ' . $user->contactId . ', not to ' . $meant . '.' ),
			default => $look->write->true( 'user.linked', 'Contact ' . $user->contactId . '.' ),
		};
	}

	private function emailMatches( Examination $look, User $user ): Finding {
		$address = $look->address();
		return match ( true ) {
			'' === $address => $look->write->unknown( 'user.email-matches', 'no-address', 'This site knows no address of the person.' ),
			'' === $user->email => $look->write->unknown( 'user.email-matches', 'not-readable' ),
			default => $look->write->of( 'user.email-matches', $address === $user->email, 'Here ' . $address . ', in the Help Center ' . $user->email . '.' ),
		};
	}

	private function elsewhere( Examination $look, Login $login ): Finding {
		$seat = $login->elsewhere;
		return match ( true ) {
			null === $look->liveContact() => $look->write->unknown( 'user.in-other-help-center', $look->noContact ),
			null === $seat => $look->write->false( 'user.in-other-help-center' ),
			default => $look->write->true( 'user.in-other-help-center', trim( $seat->helpCenterName . ' ' . $seat->helpCenterUrl ) . '.' ),
		};
	}
}
