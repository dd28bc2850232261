<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Cases\Journal;
use Causeway\Cases\JournalEntry;
use Causeway\Cases\JournalKind;

/** The journal in its table: inserted, read, never updated. */
final class JournalTable implements Journal {

	private const MOST_SHOWN = 200;

	public function __construct( private readonly Database $database ) {}

	public function append( JournalEntry $entry, string $uniqueKey = '' ): bool {
		$body = Database::json(
			[
				'text'   => mb_substr( $entry->text, 0, 2000 ),
				'before' => $entry->before,
				'after'  => $entry->after,
			]
		);
		$key  = '' === $uniqueKey ? 'NULL' : '%s';
		return 1 === $this->database->run(
			"INSERT IGNORE INTO {$this->database->table( 'journal' )} (site_id, case_id, at, actor, kind, step, body, unique_key) VALUES (%d, %d, %d, %d, %s, %s, %s, {$key})",
			$this->database->siteId(),
			$entry->caseId,
			$entry->at,
			$entry->actor,
			Database::ascii( $entry->kind, 32 ),
			Database::ascii( $entry->step, 64 ),
			$body,
			...( '' === $uniqueKey ? [] : [ $this->key( $uniqueKey ) ] )
		);
	}

	public function ofCase( int $caseId ): array {
		$rows = $this->database->rows( "SELECT * FROM {$this->database->table( 'journal' )} WHERE case_id = %d AND site_id = %d ORDER BY id DESC LIMIT %d", $caseId, $this->database->siteId(), self::MOST_SHOWN );
		return array_map( self::entry( ... ), array_reverse( $rows ) );
	}

	public function page( int $limit, int $before = 0 ): array {
		return array_map( self::entry( ... ), $this->database->rows( "SELECT * FROM {$this->database->table( 'journal' )} FORCE INDEX (of_site) WHERE site_id = %d AND id < %d ORDER BY id DESC LIMIT %d", $this->database->siteId(), $before > 0 ? $before : PHP_INT_MAX, $limit ) );
	}

	public function has( string $uniqueKey ): bool {
		return '' !== $this->database->value( "SELECT id FROM {$this->database->table( 'journal' )} WHERE unique_key = %s", $this->key( $uniqueKey ) );
	}

	public function countSince( JournalKind $kind, int $since ): int {
		return (int) $this->database->value( "SELECT COUNT(*) FROM {$this->database->table( 'journal' )} WHERE site_id = %d AND kind = %s AND at >= %d", $this->database->siteId(), $kind->value, $since );
	}

	/** Keys are a site's own. */
	private function key( string $uniqueKey ): string {
		return substr( hash( 'sha256', $this->database->siteId() . '|' . $uniqueKey ), 0, 32 );
	}

	private static function entry( Row $row ): JournalEntry {
		$body  = $row->json( 'body' );
		$texts = static fn ( string $key ): array => array_filter( is_array( $body[ $key ] ?? null ) ? $body[ $key ] : [], 'is_string' );
		$named = static function ( array $values ): array {
			$result = [];
			foreach ( $values as $name => $value ) {
				if ( is_string( $value ) ) {
					$result[ (string) $name ] = $value;
				}
			}
			return $result;
		};
		return new JournalEntry(
			$row->int( 'id' ),
			$row->int( 'case_id' ),
			$row->int( 'at' ),
			$row->int( 'actor' ),
			$row->string( 'kind' ),
			$row->string( 'step' ),
			is_string( $body['text'] ?? null ) ? $body['text'] : '',
			$named( $texts( 'before' ) ),
			$named( $texts( 'after' ) )
		);
	}
}
