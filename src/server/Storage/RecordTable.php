<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Audit\RecordStore;
use Causeway\Audit\RemoteRecord;
use Causeway\Support\Truth;

/** Records of people in connected systems, as audits read them. Ids, hashes and states; no address and no name. */
final class RecordTable implements RecordStore {

	private const PRESENCES = [ 'live', 'in-recycle-bin', 'permanently-deleted', 'merged', 'gone' ];

	/** @var array<string, array{contacts: int, users: int, all: int}> */
	private array $counts = [];

	public function __construct( private readonly Database $database ) {}

	public function keep( array $records, int $pass ): void {
		$this->counts = [];
		foreach ( array_chunk( $records, 500 ) as $chunk ) {
			$values = [];
			foreach ( $chunk as $record ) {
				array_push(
					$values,
					$this->database->siteId(),
					Database::ascii( $record->connection, 32 ),
					$record->kind,
					Database::ascii( $record->id, 64 ),
					(int) array_search( $record->presence, self::PRESENCES, true ),
					$record->emailHash,
					Database::ascii( $record->contactId, 64 ),
					Database::ascii( $record->accountId, 64 ),
					self::number( $record->isActive ),
					self::number( $record->isConfirmed ),
					self::number( $record->needsContact ),
					$record->invitedAt,
					$record->seenAt,
					$pass,
					$record->endsAt
				);
			}
			// A bin keeps no address, and a deletion tells no Account: what was known while the record lived stays.
			$this->database->run(
				"INSERT INTO {$this->table()} (site_id, connection, kind, record_id, presence, email_hash, contact_id, account_id, is_active, is_confirmed, needs_contact, invited_at, seen_at, pass, ends_at) VALUES "
				. Database::places( count( $chunk ), '(%d, %s, %s, %s, %d, %s, %s, %s, %d, %d, %d, %d, %d, %d, %d)' )
				. " ON DUPLICATE KEY UPDATE presence = VALUES(presence),
				email_hash = CASE WHEN VALUES(presence) > 0 AND VALUES(email_hash) = '' THEN email_hash ELSE VALUES(email_hash) END,
				contact_id = CASE WHEN VALUES(presence) > 0 AND VALUES(contact_id) = '' THEN contact_id ELSE VALUES(contact_id) END,
				account_id = CASE WHEN VALUES(presence) > 0 AND VALUES(account_id) = '' THEN account_id ELSE VALUES(account_id) END,
				is_active = VALUES(is_active), is_confirmed = VALUES(is_confirmed), needs_contact = VALUES(needs_contact), invited_at = VALUES(invited_at), seen_at = VALUES(seen_at), pass = VALUES(pass), ends_at = VALUES(ends_at)",
				...$values
			);
		}
	}

	public function markUnseen( string $connection, int $pass ): void {
		$this->counts = [];
		$this->database->run( "UPDATE {$this->table()} SET presence = 4 WHERE site_id = %d AND connection = %s AND pass < %d AND presence = 0", $this->database->siteId(), $connection, $pass );
	}

	public function byIds( string $connection, string $kind, array $ids ): array {
		$found = [];
		foreach ( [] === $ids ? [] : $this->records( 'connection = %s AND kind = %s AND record_id IN (' . Database::places( count( $ids ), '%s' ) . ')', $connection, $kind, ...$ids ) as $record ) {
			$found[ $record->id ] = $record;
		}
		return $found;
	}

	public function byEmail( string $connection, string $kind, array $hashes ): array {
		$found = [];
		foreach ( [] === $hashes ? [] : $this->recordsBy( 'by_email', 'connection = %s AND kind = %s AND presence = 0 AND email_hash IN (' . Database::places( count( $hashes ), '%s' ) . ') ORDER BY record_id', $connection, $kind, ...$hashes ) as $record ) {
			$found[ $record->emailHash ][] = $record;
		}
		return $found;
	}

	public function usersAfter( string $connection, string $afterId, int $limit ): array {
		return $this->records( "connection = %s AND kind = 'user' AND record_id > %s ORDER BY record_id LIMIT %d", $connection, $afterId, $limit );
	}

