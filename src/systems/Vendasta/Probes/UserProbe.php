<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\Vendasta\Examination;
use Causeway\Systems\Vendasta\Requests\User;
use Causeway\Systems\Vendasta\UserFinder;

/**
 * Which user is this person's, and whether there are more.
 *
 * @implements Probe<Examination>
 */
final class UserProbe implements Probe {

	public const PRODUCES = [ 'user.exists', 'user.deleted', 'user.single', 'user.email-matches', 'user.former-exists' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$finder = new UserFinder( $look->api, $look->place->partnerId(), $look->subject->contactId, $look->address() );
		if ( $finder->isBlind() ) {
			$look->noUser = 'no-address';
			return $look->write->allUnknown( self::PRODUCES, 'no-address', 'Neither an address nor an id of the person is known.' );
		}
		$known   = $finder->known();
		$bearers = $this->bearers( $finder, $known );
		$deleted = match ( true ) {
			'' === $finder->knownId => $look->write->unknown( 'user.deleted', 'contact-unknown' ),
			default => $look->write->of( 'user.deleted', null === $known, 'Looked for ' . $finder->knownId . '.' ),
		};
		if ( null === $known && [] === $bearers ) {
			return [ $deleted, ...$this->nobody( $look, $finder ) ];
		}
		$look->user   = UserFinder::choose( $known, $bearers ?? [] );
		$look->noUser = null === $look->user ? 'ambiguous' : '';
		return [
			$look->write->true( 'user.exists', self::names( $bearers ?? [], $known ) ),
			$deleted,
			match ( true ) {
				null === $bearers => $look->write->unknown( 'user.single', 'forbidden' ),
				'' === $finder->address => $look->write->unknown( 'user.single', 'no-address' ),
				default => $look->write->of( 'user.single', count( $bearers ) < 2, self::names( $bearers ) ),
			},
			$this->match( $look, $finder ),
			match ( true ) {
				null === $bearers => $look->write->unknown( 'user.former-exists', 'forbidden' ),
				'' === $finder->knownId => $look->write->unknown( 'user.former-exists', 'contact-unknown' ),
				default => $look->write->of( 'user.former-exists', null !== $known && [] !== $bearers && ! self::isAmong( $known, $bearers ), null === $known ? '' : $known->label() ),
			},
		];
	}

	/**
	 * Null where the list is closed to this connection, but the user known from before could be read.
	 *
	 * @return list<User>|null
	 * @throws ConnectorFault
	 */
	private function bearers( UserFinder $finder, ?User $known ): ?array {
		try {
			return $finder->bearers();
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::Forbidden === $fault->kind && null !== $known ) {
				return null;
			}
			throw $fault;
		}
	}

	/** @return list<Finding> */
	private function nobody( Examination $look, UserFinder $finder ): array {
		if ( ! $look->seesUsers ) {
			// A list that shows nobody at all is another partner's, or closed to us.
			$look->noUser = 'not-visible';
			return [ $look->write->unknown( 'user.exists', 'not-visible', 'The list of users shows nobody to this connection.' ), ...$this->rest( $look ) ];
		}
		$look->noUser = 'not-found';
		return [ $look->write->false( 'user.exists', '' === $finder->address ? 'No user has the id ' . $finder->knownId . '.' : 'No user has the address ' . $finder->address . '.' ), ...$this->rest( $look ) ];
	}

	/** @return list<Finding> */
	private function rest( Examination $look ): array {
		return $look->write->allUnknown( [ 'user.single', 'user.email-matches', 'user.former-exists' ], $look->noUser );
	}

	private function match( Examination $look, UserFinder $finder ): Finding {
		$user = $look->user;
		return match ( true ) {
			null === $user => $look->write->unknown( 'user.email-matches', $look->noUser ),
			'' === $finder->address => $look->write->unknown( 'user.email-matches', 'no-address' ),
			'' === $user->email => $look->write->unknown( 'user.email-matches', 'not-visible' ),
			default => $look->write->of( 'user.email-matches', $user->email === $finder->address, 'Here ' . $finder->address . ', there ' . $user->email . '.' ),
		};
	}

	/** @param list<User> $bearers */
	private static function isAmong( User $known, array $bearers ): bool {
		return in_array( $known->id, array_map( static fn ( User $user ): string => $user->id, $bearers ), true );
	}

	/** @param list<User> $bearers */
	private static function names( array $bearers, ?User $known = null ): string {
		$all = null === $known || self::isAmong( $known, $bearers ) ? $bearers : [ ...$bearers, $known ];
		return implode( '; ', array_map( static fn ( User $user ): string => $user->label(), $all ) ) . '.';
	}
}
