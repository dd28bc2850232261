<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Support\Truth;
use Causeway\Systems\Magentrix\Requests\Moment;
use Causeway\Systems\Magentrix\Requests\PortalUser;
use Causeway\Systems\Magentrix\Requests\Query;

/**
 * All users of a portal, ten thousand at a time, in the order of their ids.
 *
 * A contact that is deleted in the CRM changes no date of its user, so each pass is a whole one. Pages overlap by one row: where the last row
 * of the page before is not the first of this one, rows have moved, and the pass begins anew.
 */
final class UserPages {

	/** Rows that an answer has at most. */
	private const ROWS = 10_000;

	private const FIELDS = [ 'Id', 'Username', 'Email', 'IsActive', 'LastLogin', 'ModifiedOn' ];

	public function __construct( private readonly Conversation $api, private readonly string $contactField ) {}

	/** @throws ConnectorFault */
	public function page( string $cursor ): BulkPage {
		$isNext = 1 === preg_match( '/^(\d{1,9})@([A-Za-z0-9_-]{1,64})$/D', $cursor, $parts );
		$skip   = $isNext ? (int) $parts[1] : 0;
		$type   = $this->typeField();
		$rows   = $this->rows( $skip, $type );
		$isLast = count( $rows ) < self::ROWS;
		$first  = $rows[0] ?? [];
		if ( $isNext ) {
			if ( JsonPath::text( $first, 'Id' ) !== $parts[2] ) {
				return $this->page( '' );
			}
			array_shift( $rows );
		}
		$last   = [] === $rows ? '' : JsonPath::text( $rows[ count( $rows ) - 1 ], 'Id' );
		$people = array_map( fn ( array $row ): ?BulkPerson => $this->person( $row, $type ), $rows );
		return new BulkPage( array_values( array_filter( $people ) ), $isLast || '' === $last ? '' : ( $skip + self::ROWS - 1 ) . '@' . $last, '', true );
	}

	/**
	 * @return list<array<mixed>>
	 * @throws ConnectorFault
	 */
	private function rows( int $skip, string $type ): array {
		$fields = array_filter( [ ...self::FIELDS, $this->contactField, $type ], static fn ( string $field ): bool => '' !== $field );
		try {
			return $this->api->ask( new Query( 'SELECT ' . implode( ', ', $fields ) . ' FROM User ORDER BY Id ASC LIMIT ' . self::ROWS . ',' . $skip ) )->rows;
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::Rejected === $fault->kind ) {
				// A field may have been renamed since it was seen: the next attempt finds out anew.
				$this->api->learn( array_fill_keys( [ 'contactField', 'typeField' ], '' ) );
			}
			throw $fault;
		}
	}

	/**
	 * Name of the field with the kind of licence, known from a look at somebody; else a whole row shows it.
	 *
	 * @throws ConnectorFault
	 */
	private function typeField(): string {
		$known = $this->api->fact( 'typeField' );
		if ( '' === $known ) {
			$row   = $this->api->ask( new Query( 'FROM User ORDER BY Id ASC LIMIT 1' ) )->rows[0] ?? [];
			$known = PortalUser::fromRow( $row )?->typeField() ?? '';
			$this->api->learn( [ 'typeField' => $known ] );
		}
		return $known;
	}

	/** @param array<mixed> $row */
	private function person( array $row, string $type ): ?BulkPerson {
		$user = PortalUser::fromRow( $row );
		if ( null === $user ) {
			return null;
		}
		return new BulkPerson(
			'user',
			$user->id,
			'live',
			strtolower( $user->email() ),
			// Asked for by name, a field that does not come is an empty one.
			$user->field( $this->contactField ) ?? '',
			isActive: $user->isActive(),
			isConfirmed: ( $user->lastLoginAt() ?? 0 ) > 0 ? Truth::True : Truth::Unknown,
			changedAt: Moment::of( JsonPath::text( $row, 'ModifiedOn' ) ),
			// Where the lookup is not shown, nobody can be said to lack a contact.
			needsContact: '' === $type || '' === $this->contactField ? Truth::Unknown : PortalUser::wantsContact( $user->field( $type ) ?? '' ),
		);
	}

	/**
	 * For a portal whose lookup field is known, or is called as usual; else without links.
	 *
	 * @throws ConnectorFault
	 */
	public static function of( Conversation $api, Portal $portal ): self {
		$field = $portal->contactField();
		if ( $portal->knowsContactField() ) {
			return new self( $api, $field );
		}
		try {
			$api->ask( new Query( 'SELECT Id, ' . $field . ' FROM User LIMIT 1' ) );
			$api->learn( [ 'contactField' => $field ] );
			return new self( $api, $field );
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::Rejected !== $fault->kind ) {
				throw $fault;
			}
		}
		$row = $api->ask( new Query( 'FROM User ORDER BY Id ASC LIMIT 1' ) )->rows[0] ?? [];
		return new self( $api, PortalUser::fromRow( $row )?->contactField() ?? '' );
	}
}
