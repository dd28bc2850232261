<?php

declare(strict_types=1);

namespace Causeway\Storage;

/** One row as the database driver gave it: strings, numbers or null, by column. Reads each as what the schema says it is. */
final class Row {

	/** @param array<mixed> $columns */
	public function __construct( private readonly array $columns ) {}

	public function int( string $column ): int {
		$value = $this->columns[ $column ] ?? 0;
		return is_numeric( $value ) ? (int) $value : 0;
	}

	public function string( string $column ): string {
		$value = $this->columns[ $column ] ?? '';
		return is_scalar( $value ) ? (string) $value : '';
	}

	public function bool( string $column ): bool {
		return 0 !== $this->int( $column );
	}

	/** @return array<mixed> The JSON value of a column; empty where there is none. */
	public function json( string $column ): array {
		$value = json_decode( $this->string( $column ), true, 64 );
		return is_array( $value ) ? $value : [];
	}

	/** @return array<string, string> The JSON object of a column, its text values only. */
	public function texts( string $column ): array {
		$texts = [];
		foreach ( $this->json( $column ) as $key => $value ) {
			if ( is_string( $value ) ) {
				$texts[ (string) $key ] = $value;
			}
		}
		return $texts;
	}
}
