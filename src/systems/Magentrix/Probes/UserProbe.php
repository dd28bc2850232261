<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Support\Truth;
use Causeway\Systems\Magentrix\Examination;
use Causeway\Systems\Magentrix\Requests\PortalUser;
use Causeway\Systems\Magentrix\UserFinder;

/**
 * Which user of the portal is this person's, and whether anything about it keeps them out.
 *
 * @implements Probe<Examination>
 */
final class UserProbe implements Probe {

	public const PRODUCES = [ 'user.exists', 'user.single', 'user.active', 'user.has-role', 'user.needs-contact', 'user.linked', 'user.logged-in-before' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$finder = new UserFinder( $look->portal, $look->subject, $look->address() );
		if ( $finder->isBlind() ) {
			return $this->nobody( $look, 'no-address', $look->write->unknown( 'user.exists', 'no-address', 'Neither an address nor a login name of the person is known.' ) );
		}
		$users = $finder->find();
		if ( null === $users ) {
			return $this->nobody( $look, 'unsupported', $look->write->unknown( 'user.exists', 'unsupported', 'The portal cannot be asked for this address in a way that brings everybody who has it.' ) );
		}
		if ( [] === $users ) {
			return $this->nobody( $look, 'not-found', $look->write->false( 'user.exists', 'No user has that address or that login name.' ) );
		}
		$names      = implode( '; ', array_map( static fn ( PortalUser $user ): string => $user->sentence(), $users ) );
		$found      = [ $look->write->true( 'user.exists', $names . '.' ), $look->write->of( 'user.single', 1 === count( $users ), $names . '.' ) ];
		$look->user = $finder->choose( $users );
		if ( null === $look->user ) {
			return $this->nobody( $look, 'ambiguous', ...$found );
		}
		$look->noUser = '';
		return [ ...$found, ...$this->about( $look, $look->user ) ];
	}

	/** @return list<Finding> */
	private function about( Examination $look, PortalUser $user ): array {
		if ( '' !== $user->contactField() ) {
			$look->api->learn( [ 'contactField' => $user->contactField() ] );
		}
		if ( '' !== $user->typeField() ) {
			$look->api->learn( [ 'typeField' => $user->typeField() ] );
		}
		$look->needsContact = $user->needsContact();
		$since              = $user->field( 'DeactivationDate' ) ?? '';
		return [
			Truth::Unknown === $user->isActive()
				? $look->write->unknown( 'user.active', 'not-readable' )
				: $look->write->of( 'user.active', Truth::True === $user->isActive(), Truth::False === $user->isActive() && '' !== $since ? 'Switched off on ' . substr( $since, 0, 10 ) . '.' : '' ),
			$this->role( $look, $user ),
			Truth::Unknown === $look->needsContact
				? $look->write->unknown( 'user.needs-contact', 'not-readable', 'The portal does not show which kind of licence the user has.' )
				: $look->write->of( 'user.needs-contact', Truth::True === $look->needsContact, (string) $user->field( $user->typeField() ) ),
			$this->link( $look, $user ),
			$this->loggedIn( $look, $user ),
		];
	}

	private function role( Examination $look, PortalUser $user ): Finding {
		$role = $user->field( 'RoleId' ) ?? $this->emptyOrHidden( $look, $user, 'RoleId' );
		return null === $role ? $look->write->unknown( 'user.has-role', 'not-readable' ) : $look->write->of( 'user.has-role', '' !== $role, '' === $role ? 'The field for the security role is empty.' : 'Role ' . $role . '.' );
	}

	private function link( Examination $look, PortalUser $user ): Finding {
		$field           = '' === $user->contactField() ? $look->portal->contactField() : $user->contactField();
		$look->contactId = $user->field( $field ) ?? $this->emptyOrHidden( $look, $user, $field );
		return match ( true ) {
			null === $look->contactId => $look->write->unknown( 'user.linked', 'not-readable', 'The field that links a user with a contact is not shown to this connection.' ),
			'' === $look->contactId => $look->write->false( 'user.linked', 'The field ' . $field . ' is empty.' ),
			default => $look->write->true( 'user.linked', 'Contact ' . $look->contactId . '.' ),
		};
	}

	private function loggedIn( Examination $look, PortalUser $user ): Finding {
		$at = $user->lastLoginAt();
		if ( null !== $at && $at > 0 ) {
			return $look->write->true( 'user.logged-in-before', 'Last login ' . gmdate( 'Y-m-d H:i', $at ) . ' UTC.' );
		}
		try {
			if ( $look->portal->hasLoggedIn( $user->id ) ) {
				return $look->write->true( 'user.logged-in-before', 'The login history has an entry.' );
			}
		} catch ( ConnectorFault $fault ) {
			if ( ! in_array( $fault->kind, [ FaultKind::Forbidden, FaultKind::Unsupported, FaultKind::Rejected, FaultKind::NotFound ], true ) || str_starts_with( $fault->vendorCode, 'causeway-' ) ) {
				throw $fault;
			}
			if ( null === $at ) {
				return $look->write->unknown( 'user.logged-in-before', $fault->reason() );
			}
		}
		return $look->write->false( 'user.logged-in-before', 'No login is recorded.' );
	}

	/** '' where a field that the record does not show is empty; null where it is hidden from us, or filled and not shown. */
	private function emptyOrHidden( Examination $look, PortalUser $user, string $field ): ?string {
		return true === $look->portal->isEmpty( 'User', $user->id, $field ) ? '' : null;
	}

	/** @return list<Finding> */
	private function nobody( Examination $look, string $reason, Finding ...$found ): array {
		$look->noUser = $reason;
		$known        = array_map( static fn ( Finding $finding ): string => $finding->key, $found );
		return [ ...array_values( $found ), ...$look->write->allUnknown( array_values( array_diff( self::PRODUCES, $known ) ), $reason ) ];
	}
}
