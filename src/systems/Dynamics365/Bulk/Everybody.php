<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Bulk;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Support\Truth;
use Causeway\Systems\Dynamics365\ErrorWords;
use Causeway\Systems\Dynamics365\Guid;
use Causeway\Systems\Dynamics365\OData;
use Causeway\Systems\Dynamics365\People;
use Causeway\Systems\Dynamics365\Requests\Contact;
use Causeway\Systems\Dynamics365\Requests\ContactRows;
use Causeway\Systems\Dynamics365\Requests\GetPrivilege;
use Causeway\Systems\Dynamics365\Requests\ListColumns;
use Causeway\Systems\Dynamics365\Requests\ReadContacts;
use Causeway\Systems\Dynamics365\Requests\ReadDeletedContacts;

/**
 * Reads all contacts, and after that only what has changed.
 *
 * A deletion comes as `gone`. Where the recycle bin holds the contact, it comes once more in the same pass, as lying there.
 */
final class Everybody {

	private const COLUMNS = [ 'emailaddress1', '_parentcustomerid_value', 'statecode', 'modifiedon', 'merged', '_masterid_value' ];

	private const LOGIN_COLUMNS = [ 'adx_identity_username', 'adx_identity_logonenabled', 'adx_identity_emailaddress1confirmed' ];

	/** Changes are kept for seven days, unless an administrator chose fewer. */
	private const MARK_LIVES_SECONDS = 6 * 86_400;

	/** @param bool $hasLogins Whether people may log in with Power Pages, so that their login's state is read too. */
	public function __construct( private readonly Conversation $api, private readonly bool $hasLogins ) {}

	/** @throws ConnectorFault */
	public function page( string $cursor ): BulkPage {
		$place = Place::fromCursor( $cursor );
		if ( null === $place || ( ! $place->isWhole && 'contacts' === $place->phase && $place->markedAt < $this->api->now() - self::MARK_LIVES_SECONDS ) ) {
			return $this->first();
		}
		if ( 'bin' === $place->phase ) {
			return $this->bin( $place );
		}
		try {
			return $this->contacts( $place, $this->api->ask( ReadContacts::at( $place->address, $place->tracks ) ) );
		} catch ( ConnectorFault $fault ) {
			// A mark or a page that Dataverse no longer takes begins a whole pass.
			if ( ! in_array( $fault->kind, [ FaultKind::Rejected, FaultKind::NotFound ], true ) ) {
				throw $fault;
			}
			return $this->first();
		}
	}

	/** @throws ConnectorFault */
	private function first(): BulkPage {
		$columns = [ ...self::COLUMNS, ...( $this->hasLogins ? self::LOGIN_COLUMNS : [] ) ];
		try {
			return $this->start( $columns );
		} catch ( ConnectorFault $fault ) {
			if ( ErrorWords::NO_COLUMN !== $fault->vendorCode ) {
				throw $fault;
			}
			$there = $this->api->ask( new ListColumns() );
			return $this->start( array_values( array_filter( $columns, static fn ( string $column ): bool => isset( $there[ (string) preg_replace( '/^_(.*)_value$/', '$1', $column ) ] ) ) ) );
		}
	}

