<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Audit\RecordStore;
use Causeway\Audit\Roll;
use Causeway\Audit\RollEntry;
use Causeway\Cases\LinkSnapshot;
use Causeway\Connector\ConnectionStore;
use Causeway\Connector\PortalDirectory;

/** Everybody who may want to log in, in the order of our own links, then of each portal system's users. */
final class PeopleRoll implements Roll {

	private const LINK = 'id, connection, user_id, portal_user_id, email_hash, contact_id, person_key';

	public function __construct( private readonly Database $database, private readonly ConnectionStore $connections, private readonly RecordStore $records, private readonly PortalDirectory $portal ) {}

	public function after( string $cursor, int $limit ): array {
		[ $part, $after ] = [ ...explode( ':', '' === $cursor ? 'links:0' : $cursor, 2 ), '' ];
		return 'links' === $part ? $this->links( (int) $after, $limit ) : $this->users( substr( $part, 6 ), $after, $limit );
	}

	public function ofContacts( string $connection, array $contactIds ): array {
		$slugs = $connection === $this->crm() ? [ $connection, LinkSnapshot::PORTAL ] : [ $connection ];
		return [] === $contactIds ? [] : $this->entries(
			$this->database->rows( 'SELECT ' . self::LINK . " FROM {$this->database->table( 'links' )} WHERE site_id = %d AND connection IN (" . Database::places( count( $slugs ), '%s' ) . ') AND contact_id IN (' . Database::places( count( $contactIds ), '%s' ) . ') ORDER BY id', $this->database->siteId(), ...$slugs, ...$contactIds )
		);
	}

	/** @return array{list<RollEntry>, string} */
	private function links( int $after, int $limit ): array {
		$rows = $this->database->rows( 'SELECT ' . self::LINK . " FROM {$this->database->table( 'links' )} WHERE site_id = %d AND id > %d ORDER BY id LIMIT %d", $this->database->siteId(), $after, $limit );
		$last = end( $rows );
		return [ $this->entries( $rows ), count( $rows ) === $limit && false !== $last ? 'links:' . $last->int( 'id' ) : $this->firstUsers( '' ) ];
	}

	/**
	 * @param list<Row> $rows
	 * @return list<RollEntry>
	 */
	private function entries( array $rows ): array {
		$crm    = $this->crm();
		$people = [];
		$labels = $this->labels( $rows );
		foreach ( $rows as $row ) {
			$slug = LinkSnapshot::PORTAL === $row->string( 'connection' ) ? $crm : $row->string( 'connection' );
			if ( '' !== $slug && '' !== $row->string( 'person_key' ) ) {
				$people[] = new RollEntry( $row->string( 'person_key' ), $row->int( 'user_id' ), $labels[ $row->int( 'id' ) ] ?? '', $slug, $row->string( 'contact_id' ), $row->string( 'email_hash' ) );
			}
		}
		return $people;
	}

	/** Slug of the connection in which the local portal's contacts are; '' where there is none. */
	private function crm(): string {
		return $this->connections->ofSystem( PortalDirectory::CRM )->id ?? '';
	}

	/** @return array{list<RollEntry>, string} */
	private function users( string $slug, string $after, int $limit ): array {
		$records = $this->records->usersAfter( $slug, $after, $limit );
		$people  = [];
		foreach ( $records as $record ) {
			if ( 'live' === $record->presence ) {
				$people[] = new RollEntry( "record:{$slug}:{$record->id}", 0, $record->id, $slug, $record->contactId, $record->emailHash, $record );
			}
		}
		$last = end( $records );
		return [ $people, count( $records ) === $limit && false !== $last ? "users-{$slug}:{$last->id}" : $this->firstUsers( $slug ) ];
	}

	/** Cursor of the first page of the connection after this one; '' where there is none. */
	private function firstUsers( string $after ): string {
		$slugs = array_map( static fn ( \Causeway\Connector\Connection $connection ): string => $connection->id, $this->connections->all() );
		sort( $slugs );
		foreach ( $slugs as $slug ) {
			if ( $slug > $after ) {
				return "users-{$slug}:";
			}
		}
		return '';
	}

	/**
	 * Names of people, two queries for all.
	 *
	 * @param list<Row> $rows
	 * @return array<int, string> By id of the link.
	 */
	private function labels( array $rows ): array {
		$userIds = array_values( array_unique( array_filter( array_map( static fn ( Row $row ): int => $row->int( 'user_id' ), $rows ) ) ) );
		$names   = [];
		foreach ( [] === $userIds ? [] : $this->database->rows( "SELECT ID, display_name, user_email FROM {$this->database->core( 'users' )} WHERE ID IN (" . Database::places( count( $userIds ) ) . ')', ...$userIds ) as $user ) {
			$names[ $user->int( 'ID' ) ] = '' === trim( $user->string( 'display_name' ) ) ? $user->string( 'user_email' ) : $user->string( 'display_name' );
		}
		$inPortal = $this->portal instanceof CatalystTables ? $this->portal->byIds( array_values( array_unique( array_filter( array_map( static fn ( Row $row ): int => $row->int( 'portal_user_id' ), $rows ) ) ) ) ) : [];
		$labels   = [];
		foreach ( $rows as $row ) {
			$person                       = $inPortal[ $row->int( 'portal_user_id' ) ] ?? null;
			$labels[ $row->int( 'id' ) ] = $names[ $row->int( 'user_id' ) ] ?? ( '' === trim( $person['fullName'] ?? '' ) ? $person['email'] ?? '' : $person['fullName'] ?? '' );
		}
		return $labels;
	}
}
