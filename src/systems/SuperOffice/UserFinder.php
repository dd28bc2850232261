<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Systems\SuperOffice\Requests\Filter;
use Causeway\Systems\SuperOffice\Requests\ListUsers;
use Causeway\Systems\SuperOffice\Requests\UserPage;
use Causeway\Systems\SuperOffice\Requests\UserRow;

/** Which login users are this person's: by the contact card known from before, by the address, by the name that was typed. */
final class UserFinder {

	private const LIMIT = 20;

	private readonly string $personId;

	private readonly string $address;

	private readonly string $loginName;

	/** @param string $address The person's address in lower case; '' where none is known. */
	public function __construct( private readonly Conversation $api, Subject $subject, string $address ) {
		$this->personId  = UserRow::id( $subject->contactId );
		$this->address   = $address;
		$this->loginName = trim( $subject->loginName );
	}

	/** Whether nothing is known by which a user could be looked for. */
	public function isBlind(): bool {
		return '' === $this->personId && '' === $this->address && '' === $this->loginName;
	}

	/** Whether everything that is known can be asked for, so that an empty answer means that there is none. */
	public function isWhole(): bool {
		return ( '' === $this->address || Filter::isPlain( $this->address ) ) && ( '' === $this->loginName || Filter::isPlain( $this->loginName ) );
	}

	/**
	 * @return list<UserRow>
	 * @throws ConnectorFault
	 */
	public function find(): array {
		$conditions = '' === $this->personId ? [] : [ 'personId eq ' . $this->personId ];
		if ( Filter::isPlain( $this->address ) ) {
			$conditions[] = Filter::is( 'userName', $this->address );
			$conditions[] = Filter::is( 'personEmail', $this->address );
		}
		if ( Filter::isPlain( $this->loginName ) && strtolower( $this->loginName ) !== $this->address ) {
			$conditions[] = Filter::is( 'userName', $this->loginName );
		}
		$rows = [] === $conditions ? [] : self::list( $this->api, Filter::anyOf( $conditions ), self::LIMIT )->rows;
		return array_values( array_filter( $rows, $this->isThePersons( ... ) ) );
	}

	/**
	 * The one among several that the person logs in with, if that is clear: the one of that name, else the one of that card.
	 *
	 * @param list<UserRow> $rows
	 */
	public function choose( array $rows ): ?UserRow {
		foreach ( [ $this->address, $this->loginName ] as $name ) {
			$named = array_values( array_filter( $rows, static fn ( UserRow $row ): bool => $row->isNamed( $name ) ) );
			if ( 1 === count( $named ) ) {
				return $named[0];
			}
		}
		return 1 === count( $rows ) ? $rows[0] : null;
	}

	/**
	 * Some rows of the list of users; where a version lacks the newer columns and says so, without them.
	 *
	 * @throws ConnectorFault
	 */
	public static function list( Conversation $api, string $filter, int $top, int $skip = 0 ): UserPage {
		try {
			return $api->ask( new ListUsers( $filter, $top, $skip ) );
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::Rejected !== $fault->kind || 400 !== $fault->status ) {
				throw $fault;
			}
			return $api->ask( new ListUsers( $filter, $top, $skip, ListUsers::BASIC ) );
		}
	}

	private function isThePersons( UserRow $row ): bool {
		return ( '' !== $this->personId && $row->personId === $this->personId ) || $row->bears( $this->address ) || $row->isNamed( $this->loginName );
	}
}
