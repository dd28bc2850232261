<?php

declare(strict_types=1);

namespace Causeway\Audit;

/** Where an audit stands: one row of a job holds it, whatever the number of people. */
final class AuditState {

	public const READ = 'read';

	public const JUDGE = 'judge';

	/**
	 * @param int                   $pass       Number of this audit; grows.
	 * @param 'read'|'judge'      $phase
	 * @param list<string>          $waiting    Slugs of connections that are still to be read; the first one is being read.
	 * @param string                $cursor     Of the vendor's list; '' at the beginning of a connection, or of a phase.
	 * @param array<string, string> $marks      By slug: where the next audit goes on.
	 * @param array<string, string> $problems   By slug: why it could not be read to its end.
	 * @param int                   $tries      Pages in a row that could not be had.
	 */
	public function __construct(
		public readonly int $pass,
		public readonly int $startedAt,
		public readonly string $phase,
		public readonly array $waiting,
		public readonly string $cursor = '',
		public readonly array $marks = [],
		public readonly array $problems = [],
		public readonly int $records = 0,
		public readonly int $judged = 0,
		public readonly int $found = 0,
		public readonly int $fresh = 0,
		public readonly int $tries = 0,
		public readonly int $finishedAt = 0,
	) {}

	/** @param array<string, mixed> $changes By name of a property. */
	public function with( array $changes ): self {
		return new self( ...array_merge( get_object_vars( $this ), $changes ) ); // @phpstan-ignore argument.type (names and types are this class's own)
	}

	public function toText(): string {
		return (string) json_encode( get_object_vars( $this ) );
	}

	public static function fromText( string $text ): ?self {
		$stored = json_decode( $text, true );
		if ( ! is_array( $stored ) || ! is_int( $stored['pass'] ?? null ) ) {
			return null;
		}
		$number = static fn ( string $key ): int => is_int( $stored[ $key ] ?? null ) ? $stored[ $key ] : 0;
		$texts  = static function ( string $key ) use ( $stored ): array {
			$found = [];
			foreach ( is_array( $stored[ $key ] ?? null ) ? $stored[ $key ] : [] as $name => $value ) {
				if ( is_string( $value ) ) {
					$found[ (string) $name ] = $value;
				}
			}
			return $found;
		};
		return new self(
			$number( 'pass' ),
			$number( 'startedAt' ),
			self::JUDGE === ( $stored['phase'] ?? '' ) ? self::JUDGE : self::READ,
			array_values( $texts( 'waiting' ) ),
			is_string( $stored['cursor'] ?? null ) ? $stored['cursor'] : '',
			$texts( 'marks' ),
			$texts( 'problems' ),
			$number( 'records' ),
			$number( 'judged' ),
			$number( 'found' ),
			$number( 'fresh' ),
			$number( 'tries' ),
			$number( 'finishedAt' )
		);
	}
}
