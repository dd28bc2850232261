<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Systems\ZohoDesk\Requests\Contact;
use Causeway\Systems\ZohoDesk\Requests\FindContacts;
use Causeway\Systems\ZohoDesk\Requests\FindUsers;
use Causeway\Systems\ZohoDesk\Requests\GetContact;
use Causeway\Systems\ZohoDesk\Requests\GetUser;
use Causeway\Systems\ZohoDesk\Requests\HelpCenter;
use Causeway\Systems\ZohoDesk\Requests\ListHelpCenters;
use Causeway\Systems\ZohoDesk\Requests\ListRecycleBin;
use Causeway\Systems\ZohoDesk\Requests\ListSeats;
use Causeway\Systems\ZohoDesk\Requests\Seat;
use Causeway\Systems\ZohoDesk\Requests\TrashedContact;
use Causeway\Systems\ZohoDesk\Requests\User;

/** Finds a person's contact and Help Center user: for probes and for actions alike, so that both mean the same one. What was read is kept for one look. */
final class People {

	/** Pages of a hundred that are looked through in the recycle bin; older deletions stay unknown. */
	private const BIN_PAGES = 10;

	/** Id of the Help Center that people log in to, as entered; '' where the organisation's default one is meant. */
	private readonly string $configured;

	/** @var list<HelpCenter>|null */
	private ?array $helpCenters = null;

	/** @var array<string, list<User>> By address. */
	private array $usersByAddress = [];

	public function __construct( private readonly Conversation $api, Connection $connection ) {
		$this->configured = DeskId::of( $connection->fields['help_center'] ?? '' );
	}

	/**
	 * Which contact is this person's: by the id known from before, else by the address, else by the Help Center user with that address.
	 *
	 * @param string $knownId '' where none is known.
	 * @param string $address '' where none is known.
	 * @throws ConnectorFault
	 */
	public function find( string $knownId, string $address ): FoundContact {
		if ( '' !== $knownId ) {
			return new FoundContact( $knownId, $this->contact( $knownId ), 'id' );
		}
		if ( '' === $address ) {
			return new FoundContact( '', null, 'address' );
		}
		$ids = array_map( static fn ( Contact $contact ): string => $contact->id, $this->withAddress( $address ) );
		if ( 1 === count( $ids ) ) {
			return new FoundContact( $ids[0], $this->contact( $ids[0] ), 'address', $ids );
		}
		$byUser = $this->contactOfUser( $address );
		return '' === $byUser || ( [] !== $ids && ! in_array( $byUser, $ids, true ) )
			? new FoundContact( '', null, 'address', $ids )
			: new FoundContact( $byUser, $this->contact( $byUser ), 'user', $ids );
	}

	/**
	 * One contact by its id, be it in the recycle bin; null where the API has none under it, in whichever way it says so.
	 *
	 * @throws ConnectorFault
	 */
	public function contact( string $id ): ?Contact {
		try {
			return $this->api->ask( new GetContact( $id ) );
		} catch ( ConnectorFault $fault ) {
			return ErrorWords::isAbsence( $fault ) ? null : throw $fault;
		}
	}

	/**
	 * Live contacts with that address; those with it as their first one, where there are any.
	 *
	 * @return list<Contact>
	 * @throws ConnectorFault
	 */
	public function withAddress( string $address ): array {
		$found = $this->api->ask( new FindContacts( $address ) );
		$first = array_values( array_filter( $found, static fn ( Contact $contact ): bool => $contact->email() === mb_strtolower( $address ) ) );
		return [] === $first ? $found : $first;
	}

	/**
	 * As whom a contact, or whoever has one of these addresses, may log in.
	 *
	 * @param Contact|null $contact   A live one.
	 * @param list<string> $addresses In the order in which they are tried where the contact itself names no user.
	 * @throws ConnectorFault
	 */
	public function login( ?Contact $contact, array $addresses ): Login {
		$seats = null === $contact ? [] : $this->seats( $contact->id );
		$here  = $this->helpCenterId();
		$own   = array_values( array_filter( $seats, static fn ( Seat $seat ): bool => '' === $here || $seat->helpCenterId === $here ) );
		$other = array_values( array_filter( $seats, static fn ( Seat $seat ): bool => '' !== $here && $seat->helpCenterId !== $here && User::ACTIVE === $seat->status ) );
		usort( $own, static fn ( Seat $a, Seat $b ): int => self::rank( $a->status ) <=> self::rank( $b->status ) );
		$seat   = $own[0] ?? null;
		$listed = null === $seat ? $this->withOneOf( $addresses ) : User::listed( $seat->userId, $seat->status );
		return new Login( null === $listed ? null : $this->whole( $listed ), $seat, $other[0] ?? null );
	}

