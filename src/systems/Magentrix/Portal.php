<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Systems\Magentrix\Requests\PortalContact;
use Causeway\Systems\Magentrix\Requests\PortalUser;
use Causeway\Systems\Magentrix\Requests\Query;
use Causeway\Systems\Magentrix\Requests\Records;

/** Asks a portal for users and for its copies of contacts, in whichever way it takes. What it took is kept as a fact, so that it is found out once. */
final class Portal {

	/** How the copies of the CRM's contacts are called: since version 3, and before. */
	private const CONTACTS = [ 'Contact', 'Force__Contact' ];

	/** Users or contacts of one address that are looked at. */
	private const LIMIT = 20;

	/** Those whose address begins alike, where it cannot be asked for in whole. */
	private const LIKE_LIMIT = 200;

	/** Characters without which a beginning tells nothing. */
	private const SHORTEST_BEGINNING = 3;

	/** Whether a condition was taken already, so that a later refusal is about something else: on an id, on a text in small letters. */
	private bool $isSure = false;

	private bool $isSureOfTexts = false;

	/** @param string $namedField API name of the user's lookup of the contact, where the connection names it; else ''. */
	public function __construct( public readonly Conversation $api, private readonly string $namedField = '' ) {}

	/**
	 * Users whose address or login name is one of these, or who are linked to a contact. Null where that cannot be asked for.
	 *
	 * @param list<string> $names     Lower case.
	 * @param string       $contactId '' for none.
	 * @return list<PortalUser>|null
	 * @throws ConnectorFault
	 */
	public function users( array $names, string $contactId = '' ): ?array {
		$field = '' === $this->namedField ? $this->api->fact( 'contactField' ) : $this->namedField;
		return $this->alike(
			'User',
			[ 'Email', 'Username' ],
			$names,
			static fn ( Spelling $spelling ): array => '' === $field || '' === $contactId ? [] : [ $spelling->exactly( $field, $contactId ) ],
			PortalUser::fromRow( ... ),
			static fn ( PortalUser $user ): bool => in_array( strtolower( $user->email() ), $names, true )
				|| in_array( strtolower( $user->username() ), $names, true )
				|| ( '' !== $contactId && $contactId === $user->field( $field ) ),
		);
	}

	/** @throws ConnectorFault */
	public function user( string $id ): ?PortalUser {
		$rows = $this->spelled( static fn ( Spelling $spelling ): string => 'FROM User WHERE ' . $spelling->exactly( 'Id', $id ) . ' LIMIT 1' )->rows;
		return isset( $rows[0] ) ? PortalUser::fromRow( $rows[0] ) : null;
	}

	/**
	 * Copies of contacts with an address, whatever its capitals. Null where that cannot be asked for.
	 *
	 * @return list<PortalContact>|null
	 * @throws ConnectorFault
	 */
	public function contactsOf( string $email ): ?array {
		$address = strtolower( $email );
		return $this->ofContacts(
			fn ( string $entity ): ?array => $this->alike( $entity, [ 'Email' ], [ $address ], static fn (): array => [], PortalContact::fromRow( ... ), static fn ( PortalContact $contact ): bool => strtolower( $contact->email() ) === $address )
		);
	}

	/** @throws ConnectorFault */
	public function contact( string $id ): ?PortalContact {
		$rows = $this->ofContacts( fn ( string $entity ): Records => $this->spelled( static fn ( Spelling $spelling ): string => "FROM {$entity} WHERE " . $spelling->exactly( 'Id', $id ) . ' LIMIT 1' ) )->rows;
		return isset( $rows[0] ) ? PortalContact::fromRow( $rows[0] ) : null;
	}

