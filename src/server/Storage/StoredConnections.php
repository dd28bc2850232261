<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Connector\CallMeter;
use Causeway\Connector\Condition;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectionDraft;
use Causeway\Connector\ConnectionStore;
use Causeway\Support\Clock;
use Causeway\Support\Truth;
use Causeway\Vault\Vault;
use Causeway\Vault\VaultFault;

/**
 * Connections in their table, secrets sealed one by one. What a constant or the environment fixes wins, and is enough to have a connection.
 *
 * A secret that can no longer be opened (keys were rotated, the database was copied) is as good as not set: the connection says so, no call goes out.
 */
final class StoredConnections implements ConnectionStore, CallMeter {

	private const SECONDS_A_DAY = 86_400;

	/** @var array<string, array<string, string>>|null */
	private ?array $declared = null;

	/** @param \Closure(): array<string, array<string, string>> $fields System → field id → kind (`secret` or another), of every system that can be connected. */
	public function __construct(
		private readonly Database $database,
		private readonly Vault $vault,
		private readonly Settings $settings,
		private readonly Clock $clock,
		private readonly \Closure $fields,
	) {}

	public function all(): array {
		$connections = [];
		foreach ( $this->stored() as $row ) {
			$connections[ $row->string( 'slug' ) ] = $this->connection( $row->string( 'slug' ), $row->string( 'system' ), $row );
		}
		foreach ( array_keys( $this->declared() ) as $system ) {
			if ( ! isset( $connections[ $system ] ) && $this->isFixedSomewhere( $system ) ) {
				$connections[ $system ] = $this->connection( $system, $system, null );
			}
		}
		return array_values( $connections );
	}

	public function get( string $slug ): ?Connection {
		$row = $this->row( $slug );
		if ( null !== $row ) {
			return $this->connection( $slug, $row->string( 'system' ), $row );
		}
		return isset( $this->declared()[ $slug ] ) && $this->isFixedSomewhere( $slug ) ? $this->connection( $slug, $slug, null ) : null;
	}

	public function ofSystem( string $system ): ?Connection {
		foreach ( $this->all() as $connection ) {
			if ( $system === $connection->system ) {
				return $connection;
			}
		}
		return null;
	}

	public function save( ConnectionDraft $draft ): void {
		$row     = $this->row( $draft->id );
		$secrets = [];
		foreach ( $row?->texts( 'secrets' ) ?? [] as $name => $sealed ) {
			if ( ! array_key_exists( $name, $draft->secrets ) ) {
				$secrets[ $name ] = $sealed;
			}
		}
		$isOther = null === $row || $row->texts( 'fields' ) != $draft->fields;
		foreach ( $draft->secrets as $name => $secret ) {
			$isOther = $isOther || $this->opened( $row?->texts( 'secrets' )[ $name ] ?? '', $draft->id, $name ) !== $secret;
			if ( '' !== $secret ) {
				$secrets[ $name ] = $this->vault->seal( $secret, $this->context( $draft->id, $name ) );
			}
		}
		$this->insertRow( $draft->id, $draft->system );
		$this->database->run(
			"UPDATE {$this->table()} SET `system` = %s, may_write = %d, fields = %s, secrets = %s" . ( $isOther ? ", token = '', facts = '', conditions = ''" : '' ) . ' WHERE site_id = %d AND slug = %s',
			$draft->system,
			$draft->mayWrite ? 1 : 0,
			Database::json( $draft->fields ),
			Database::json( $secrets ),
			$this->database->siteId(),
			$draft->id
		);
		$this->publishHosts();
	}

	public function delete( string $slug ): void {
		$this->database->run( "DELETE FROM {$this->table()} WHERE site_id = %d AND slug = %s", $this->database->siteId(), $slug );
		$this->publishHosts();
	}

	public function conditions( string $slug ): array {
		$conditions = [];
		foreach ( $this->row( $slug )?->json( 'conditions' ) ?? [] as $stored ) {
			$text = static fn ( string $key ): string => is_array( $stored ) && is_string( $stored[ $key ] ?? null ) ? $stored[ $key ] : '';
			if ( is_array( $stored ) && '' !== $text( 'type' ) ) {
				$conditions[] = new Condition( $text( 'type' ), Truth::tryFrom( $text( 'status' ) ) ?? Truth::Unknown, $text( 'reason' ), $text( 'message' ), is_int( $stored['observedAt'] ?? null ) ? $stored['observedAt'] : 0 );
			}
		}
		return $conditions;
	}

	public function rememberConditions( string $slug, array $conditions ): void {
		$this->ensureRow( $slug );
		$this->database->run(
			"UPDATE {$this->table()} SET conditions = %s WHERE site_id = %d AND slug = %s",
			Database::json( array_map( static fn ( Condition $condition ): array => $condition->toArray(), $conditions ) ),
			$this->database->siteId(),
			$slug
		);
	}

	public function rememberFacts( string $slug, array $facts ): void {
		$this->ensureRow( $slug );
		$known  = $this->row( $slug )?->texts( 'facts' ) ?? [];
		$merged = array_filter( array_merge( $known, $facts ), static fn ( string $fact ): bool => '' !== $fact );
		if ( $merged !== $known ) {
			$this->database->run( "UPDATE {$this->table()} SET facts = %s WHERE site_id = %d AND slug = %s", Database::json( $merged ), $this->database->siteId(), $slug );
			$this->publishHosts();
		}
	}

	public function callsToday( string $connection ): int {
		$row = $this->row( $connection );
		return null !== $row && $this->today() === $row->int( 'calls_day' ) ? $row->int( 'calls_today' ) : 0;
	}