	/**
	 * The Help Center that people log in to; null where the organisation has none by that id, or several and none that is the default.
	 *
	 * @throws ConnectorFault
	 */
	public function helpCenter(): ?HelpCenter {
		$this->helpCenters ??= $this->api->ask( new ListHelpCenters() );
		foreach ( $this->helpCenters as $center ) {
			if ( '' === $this->configured ? $center->isDefault : $center->id === $this->configured ) {
				return $center;
			}
		}
		return '' === $this->configured && 1 === count( $this->helpCenters ) ? $this->helpCenters[0] : null;
	}

	/**
	 * Its id; '' where it is not known.
	 *
	 * @throws ConnectorFault
	 */
	public function helpCenterId(): string {
		if ( '' !== $this->configured ) {
			return $this->configured;
		}
		try {
			return $this->helpCenter()->id ?? '';
		} catch ( ConnectorFault $fault ) {
			return self::isClosed( $fault ) ? '' : throw $fault;
		}
	}

	/**
	 * What the recycle bin tells of a contact.
	 *
	 * @return TrashedContact|'not-listed'|'too-many-deletions'
	 * @throws ConnectorFault
	 */
	public function trashed( string $contactId ): TrashedContact|string {
		for ( $page = 0; $page < self::BIN_PAGES; ++$page ) {
			$rows = $this->api->ask( new ListRecycleBin( $page * ListRecycleBin::MOST_ROWS ) );
			foreach ( $rows as $row ) {
				if ( $row->isContact && $row->id === $contactId ) {
					return $row;
				}
			}
			if ( count( $rows ) < ListRecycleBin::MOST_ROWS ) {
				return 'not-listed';
			}
		}
		return 'too-many-deletions';
	}

	/** Whether the connection may not ask that, or cannot. */
	public static function isClosed( ConnectorFault $fault ): bool {
		return in_array( $fault->kind, [ FaultKind::Forbidden, FaultKind::Unsupported ], true );
	}

	/** @return list<Seat> */
	private function seats( string $contactId ): array {
		try {
			return $this->api->ask( new ListSeats( $contactId ) );
		} catch ( ConnectorFault $fault ) {
			return ErrorWords::isAbsence( $fault ) ? [] : throw $fault;
		}
	}

	/** The contact that the Help Center user with that address belongs to; '' where there is none, or none can be looked up. */
	private function contactOfUser( string $address ): string {
		try {
			$user = $this->withOneOf( [ $address ] );
			return null === $user ? '' : $this->whole( $user )->contactId;
		} catch ( ConnectorFault $fault ) {
			return self::isClosed( $fault ) ? '' : throw $fault;
		}
	}

	/** @param list<string> $addresses */
	private function withOneOf( array $addresses ): ?User {
		$here = $this->helpCenterId();
		foreach ( $addresses as $address ) {
			$this->usersByAddress[ $address ] ??= $this->api->ask( new FindUsers( $address, $here ) );
			$users = $this->usersByAddress[ $address ];
			usort( $users, static fn ( User $a, User $b ): int => self::rank( $a->status ) <=> self::rank( $b->status ) );
			if ( [] !== $users ) {
				return $users[0];
			}
		}
		return null;
	}

	/** A user with contact and confirmation; what the list told, where there is no more. */
	private function whole( User $listed ): User {
		try {
			return $this->api->ask( new GetUser( $listed->id, $this->helpCenterId() ) );
		} catch ( ConnectorFault $fault ) {
			return ErrorWords::isAbsence( $fault ) ? $listed : throw $fault;
		}
	}

	/** Where there are several: first whoever may log in. */
	private static function rank( string $status ): int {
		return match ( $status ) {
			User::ACTIVE => 0,
			User::DISABLED => 2,
			User::DELETED => 3,
			default => 1,
		};
	}
}
