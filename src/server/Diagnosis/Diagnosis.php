<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

use Causeway\Support\Finding;
use Causeway\Support\Truth;

/** Ranked causes for one person at one moment. Written once, never edited; `toArray()` is what is stored. */
final class Diagnosis {

	/**
	 * @param list<RankedCause>                      $causes   Best first.
	 * @param list<RuledOutCause>                    $ruledOut
	 * @param list<Finding>                          $findings
	 * @param list<array{what: string, why: string}> $unknown  What could not be looked at, and why.
	 * @param list<string>                           $symptoms `system:id`.
	 */
	public function __construct(
		public readonly array $causes,
		public readonly array $ruledOut,
		public readonly array $findings,
		public readonly array $unknown,
		public readonly array $symptoms = [],
		public readonly string $catalogVersion = '',
	) {}

	/** @return array<string, mixed> */
	public function toArray(): array {
		return [
			'causes'         => array_map( static fn ( RankedCause $cause ): array => $cause->toArray(), $this->causes ),
			'ruledOut'       => array_map( static fn ( RuledOutCause $cause ): array => $cause->toArray(), $this->ruledOut ),
			'findings'       => array_map( static fn ( Finding $finding ): array => $finding->toArray(), $this->findings ),
			'unknown'        => $this->unknown,
			'symptoms'       => $this->symptoms,
			'catalogVersion' => $this->catalogVersion,
		];
	}

	/**
	 * Reads what toArray() wrote, also what an older version wrote: parts that it does not know are left out.
	 *
	 * @param array<mixed> $stored
	 */
	public static function fromArray( array $stored ): self {
		$causes = [];
		foreach ( self::rows( $stored['causes'] ?? null ) as $row ) {
			$confidence = Confidence::tryFrom( self::text( $row, 'confidence' ) );
			if ( null !== $confidence ) {
				$causes[] = new RankedCause(
					self::text( $row, 'system' ),
					self::text( $row, 'cause' ),
					$confidence,
					self::texts( $row['why'] ?? null ),
					self::texts( $row['against'] ?? null ),
					self::findings( $row['evidence'] ?? null ),
					self::texts( $row['steps'] ?? null )
				);
			}
		}
		return new self(
			$causes,
			array_map( static fn ( array $row ): RuledOutCause => new RuledOutCause( self::text( $row, 'system' ), self::text( $row, 'cause' ), self::texts( $row['because'] ?? null ) ), self::rows( $stored['ruledOut'] ?? null ) ),
			self::findings( $stored['findings'] ?? null ),
			array_map(
				static fn ( array $row ): array => [
					'what' => self::text( $row, 'what' ),
					'why'  => self::text( $row, 'why' ),
				],
				self::rows( $stored['unknown'] ?? null )
			),
			self::texts( $stored['symptoms'] ?? null ),
			self::text( $stored, 'catalogVersion' )
		);
	}

	/** @return list<Finding> */
	private static function findings( mixed $stored ): array {
		$findings = [];
		foreach ( self::rows( $stored ) as $row ) {
			$truth = Truth::tryFrom( self::text( $row, 'value' ) );
			if ( null !== $truth ) {
				$observedAt = $row['observedAt'] ?? 0;
				$findings[] = new Finding(
					self::text( $row, 'system' ),
					self::text( $row, 'finding' ),
					$truth,
					self::text( $row, 'source' ),
					is_int( $observedAt ) ? $observedAt : 0,
					self::text( $row, 'detail' ),
					self::text( $row, 'reason' )
				);
			}
		}
		return $findings;
	}

	/** @return list<array<mixed>> */
	private static function rows( mixed $stored ): array {
		return is_array( $stored ) ? array_values( array_filter( $stored, 'is_array' ) ) : [];
	}

	/** @return list<string> */
	private static function texts( mixed $stored ): array {
		return is_array( $stored ) ? array_values( array_filter( $stored, 'is_string' ) ) : [];
	}

	/** @param array<mixed> $row */
	private static function text( array $row, string $key ): string {
		$value = $row[ $key ] ?? '';
		return is_string( $value ) ? $value : '';
	}
}
