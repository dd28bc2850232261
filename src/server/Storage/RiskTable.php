<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Audit\PersonAtRisk;
use Causeway\Audit\RiskStore;
use Causeway\Diagnosis\Confidence;

/** Who would be refused if they tried now. */
final class RiskTable implements RiskStore {

	public function __construct( private readonly Database $database ) {}

	public function settle( array $looked, array $found ): int {
		if ( [] === $looked ) {
			return 0;
		}
		$site  = $this->database->siteId();
		$known = [];
		foreach ( $this->database->rows( "SELECT person_key, connection FROM {$this->table()} WHERE site_id = %d AND person_key IN (" . Database::places( count( $looked ), '%s' ) . ')', $site, ...array_map( 'strval', array_keys( $looked ) ) ) as $row ) {
			$known[ $row->string( 'person_key' ) ] = $row->string( 'connection' );
		}
		$keys = array_values( array_unique( array_map( static fn ( PersonAtRisk $person ): string => $person->personKey, $found ) ) );
		$well = array_values( array_diff( array_map( 'strval', array_keys( array_filter( $known, static fn ( string $slug, string $key ): bool => in_array( $slug, $looked[ $key ] ?? [], true ), ARRAY_FILTER_USE_BOTH ) ) ), $keys ) );
		if ( [] !== $well ) {
			$this->database->run( "DELETE FROM {$this->table()} WHERE site_id = %d AND person_key IN (" . Database::places( count( $well ), '%s' ) . ')', $site, ...$well );
		}
		if ( [] !== $found ) {
			$values = [];
			foreach ( $found as $person ) {
				array_push( $values, $site, Database::ascii( $person->personKey, 128 ), $person->userId, self::label( $person->label ), Database::ascii( $person->connection, 32 ), $person->system, $person->cause, $person->confidence->value, $person->since, $person->seenAt, $person->endsAt, $person->invitedAt );
			}
			$this->database->run(
				"INSERT INTO {$this->table()} (site_id, person_key, user_id, label, connection, `system`, cause, confidence, since, seen_at, ends_at, invited_at) VALUES " . Database::places( count( $found ), '(%d, %s, %d, %s, %s, %s, %s, %s, %d, %d, %d, %d)' )
				. ' ON DUPLICATE KEY UPDATE since = CASE WHEN cause = VALUES(cause) THEN since ELSE VALUES(since) END, label = VALUES(label), connection = VALUES(connection), `system` = VALUES(`system`), cause = VALUES(cause), confidence = VALUES(confidence), seen_at = VALUES(seen_at), ends_at = VALUES(ends_at), invited_at = VALUES(invited_at)',
				...$values
			);
		}
		return count( array_diff( $keys, array_map( 'strval', array_keys( $known ) ) ) );
	}

	public function newestId(): int {
		return (int) $this->database->value( "SELECT COALESCE(MAX(id), 0) FROM {$this->table()} WHERE site_id = %d", $this->database->siteId() );
	}

	public function countAfter( int $id ): int {
		return (int) $this->database->value( "SELECT COUNT(*) FROM {$this->table()} WHERE site_id = %d AND id > %d", $this->database->siteId(), $id );
	}

	public function dropUnseen( int $before ): int {
		return $this->database->run( "DELETE FROM {$this->table()} WHERE site_id = %d AND seen_at < %d", $this->database->siteId(), $before );
	}

	public function list( string $cause, int $afterId, int $limit ): array {
		[ $system, $id ] = [ ...explode( '/', $cause, 2 ), '' ];
		$where           = '' === $cause ? '' : ' AND `system` = %s AND cause = %s';
		$values          = '' === $cause ? [] : [ $system, $id ];
		return array_map( self::person( ... ), $this->database->rows( "SELECT * FROM {$this->table()} WHERE site_id = %d{$where} AND id > %d ORDER BY id LIMIT %d", $this->database->siteId(), ...[ ...$values, $afterId, $limit ] ) );
	}

	public function ofUser( int $userId ): ?PersonAtRisk {
		$row = $userId > 0 ? $this->database->row( "SELECT * FROM {$this->table()} WHERE site_id = %d AND user_id = %d LIMIT 1", $this->database->siteId(), $userId ) : null;
		return null === $row ? null : self::person( $row );
	}

	public function ofKeys( array $personKeys ): array {
		return [] === $personKeys ? [] : array_map( self::person( ... ), $this->database->rows( "SELECT * FROM {$this->table()} WHERE site_id = %d AND person_key IN (" . Database::places( count( $personKeys ), '%s' ) . ')', $this->database->siteId(), ...$personKeys ) );
	}

	public function forget( array $personKeys ): int {
		return [] === $personKeys ? 0 : $this->database->run( "DELETE FROM {$this->table()} WHERE site_id = %d AND person_key IN (" . Database::places( count( $personKeys ), '%s' ) . ')', $this->database->siteId(), ...$personKeys );
	}

	public function byCause(): array {
		return array_map(
			static fn ( Row $row ): array => [
				'system' => $row->string( 'system' ),
				'cause'  => $row->string( 'cause' ),
				'people' => $row->int( 'people' ),
			],
			$this->database->rows( "SELECT `system`, cause, COUNT(*) AS people FROM {$this->table()} WHERE site_id = %d GROUP BY `system`, cause ORDER BY COUNT(*) DESC, `system`, cause LIMIT 100", $this->database->siteId() )
		);
	}

	private static function person( Row $row ): PersonAtRisk {
		$label = json_decode( $row->string( 'label' ) );
		return new PersonAtRisk(
			$row->int( 'id' ),
			$row->string( 'person_key' ),
			$row->int( 'user_id' ),
			is_string( $label ) ? $label : '',
			$row->string( 'connection' ),
			$row->string( 'system' ),
			$row->string( 'cause' ),
			Confidence::tryFrom( $row->string( 'confidence' ) ) ?? Confidence::Likely,
			$row->int( 'since' ),
			$row->int( 'seen_at' ),
			$row->int( 'ends_at' ),
			$row->int( 'invited_at' )
		);
	}

	/** ASCII, at most 255 bytes. */
	private static function label( string $label ): string {
		do {
			$json  = (string) json_encode( $label, JSON_INVALID_UTF8_SUBSTITUTE );
			$label = mb_substr( $label, 0, -1 );
		} while ( strlen( $json ) > 255 );
		return $json;
	}

	private function table(): string {
		return $this->database->table( 'people' );
	}
}