	/**
	 * @param list<string> $columns
	 * @throws ConnectorFault
	 */
	private function start( array $columns ): BulkPage {
		try {
			return $this->contacts( Place::start(), $this->api->ask( ReadContacts::all( $columns, true ) ) );
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::Rejected !== $fault->kind || ErrorWords::NO_COLUMN === $fault->vendorCode ) {
				throw $fault;
			}
			// Changes of this table are not tracked.
			$this->seesEverybody();
			return $this->contacts( Place::start( false ), $this->api->ask( ReadContacts::all( $columns, false ) ) );
		}
	}

	/**
	 * An untracked list simply leaves out whom the role does not reach, and they would pass for deleted.
	 *
	 * @throws ConnectorFault
	 */
	private function seesEverybody(): void {
		try {
			$depth = $this->api->ask( new GetPrivilege( ( new People( $this->api ) )->caller()->userId, 'prvReadContact' ) );
		} catch ( ConnectorFault $fault ) {
			if ( ! in_array( $fault->kind, [ FaultKind::NotFound, FaultKind::Unsupported ], true ) ) {
				throw $fault;
			}
			return;
		}
		if ( 'Global' !== $depth ) {
			throw new ConnectorFault( FaultKind::Forbidden, 'The security role of this connection’s application user does not reach the contacts of the whole organisation.' );
		}
	}

	/** @throws ConnectorFault */
	private function contacts( Place $place, ContactRows $rows ): BulkPage {
		$people     = array_values( array_filter( array_map( self::person( ... ), $rows->rows ), static fn ( BulkPerson $person ): bool => '' !== $person->id ) );
		$hasDeleted = $place->hasDeleted || [] !== array_filter( $people, static fn ( BulkPerson $person ): bool => 'gone' === $person->presence );
		if ( '' !== $rows->next ) {
			return $this->on( $people, $place->at( $rows->next, $hasDeleted ) );
		}
		$bin = $place->thenBin( $hasDeleted, $rows->delta, $this->api->now() );
		return $place->isWhole || $hasDeleted ? $this->on( $people, $bin ) : new BulkPage( $people, '', $bin->nextPass(), false );
	}

	/** @throws ConnectorFault */
	private function bin( Place $place ): BulkPage {
		try {
			$rows = $this->api->ask( new ReadDeletedContacts( $place->page, $place->cookie ) );
		} catch ( ConnectorFault $fault ) {
			// Where there is no bin, or it may not be seen, whoever is gone is just gone.
			if ( ! in_array( $fault->kind, [ FaultKind::Forbidden, FaultKind::NotFound, FaultKind::Rejected, FaultKind::Unsupported ], true ) ) {
				throw $fault;
			}
			return new BulkPage( [], '', $place->nextPass(), $place->isWhole );
		}
		$people = array_map(
			static fn ( Contact $contact ): BulkPerson => new BulkPerson( 'contact', $contact->id, 'in-recycle-bin', $contact->email(), '', 'account' === $contact->parentTable() ? $contact->parentId() : '', changedAt: OData::unix( $contact->text( 'modifiedon' ) ) ),
			$rows->contacts
		);
		return $rows->hasMore ? $this->on( $people, $place->nextOfBin( $rows->cookie ) ) : new BulkPage( $people, '', $place->nextPass(), $place->isWhole );
	}

	/** @param list<BulkPerson> $people */
	private function on( array $people, Place $next ): BulkPage {
		$cursor = $next->cursor();
		if ( '' === $cursor ) {
			throw new ConnectorFault( FaultKind::Malformed, 'Where the next page begins is told at a length that cannot be kept.' );
		}
		return new BulkPage( $people, $cursor, '', $next->isWhole );
	}

	/** @param array<mixed> $row */
	private static function person( array $row ): BulkPerson {
		if ( 'deleted' === JsonPath::text( $row, 'reason' ) ) {
			return new BulkPerson( 'contact', Guid::of( JsonPath::text( $row, 'id' ) ), 'gone' );
		}
		$contact = new Contact( $row );
		$hasName = '' !== $contact->text( 'adx_identity_username' );
		return new BulkPerson(
			'contact',
			$contact->id,
			$contact->isMerged() ? 'merged' : 'live',
			$contact->email(),
			'',
			'account' === $contact->parentTable() ? $contact->parentId() : '',
			$contact->survivor(),
			Truth::of( $contact->isActive() && ( ! $hasName || 'true' === $contact->text( 'adx_identity_logonenabled' ) ) ),
			$hasName && $contact->has( 'adx_identity_emailaddress1confirmed' ) ? Truth::of( 'true' === $contact->text( 'adx_identity_emailaddress1confirmed' ) ) : Truth::Unknown,
			changedAt: OData::unix( $contact->text( 'modifiedon' ) ),
		);
	}
}
