<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\SuperOffice\Examination;
use Causeway\Systems\SuperOffice\Requests\Filter;
use Causeway\Systems\SuperOffice\Requests\FindPersons;
use Causeway\Systems\SuperOffice\Requests\GetPerson;
use Causeway\Systems\SuperOffice\Requests\Person;
use Causeway\Systems\SuperOffice\Requests\UserRow;

/**
 * The contact card behind the user: whether it is there, and whether mail to its address can arrive, which activation needs.
 *
 * @implements Probe<Examination>
 */
final class PersonProbe implements Probe {

	public const PRODUCES = [ 'contact.exists', 'contact.merged', 'contact.retired', 'user.has-email', 'user.email-reachable', 'user.email-matches' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$id    = null !== $look->user && '' !== $look->user->personId ? $look->user->personId : UserRow::id( $look->subject->contactId );
		$found = '' === $id ? $this->byAddress( $look ) : $this->byId( $look, $id );
		if ( null === $look->person ) {
			$rest = [ 'contact.retired', 'user.has-email', 'user.email-reachable', 'user.email-matches' ];
			return [ ...$found, ...$look->write->allUnknown( $rest, $look->noPerson ) ];
		}
		$look->noPerson = '';
		$person         = $look->person;
		return [
			...$found,
			$look->write->of( 'contact.retired', $person->isRetired, $person->sentence() . '.' ),
			$look->write->of( 'user.has-email', '' !== $person->email(), '' === $person->email() ? 'The card has no e-mail address.' : implode( ', ', $person->emails ) ),
			$this->reachable( $look, $person ),
			$this->matches( $look, $person ),
		];
	}

	/** @return list<Finding> */
	private function byId( Examination $look, string $id ): array {
		$look->person = self::read( $look, $id );
		if ( null !== $look->person ) {
			return [ $look->write->true( 'contact.exists', $look->person->sentence() . '.' ), $look->write->false( 'contact.merged' ) ];
		}
		$look->noPerson = 'contact-absent';
		return [ $look->write->false( 'contact.exists', 'There is no contact ' . $id . ' any more.' ), $this->successor( $look, $id ) ];
	}

	/** @return list<Finding> */
	private function byAddress( Examination $look ): array {
		$address = $look->address();
		if ( ! Filter::isPlain( $address ) ) {
			$look->noPerson = '' === $address ? 'no-address' : 'unsupported';
			return $look->write->allUnknown( [ 'contact.exists', 'contact.merged' ], $look->noPerson );
		}
		$ids = $look->api->ask( new FindPersons( $address ) );
		if ( 1 === count( $ids ) ) {
			return $this->byId( $look, $ids[0] );
		}
		$look->noPerson = [] === $ids ? 'contact-absent' : 'ambiguous';
		return [
			[] === $ids
				? $look->write->false( 'contact.exists', 'No contact card bears the address ' . $address . '.' )
				: $look->write->true( 'contact.exists', 'Several contact cards bear the address ' . $address . ': ' . implode( ', ', $ids ) . '.' ),
			$look->write->unknown( 'contact.merged', 'contact-unknown' ),
		];
	}

	/** Whether another card bears the address of the one that is gone: the one that a merge kept, or a new one. */
	private function successor( Examination $look, string $id ): Finding {
		$address = $look->address();
		if ( ! Filter::isPlain( $address ) ) {
			return $look->write->unknown( 'contact.merged', '' === $address ? 'no-address' : 'unsupported' );
		}
		$others = array_values( array_diff( $look->api->ask( new FindPersons( $address ) ), [ $id ] ) );
		return [] === $others
			? $look->write->false( 'contact.merged', 'No other contact card bears the address ' . $address . '.' )
			: $look->write->true( 'contact.merged', 'Contact ' . implode( ', ', $others ) . ' bears the address ' . $address . ' now.' );
	}

	private function reachable( Examination $look, Person $person ): Finding {
		$email = $person->email();
		return match ( true ) {
			'' === $email => $look->write->unknown( 'user.email-reachable', 'no-address' ),
			false === filter_var( $email, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE ) => $look->write->false( 'user.email-reachable', $email . ' is no e-mail address.' ),
			null === $person->bouncing => $look->write->unknown( 'user.email-reachable', 'not-said', 'Whether mail to ' . $email . ' came back is not told.' ),
			in_array( strtolower( $email ), $person->bouncing, true ) => $look->write->false( 'user.email-reachable', 'Mail to ' . $email . ' came back.' ),
			default => $look->write->true( 'user.email-reachable', $email ),
		};
	}

	private function matches( Examination $look, Person $person ): Finding {
		$userName = $look->user->userName ?? '';
		$email    = $person->email();
		return match ( true ) {
			null === $look->user => $look->write->unknown( 'user.email-matches', $look->noUser ),
			! str_contains( $userName, '@' ) => $look->write->unknown( 'user.email-matches', 'unsupported', 'The login name is no e-mail address.' ),
			'' === $email => $look->write->unknown( 'user.email-matches', 'no-address' ),
			default => $look->write->of( 'user.email-matches', 0 === strcasecmp( $userName, $email ), 'Login name ' . $userName . ', card ' . implode( ', ', $person->emails ) . '.' ),
		};
	}

	private static function read( Examination $look, string $id ): ?Person {
		try {
			return $look->api->ask( new GetPerson( $id ) );
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::NotFound === $fault->kind ) {
				return null;
			}
			throw $fault;
		}
	}
}
