<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Connector\PeopleDirectory;
use Causeway\Connector\PortalDirectory;
use Causeway\Support\LoginNameHash;
use Causeway\Support\Reference;

/** Finds who is meant: by what an admin typed, or by what an attempt left behind. */
final class PersonFinder {

	public function __construct(
		private readonly PeopleDirectory $people,
		private readonly PortalDirectory $portal,
		private readonly LinkStore $links,
		private readonly AttemptStore $attempts,
		private readonly CaseStore $cases,
		private readonly LoginNameHash $hash,
	) {}

	/** A user id, login name, e-mail address or reference. A name that was tried but is nobody's gives its hash; one that nobody tried gives ''. */
	public function byNeedle( string $needle ): PersonMatch {
		$needle = trim( $needle );
		if ( 1 === preg_match( '/^\d{1,18}$/D', $needle ) ) {
			$user = $this->people->userById( (int) $needle );
			if ( null !== $user ) {
				return $this->ofUser( $user['id'], $user['email'] );
			}
		}
		$user = $this->people->userByLoginOrEmail( $needle );
		if ( null !== $user ) {
			return $this->ofUser( $user['id'], $user['email'] );
		}
		$row = $this->portal->byUsernameOrEmail( $needle );
		if ( null !== $row ) {
			return PersonMatch::of( $this->people->userByLoginOrEmail( $row['email'] )['id'] ?? 0, $row['id'] );
		}
		$reference = Reference::parse( $needle );
		$attempt   = null === $reference ? null : $this->attempts->byReference( $reference );
		if ( null !== $attempt ) {
			return $this->ofAttempt( $attempt );
		}
		$key = 'login:' . $this->hash->of( $needle );
		return new PersonMatch( '' !== $needle && null !== $this->cases->ofPerson( $key ) ? $key : '' );
	}

	public function ofAttempt( AttemptRecord $attempt ): PersonMatch {
		$case = $attempt->caseId > 0 ? $this->cases->find( $attempt->caseId ) : null;
		if ( null !== $case ) {
			return new PersonMatch( $case->personKey, $case->userId, $case->portalUserId );
		}
		$user = $attempt->userId > 0 ? $this->people->userById( $attempt->userId ) : null;
		if ( null !== $user ) {
			return $this->ofUser( $user['id'], $user['email'] );
		}
		foreach ( $this->links->byHash( $attempt->loginHash ) as $link ) {
			$match = PersonMatch::of( $link->userId, $link->portalUserId );
			if ( $match->isKnown() ) {
				return $match;
			}
		}
		return new PersonMatch( '' === $attempt->loginHash ? '' : 'login:' . $attempt->loginHash );
	}

	private function ofUser( int $userId, string $email ): PersonMatch {
		foreach ( $this->links->ofPerson( $userId, 0 ) as $link ) {
			if ( $link->portalUserId > 0 ) {
				return PersonMatch::of( $userId, $link->portalUserId );
			}
		}
		return PersonMatch::of( $userId, $this->portal->byUsernameOrEmail( $email )['id'] ?? 0 );
	}
}