	public function count( string $connection ): void {
		$this->ensureRow( $connection );
		// The count before the day: MySQL takes assignments from left to right.
		$this->database->run(
			"UPDATE {$this->table()} SET saved_today = CASE WHEN calls_day = %d THEN saved_today ELSE 0 END, calls_today = CASE WHEN calls_day = %d THEN calls_today + 1 ELSE 1 END, calls_day = %d, last_used_at = UNIX_TIMESTAMP() WHERE site_id = %d AND slug = %s",
			$this->today(),
			$this->today(),
			$this->today(),
			$this->database->siteId(),
			$connection
		);
	}

	public function savedToday( string $connection ): int {
		$row = $this->row( $connection );
		return null !== $row && $this->today() === $row->int( 'calls_day' ) ? $row->int( 'saved_today' ) : 0;
	}

	public function countSaved( string $connection ): void {
		// A call is saved only after one was made today or yesterday; at midnight the first few are lost, which nobody misses.
		$this->database->run( "UPDATE {$this->table()} SET saved_today = saved_today + 1 WHERE site_id = %d AND slug = %s AND calls_day = %d", $this->database->siteId(), $connection, $this->today() );
	}

	public function lastUsedAt( string $slug ): int {
		return $this->row( $slug )?->int( 'last_used_at' ) ?? 0;
	}

	/** Gives a connection that exists by constants alone a row for what is learnt about it. */
	public function ensureRow( string $slug ): void {
		if ( isset( $this->declared()[ $slug ] ) && null === $this->row( $slug ) && $this->isFixedSomewhere( $slug ) ) {
			$this->insertRow( $slug, $slug );
		}
	}

	/** Tells the login path by which hosts it may recognise a portal's own vendor call. Written only where it changed. */
	public function publishHosts(): void {
		$hosts = [];
		foreach ( $this->all() as $connection ) {
			foreach ( [ ...array_values( $connection->fields ), ...array_values( $connection->facts ) ] as $value ) {
				$url = 1 === preg_match( '#^https?://#i', $value ) ? parse_url( $value ) : false;
				if ( is_array( $url ) && isset( $url['host'], $url['scheme'] ) ) {
					$hosts[ strtolower( $url['host'] ) . ':' . ( $url['port'] ?? ( 'http' === strtolower( $url['scheme'] ) ? 80 : 443 ) ) ] = $connection->system;
				}
			}
		}
		ksort( $hosts );
		$this->settings->saveVendorHosts( array_slice( $hosts, 0, 12 ) );
	}

	private function connection( string $slug, string $system, ?Row $row ): Connection {
		$fields  = $row?->texts( 'fields' ) ?? [];
		$secrets = [];
		foreach ( $row?->texts( 'secrets' ) ?? [] as $name => $sealed ) {
			$secret = $this->opened( $sealed, $slug, $name );
			if ( '' !== $secret ) {
				$secrets[ $name ] = $secret;
			}
		}
		foreach ( $this->declared()[ $system ] ?? [] as $field => $kind ) {
			$fixed = FixedFields::value( $slug, $field );
			if ( null !== $fixed && 'secret' === $kind ) {
				$secrets[ $field ] = $fixed;
			} elseif ( null !== $fixed ) {
				$fields[ $field ] = $fixed;
			}
		}
		$mayWrite = FixedFields::value( $slug, 'mayWrite' );
		return new Connection( $slug, $system, $fields, $secrets, null === $mayWrite ? ( $row?->bool( 'may_write' ) ?? false ) : in_array( strtolower( $mayWrite ), [ '1', 'true', 'yes' ], true ), $row?->texts( 'facts' ) ?? [] );
	}

	public function isFixed( string $slug, string $field ): bool {
		return null !== FixedFields::value( $slug, $field );
	}

	private function isFixedSomewhere( string $slug ): bool {
		foreach ( array_keys( $this->declared()[ $slug ] ?? [] ) as $field ) {
			if ( $this->isFixed( $slug, $field ) ) {
				return true;
			}
		}
		return false;
	}

	private function opened( string $sealed, string $slug, string $name ): string {
		try {
			return '' === $sealed ? '' : $this->vault->open( $sealed, $this->context( $slug, $name ) );
		} catch ( VaultFault ) {
			return '';
		}
	}

	private function insertRow( string $slug, string $system ): void {
		$this->database->run(
			"INSERT IGNORE INTO {$this->table()} (site_id, slug, `system`, fields, secrets, token, facts, conditions) VALUES (%d, %s, %s, '', '', '', '', '')",
			$this->database->siteId(),
			$slug,
			$system
		);
	}

	private function row( string $slug ): ?Row {
		foreach ( $this->stored() as $row ) {
			if ( $slug === $row->string( 'slug' ) ) {
				return $row;
			}
		}
		return null;
	}

	/** @return list<Row> A site has a handful: one statement serves them all, so that a screen which asks for each costs one query. */
	private function stored(): array {
		return $this->database->rows( "SELECT * FROM {$this->table()} WHERE site_id = %d ORDER BY id", $this->database->siteId() );
	}

	/** @return array<string, array<string, string>> */
	private function declared(): array {
		return $this->declared ??= ( $this->fields )();
	}

	private function table(): string {
		return $this->database->table( 'connections' );
	}

	/** UTC days since the epoch. */
	private function today(): int {
		return intdiv( $this->clock->now(), self::SECONDS_A_DAY );
	}

	private function context( string $slug, string $name ): string {
		return "connection:{$this->database->siteId()}:{$slug}:{$name}";
	}
}
