<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** How a person wants the list of cases to look. */
final class ListOptions {

	/** Columns that may be hidden; the person is always shown. */
	public const COLUMNS = [ 'cause', 'state', 'reference', 'lastAttemptAt' ];

	public const ROWS = [ 20, 50, 100 ];

	/** @var list<string> Columns that are not shown. */
	public readonly array $hidden;

	/** How many rows are read at once. */
	public readonly int $rows;

	/** @param array<mixed> $hidden Unknown names are left out. */
	public function __construct( array $hidden = [], public readonly bool $isCompact = false, int $rows = 20 ) {
		$this->hidden = array_values( array_intersect( self::COLUMNS, array_filter( $hidden, 'is_string' ) ) );
		$this->rows   = in_array( $rows, self::ROWS, true ) ? $rows : self::ROWS[0];
	}

	/** @return array{hidden: list<string>, isCompact: bool, rows: int} */
	public function toArray(): array {
		return [
			'hidden'    => $this->hidden,
			'isCompact' => $this->isCompact,
			'rows'      => $this->rows,
		];
	}

	/** @param mixed $stored What {@see toArray()} gave; anything else means the usual. */
	public static function from( mixed $stored ): self {
		$stored = is_array( $stored ) ? $stored : [];
		return new self( is_array( $stored['hidden'] ?? null ) ? $stored['hidden'] : [], true === ( $stored['isCompact'] ?? false ), is_int( $stored['rows'] ?? null ) ? $stored['rows'] : self::ROWS[0] );
	}
}
