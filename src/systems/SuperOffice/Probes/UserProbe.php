<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\SuperOffice\Examination;
use Causeway\Systems\SuperOffice\Requests\UserRow;
use Causeway\Systems\SuperOffice\UserFinder;

/**
 * Which login user is this person's.
 *
 * @implements Probe<Examination>
 */
final class UserProbe implements Probe {

	public const PRODUCES = [ 'user.exists', 'user.single', 'user.linked', 'user.name-is-email' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$finder = new UserFinder( $look->api, $look->subject, $look->address() );
		if ( $finder->isBlind() ) {
			return $this->nobody( $look, 'no-address', $look->write->unknown( 'user.exists', 'no-address', 'Neither a contact id nor an address nor a login name of the person is known.' ) );
		}
		$rows = $finder->find();
		if ( [] === $rows ) {
			return $this->none( $look, $finder );
		}
		$look->user = $finder->choose( $rows );
		$names      = implode( '; ', array_map( static fn ( UserRow $row ): string => $row->sentence(), $rows ) );
		$found      = [
			$look->write->true( 'user.exists', $names . '.' ),
			$look->write->of( 'user.single', 1 === count( $rows ), $names . '.' ),
		];
		if ( null === $look->user ) {
			return [ ...$found, ...$this->nobody( $look, 'ambiguous' ) ];
		}
		$look->noUser = '';
		$user         = $look->user;
		return [
			...$found,
			$look->write->of( 'user.linked', '' !== $user->personId, '' === $user->personId ? 'The user ' . $user->associateId . ' has no contact card.' : 'Contact ' . $user->personId . '.' ),
			$look->write->of( 'user.name-is-email', false !== filter_var( $user->userName, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE ), 'The login name is ' . ( '' === $user->userName ? 'empty' : $user->userName ) . '.' ),
		];
	}

	/** @return list<Finding> */
	private function none( Examination $look, UserFinder $finder ): array {
		$finding = match ( true ) {
			! $finder->isWhole() => $look->write->unknown( 'user.exists', 'unsupported', 'The address holds a quote, which the list of users cannot be asked for safely.' ),
			// A list that shows nobody at all is closed to us and says nothing of this person.
			'' === $look->anyUserId => $look->write->unknown( 'user.exists', 'not-visible', 'The list of users shows nobody to this connection.' ),
			default => $look->write->false( 'user.exists', 'No user has that login name, that address or that contact card.' ),
		};
		return $this->nobody( $look, '' === $finding->reason ? 'no-user' : $finding->reason, $finding );
	}

	/** @return list<Finding> */
	private function nobody( Examination $look, string $reason, Finding ...$found ): array {
		$look->noUser = 'no-user' === $reason ? 'not-found' : $reason;
		$keys         = array_map( static fn ( Finding $finding ): string => $finding->key, $found );
		$known        = 'ambiguous' === $reason ? [ 'user.exists', 'user.single' ] : $keys;
		return [ ...array_values( $found ), ...$look->write->allUnknown( array_values( array_diff( self::PRODUCES, $known ) ), $look->noUser ) ];
	}
}