	/**
	 * Whether a field of a record is empty, where the record itself does not show it. Unknown (null) where there is no such field for us.
	 *
	 * @param 'User'|'Contact' $of
	 * @throws ConnectorFault
	 */
	public function isEmpty( string $of, string $id, string $field ): ?bool {
		$ask = fn ( string $entity ): Records => $this->spelled( static fn ( Spelling $spelling ): string => "SELECT Id FROM {$entity} WHERE " . $spelling->exactly( 'Id', $id ) . " AND String.IsNullOrEmpty({$field}) LIMIT 1" );
		try {
			return [] !== ( 'User' === $of ? $ask( 'User' ) : $this->ofContacts( $ask ) )->rows;
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::Rejected === $fault->kind ) {
				return null;
			}
			throw $fault;
		}
	}

	/**
	 * Whether the portal recorded a login of a user. It keeps those that went through only.
	 *
	 * @throws ConnectorFault
	 */
	public function hasLoggedIn( string $userId ): bool {
		return [] !== $this->spelled( static fn ( Spelling $spelling ): string => 'SELECT Id FROM LoginHistory WHERE ' . $spelling->exactly( 'OwnerId', $userId ) . ' LIMIT 1' )->rows;
	}

	/** Whether that name is more than a guess. */
	public function knowsContactField(): bool {
		return '' !== $this->namedField || '' !== $this->api->fact( 'contactField' );
	}

	/** Name of the user's lookup field: as the connection says, as it was seen, or as it is called where nobody changed it. */
	public function contactField(): string {
		$seen = $this->api->fact( 'contactField' );
		return match ( true ) {
			'' !== $this->namedField => $this->namedField,
			'' !== $seen => $seen,
			default => 'ContactId',
		};
	}

	/** How the copies of contacts are called here. */
	public function contactEntity(): string {
		$known = $this->api->fact( 'contactEntity' );
		return in_array( $known, self::CONTACTS, true ) ? $known : self::CONTACTS[0];
	}

	/**
	 * @template T
	 * @param \Closure(string): T $ask Takes the entity's name.
	 * @return T
	 * @throws ConnectorFault
	 */
	private function ofContacts( \Closure $ask ): mixed {
		$known = $this->contactEntity();
		try {
			return $ask( $known );
		} catch ( ConnectorFault $fault ) {
			if ( ErrorWords::NO_ENTITY !== $fault->vendorCode && FaultKind::NotFound !== $fault->kind ) {
				throw $fault;
			}
		}
		foreach ( array_diff( self::CONTACTS, [ $known ] ) as $other ) {
			try {
				$answer = $ask( $other );
				$this->api->learn( [ 'contactEntity' => $other ] );
				return $answer;
			} catch ( ConnectorFault ) {
				continue;
			}
		}
		throw $fault;
	}

	/**
	 * @template R of object
	 * @param list<string>                       $fields Compared with each name.
	 * @param list<string>                       $names  Lower case.
	 * @param \Closure(Spelling): list<string>   $more   Further conditions, of which one is enough.
	 * @param \Closure(array<mixed>): (R|null)   $read
	 * @param \Closure(R): bool                  $isMeant
	 * @return list<R>|null
	 * @throws ConnectorFault
	 */
	private function alike( string $entity, array $fields, array $names, \Closure $more, \Closure $read, \Closure $isMeant ): ?array {
		$isPlain = [] === array_filter( $names, static fn ( string $name ): bool => ! Spelling::isPlain( $name ) );
		$starts  = array_map( self::beginning( ... ), $names );
		if ( [] === $names || [] !== array_filter( $starts, static fn ( string $start ): bool => strlen( $start ) < self::SHORTEST_BEGINNING ) ) {
			return null;
		}
		$limit   = $isPlain ? self::LIMIT : self::LIKE_LIMIT;
		$spelled = null;
		$rows    = $this->spelled(
			static function ( Spelling $spelling ) use ( $entity, $fields, $names, $starts, $more, $limit, &$spelled ): string {
				$spelled    = $spelling;
				$conditions = $more( $spelling );
				foreach ( $names as $index => $name ) {
					foreach ( $fields as $field ) {
						$conditions[] = Spelling::isPlain( $name ) ? $spelling->is( $field, $name ) : $spelling->startsWith( $field, $starts[ $index ] );
					}
				}
				return "FROM {$entity} WHERE " . implode( ' OR ', $conditions ) . " LIMIT {$limit}";
			},
			true
		)->rows;
		$found = array_values( array_filter( array_filter( array_map( $read, $rows ) ), $isMeant ) );
		// Nobody found among too many, or by their capitals, is not the same as nobody there.
		$isWhole = count( $rows ) < $limit && true === $spelled?->isCaseBlind();
		return [] === $found && ! $isWhole ? null : $found;
	}

	/**
	 * Asks in the way that this portal takes: the one known from before, else each in turn.
	 *
	 * @param \Closure(Spelling): string $meql
	 * @param bool                       $isOfTexts Whether it compares texts, and not ids alone.
	 * @throws ConnectorFault
	 */
	private function spelled( \Closure $meql, bool $isOfTexts = false ): Records {
		$known  = Spelling::tryFrom( $this->api->fact( 'spelling' ) ) ?? Spelling::LowerDouble;
		$others = ( $isOfTexts ? $this->isSureOfTexts : $this->isSure ) ? [] : array_filter( Spelling::cases(), static fn ( Spelling $one ): bool => $one !== $known );
		$first  = null;
		foreach ( [ $known, ...$others ] as $spelling ) {
			try {
				$records             = $this->api->ask( new Query( $meql( $spelling ) ) );
				$this->isSure        = true;
				$this->isSureOfTexts = $this->isSureOfTexts || $isOfTexts;
				if ( $spelling !== $known ) {
					$this->api->learn( [ 'spelling' => $spelling->value ] );
				}
				return $records;
			} catch ( ConnectorFault $fault ) {
				if ( FaultKind::Rejected !== $fault->kind || 400 !== $fault->status ) {
					throw $fault;
				}
				$first ??= $fault;
			}
		}
		throw $first;
	}

	private static function beginning( string $name ): string {
		return 1 === preg_match( '/^[^\x00-\x1F\x7F\'"`\\\\]+/u', $name, $parts ) ? $parts[0] : '';
	}
}
