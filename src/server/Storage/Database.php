<?php

declare(strict_types=1);

namespace Causeway\Storage;

/**
 * The few ways in which this room talks to `$wpdb`.
 *
 * Errors become StorageFault and are never printed into a page. Statements stay ASCII wherever a value allows it: any other byte makes
 * `$wpdb` ask for the table's columns first.
 */
final class Database {

	/** @var array<string, list<array<mixed>>>|null Rows by statement, while one question is answered. */
	private ?array $read = null;

	public function __construct( private readonly \wpdb $wpdb ) {}

	/** On the connection that WordPress itself has open. */
	public static function ofThisSite(): self {
		$wpdb = $GLOBALS['wpdb'] ?? null;
		return $wpdb instanceof \wpdb ? new self( $wpdb ) : throw new StorageFault( 'WordPress has no database connection.' );
	}

	/** Full name of one of our tables. They live once in the network, each row with its site. */
	public function table( string $name ): string {
		return $this->wpdb->base_prefix . 'causeway_' . $name;
	}

	/** Full name of a table of WordPress itself (`options`, `users`, `usermeta`). */
	public function core( string $name ): string {
		$table = $this->wpdb->$name ?? '';
		return is_string( $table ) ? $table : '';
	}

	/** What the names of this site's own user options begin with. */
	public function sitePrefix(): string {
		return $this->wpdb->get_blog_prefix();
	}

	/** Whether one of our tables is there. */
	public function has( string $name ): bool {
		try {
			$this->value( "SELECT 1 FROM {$this->table( $name )} LIMIT 1" );
			return true;
		} catch ( StorageFault ) {
			return false;
		}
	}

	/** Whether one of our tables has the column. */
	public function hasColumn( string $name, string $column ): bool {
		try {
			$this->value( "SELECT {$column} FROM {$this->table( $name )} LIMIT 1" );
			return true;
		} catch ( StorageFault ) {
			return false;
		}
	}

	/** Whether one of our tables has the key. */
	public function hasKey( string $name, string $key ): bool {
		foreach ( $this->rows( "SHOW INDEX FROM {$this->table( $name )}" ) as $row ) {
			// SQLite's own names carry the table's before the key's.
			if ( str_ends_with( $row->string( 'Key_name' ), $key ) ) {
				return true;
			}
		}
		return false;
	}

	public function siteId(): int {
		return get_current_blog_id();
	}

	/**
	 * Runs a statement that changes something.
	 *
	 * @return int Rows changed. Of an upsert it means nothing: drivers differ.
	 * @throws StorageFault
	 */
	public function run( string $sql, int|float|string ...$values ): int {
		$this->read = null === $this->read ? null : [];
		$result     = $this->quietly( fn () => $this->wpdb->query( $this->prepared( $sql, $values ) ) );
		return is_int( $result ) ? $result : 0;
	}

	/**
	 * @return list<Row>
	 * @throws StorageFault
	 */
	public function rows( string $sql, int|float|string ...$values ): array {
		return array_map( static fn ( array $row ): Row => new Row( $row ), $this->fetch( $this->prepared( $sql, $values ) ) );
	}

	/**
	 * Has a question answered whose parts ask for the same rows: each statement is run once. What is written meanwhile is seen.
	 *
	 * @template T
	 * @param \Closure(): T $question
	 * @return T
	 */
	public function reading( \Closure $question ): mixed {
		$this->read = [];
		try {
			return $question();
		} finally {
			$this->read = null;
		}
	}

	/** @return list<array<mixed>> */
	private function fetch( string $statement ): array {
		if ( isset( $this->read[ $statement ] ) ) {
			return $this->read[ $statement ];
		}
		$rows = $this->quietly( fn () => $this->wpdb->get_results( $statement, 'ARRAY_A' ) );
		$rows = array_values( array_filter( is_array( $rows ) ? $rows : [], 'is_array' ) );
		if ( null !== $this->read ) {
			$this->read[ $statement ] = $rows;
		}
		return $rows;
	}

	/** @throws StorageFault */
	public function row( string $sql, int|float|string ...$values ): ?Row {
		return $this->rows( $sql, ...$values )[0] ?? null;
	}

	/**
	 * First column of the first row; '' where there is none.
	 *
	 * @throws StorageFault
	 */
	public function value( string $sql, int|float|string ...$values ): string {
		$value = $this->quietly( fn () => $this->wpdb->get_var( $this->prepared( $sql, $values ) ) );
		return is_scalar( $value ) ? (string) $value : '';
	}

	/** Id of the row that the last insert of this request made. */
	public function insertedId(): int {
		return (int) $this->wpdb->insert_id;
	}

	/** Keeps printable ASCII of a value and cuts it to the column. */
	public static function ascii( string $value, int $length ): string {
		return substr( (string) preg_replace( '/[^\x20-\x7e]+/', '', $value ), 0, $length );
	}

	/** @param array<mixed> $value */
	public static function json( array $value ): string {
		return (string) json_encode( $value, JSON_PARTIAL_OUTPUT_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE );
	}

	/** `%d, %d, %d` for a list of that many. */
	public static function places( int $count, string $kind = '%d' ): string {
		return implode( ', ', array_fill( 0, max( 1, $count ), $kind ) );
	}

	/** @param array<int|float|string> $values */
	private function prepared( string $sql, array $values ): string {
		// Statements are put together in this room alone, from table names and placeholders; every value goes through prepare().
		return [] === $values ? $sql : (string) $this->wpdb->prepare( $sql, ...$values ); // @phpstan-ignore argument.type (table names make it no literal)
	}

	/**
	 * @template T
	 * @param callable(): T $query
	 * @return T
	 */
	private function quietly( callable $query ): mixed {
		$wasSuppressed = $this->wpdb->suppress_errors( true );
		try {
			$result = $query();
			if ( '' !== $this->wpdb->last_error ) {
				throw new StorageFault( $this->wpdb->last_error );
			}
			return $result;
		} finally {
			$this->wpdb->suppress_errors( $wasSuppressed );
		}
	}
}