	public function count( string $connection ): array {
		if ( ! isset( $this->counts[ $connection ] ) ) {
			$row                         = $this->database->row( "SELECT SUM(CASE WHEN kind = 'contact' AND presence = 0 THEN 1 ELSE 0 END) AS contacts, SUM(CASE WHEN kind = 'user' AND presence = 0 THEN 1 ELSE 0 END) AS users, COUNT(*) AS everything FROM {$this->table()} WHERE site_id = %d AND connection = %s", $this->database->siteId(), $connection );
			$this->counts[ $connection ] = [
				'contacts' => $row?->int( 'contacts' ) ?? 0,
				'users'    => $row?->int( 'users' ) ?? 0,
				'all'      => $row?->int( 'everything' ) ?? 0,
			];
		}
		return $this->counts[ $connection ];
	}

	public function ofAddress( string $emailHash ): array {
		$found = [];
		foreach ( '' === $emailHash ? [] : $this->connections() as $connection ) {
			$found = [ ...$found, ...$this->records( "connection = %s AND kind IN ('contact', 'user') AND email_hash = %s", $connection, $emailHash ) ];
		}
		return $found;
	}

	public function forgetAddress( string $emailHash ): int {
		$this->counts = [];
		$gone         = 0;
		foreach ( '' === $emailHash ? [] : $this->connections() as $connection ) {
			$gone += $this->database->run( "DELETE FROM {$this->table()} WHERE site_id = %d AND connection = %s AND kind IN ('contact', 'user') AND email_hash = %s", $this->database->siteId(), $connection, $emailHash );
		}
		return $gone;
	}

	/** @return list<string> Slugs; read from the key alone. */
	private function connections(): array {
		return array_map( static fn ( Row $row ): string => $row->string( 'connection' ), $this->database->rows( "SELECT DISTINCT connection FROM {$this->table()} WHERE site_id = %d", $this->database->siteId() ) );
	}

	public function forget( string $connection ): void {
		$this->counts = [];
		$this->database->run( "DELETE FROM {$this->table()} WHERE site_id = %d AND connection = %s", $this->database->siteId(), $connection );
	}

	/** @return list<RemoteRecord> */
	private function records( string $where, int|string ...$values ): array {
		return $this->recordsBy( '', $where, ...$values );
	}

	/**
	 * @param string $key Index to read them by; '' where the database chooses. For the sake of the order it would rather read a whole connection.
	 * @return list<RemoteRecord>
	 */
	private function recordsBy( string $key, string $where, int|string ...$values ): array {
		$hint = '' === $key ? '' : " FORCE INDEX ({$key})";
		return array_map(
			static fn ( Row $row ): RemoteRecord => new RemoteRecord(
				$row->string( 'connection' ),
				'user' === $row->string( 'kind' ) ? 'user' : 'contact',
				$row->string( 'record_id' ),
				self::PRESENCES[ $row->int( 'presence' ) ] ?? 'gone',
				$row->string( 'email_hash' ),
				$row->string( 'contact_id' ),
				$row->string( 'account_id' ),
				self::truth( $row->int( 'is_active' ) ),
				self::truth( $row->int( 'is_confirmed' ) ),
				$row->int( 'invited_at' ),
				$row->int( 'seen_at' ),
				self::truth( $row->int( 'needs_contact' ) ),
				$row->int( 'ends_at' )
			),
			$this->database->rows( "SELECT * FROM {$this->table()}{$hint} WHERE site_id = %d AND {$where}", $this->database->siteId(), ...$values )
		);
	}

	private static function number( Truth $truth ): int {
		return match ( $truth ) {
			Truth::True => 1,
			Truth::False => 0,
			Truth::Unknown => 2,
		};
	}

	private static function truth( int $number ): Truth {
		return 2 === $number ? Truth::Unknown : Truth::of( 1 === $number );
	}

	private function table(): string {
		return $this->database->table( 'records' );
	}
}
