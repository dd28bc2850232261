<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\Salesforce\Examination;
use Causeway\Systems\Salesforce\People;
use Causeway\Systems\Salesforce\Requests\User;

/**
 * Which Salesforce user is this person's, where people log in there: by the contact known from before, else by name and address.
 *
 * @implements Probe<Examination>
 */
final class UserProbe implements Probe {

	public const PRODUCES = [ 'user.exists', 'user.is-external', 'user.active', 'user.linked', 'user.logged-in-before', 'user.login-name-matches' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		if ( ! $look->hasUsers ) {
			return $look->write->allUnknown( self::PRODUCES, 'not-used-here' );
		}
		$names = People::names( $look->subject );
		if ( '' === $look->contactId && [] === $names ) {
			$look->noUser = 'no-address';
			return $look->write->allUnknown( self::PRODUCES, 'no-address', 'Neither a contact id nor an address of the person is known.' );
		}
		$found = $look->people->users( $look->contactId, $names );
		$user  = People::theOne( $found, $names );
		if ( null === $user ) {
			return $this->without( $look, $found );
		}
		$look->user   = $user;
		$look->noUser = '';
		// The user knows its contact better than an address does.
		$look->contactId = '' === $look->contactId ? $user->contactId : $look->contactId;
		return [
			$look->write->true( 'user.exists', $user->sentence() . '.' ),
			$look->write->of( 'user.is-external', $user->isExternal(), 'Type ' . $user->type() . ', licence ' . $user->licence . '.' ),
			$look->write->of( 'user.active', $user->isActive(), $user->sentence() . '.' ),
			$look->write->of( 'user.linked', '' !== $user->contactId, '' === $user->contactId ? 'The user names no contact.' : 'Contact ' . $user->contactId . '.' ),
			$look->write->of( 'user.logged-in-before', '' !== $user->lastLogin(), '' === $user->lastLogin() ? 'No login is recorded.' : 'Last ' . $user->lastLogin() . '.' ),
			$this->name( $look, $names ),
		];
	}

	/**
	 * @param list<User> $found
	 * @return list<Finding>
	 */
	private function without( Examination $look, array $found ): array {
		$isAmbiguous  = [] !== $found;
		$look->noUser = $isAmbiguous ? 'ambiguous' : 'user-absent';
		$detail       = $isAmbiguous ? 'More than one user fits: ' . implode( ', ', array_map( static fn ( User $user ): string => $user->sentence(), $found ) ) . '.' : 'No user belongs to the contact, or has this name or address.';
		return [
			$look->write->of( 'user.exists', $isAmbiguous, $detail ),
			...$look->write->allUnknown( array_values( array_diff( self::PRODUCES, [ 'user.exists' ] ) ), $look->noUser ),
		];
	}

	/** @param list<string> $names */
	private function name( Examination $look, array $names ): Finding {
		$typed = $names[0] ?? '';
		if ( '' === $typed || null === $look->user ) {
			return $look->write->unknown( 'user.login-name-matches', 'nothing-typed' );
		}
		return $look->write->of( 'user.login-name-matches', $look->user->isNamed( $typed ), 'Here ' . $typed . ', at Salesforce ' . $look->user->username . '.' );
	}
}
