<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

use Causeway\Support\Truth;

/** The one interpreter of the rule language (`src/catalog/types.ts`, type Rule), with Kleene's three values. Pure; throws on a rule that is none. */
final class RuleInterpreter {

	/** Deeper rules are a mistake or an attack of an add-on. */
	private const MAX_DEPTH = 16;

	/** @param array<mixed> $rule */
	public function evaluate( array $rule, string $ownSystem, Facts $facts ): Verdict {
		return $this->at( $rule, $ownSystem, $facts, 0 );
	}

	/**
	 * Whether the rule can come out so, where only some facts can be had and the others stay unknown. Each part is looked at by itself, as if no
	 * fact stood in two of them.
	 *
	 * @param array<mixed>             $rule
	 * @param callable( string ): bool $canBeHad By `system:key` of a finding or `system:id` of a symptom.
	 */
	public function canBe( Truth $wanted, array $rule, string $ownSystem, callable $canBeHad, int $depth = 0 ): bool {
		if ( $depth > self::MAX_DEPTH ) {
			throw new \InvalidArgumentException( 'The rule is nested too deeply.' );
		}
		$can = fn ( Truth $truth, mixed $part ): bool => is_array( $part ) && $this->canBe( $truth, $part, $ownSystem, $canBeHad, $depth + 1 );
		if ( isset( $rule['not'] ) ) {
			return $can( $wanted->not(), $rule['not'] );
		}
		foreach ( [ 'all' => Truth::True, 'any' => Truth::False ] as $form => $needsEach ) {
			if ( isset( $rule[ $form ] ) && is_array( $rule[ $form ] ) ) {
				$fitting = array_filter( $rule[ $form ], static fn ( mixed $part ): bool => $can( $wanted, $part ) );
				return $wanted === $needsEach ? count( $fitting ) === count( $rule[ $form ] ) : [] !== $fitting;
			}
		}
		$ref = $rule['finding'] ?? $rule['symptom'] ?? null;
		if ( ! is_string( $ref ) ) {
			throw new \InvalidArgumentException( 'The rule is of no known form.' );
		}
		// What cannot be had is unknown, which is itself an answer to `is: 'unknown'`.
		return ( 'unknown' === ( $rule['is'] ?? null ) && Truth::True === $wanted ) || $canBeHad( Facts::fullRef( $ref, $ownSystem ) );
	}

	/** @param array<mixed> $rule */
	private function at( array $rule, string $ownSystem, Facts $facts, int $depth ): Verdict {
		if ( $depth > self::MAX_DEPTH ) {
			throw new \InvalidArgumentException( 'The rule is nested too deeply.' );
		}
		$part = static fn ( mixed $child ): array => is_array( $child ) ? $child : throw new \InvalidArgumentException( 'A part of the rule is no rule.' );

		if ( isset( $rule['all'] ) ) {
			return $this->all( array_map( fn ( mixed $child ): Verdict => $this->at( $part( $child ), $ownSystem, $facts, $depth + 1 ), array_values( $part( $rule['all'] ) ) ) );
		}
		if ( isset( $rule['any'] ) ) {
			return $this->any( array_map( fn ( mixed $child ): Verdict => $this->at( $part( $child ), $ownSystem, $facts, $depth + 1 ), array_values( $part( $rule['any'] ) ) ) );
		}
		if ( isset( $rule['not'] ) ) {
			$inner = $this->at( $part( $rule['not'] ), $ownSystem, $facts, $depth + 1 );
			return new Verdict( $inner->truth->not(), $inner->against, $inner->for, $inner->missing );
		}
		if ( isset( $rule['finding'], $rule['is'] ) && is_string( $rule['finding'] ) ) {
			return $this->finding( Facts::fullRef( $rule['finding'], $ownSystem ), $rule['is'], $facts );
		}
		if ( isset( $rule['symptom'] ) && is_string( $rule['symptom'] ) ) {
			$ref = Facts::fullRef( $rule['symptom'], $ownSystem );
			return $this->atom( $ref, $facts->truth( $ref, $ownSystem ) );
		}
		throw new \InvalidArgumentException( 'The rule is of no known form.' );
	}

	private function finding( string $ref, mixed $is, Facts $facts ): Verdict {
		$truth = $facts->truth( $ref, '' );
		if ( 'unknown' === $is ) {
			return Truth::Unknown === $truth
				? new Verdict( Truth::True, [], [], [ $ref ] )
				: new Verdict( Truth::False, [], [ $ref ], [] );
		}
		if ( ! is_bool( $is ) ) {
			throw new \InvalidArgumentException( 'A finding is compared with true, false or "unknown".' );
		}
		return $this->atom( $ref, $is ? $truth : $truth->not() );
	}

	private function atom( string $ref, Truth $truth ): Verdict {
		return match ( $truth ) {
			Truth::True    => new Verdict( $truth, [ $ref ], [], [] ),
			Truth::False   => new Verdict( $truth, [], [ $ref ], [] ),
			Truth::Unknown => new Verdict( $truth, [], [], Facts::isFinding( $ref ) ? [ $ref ] : [] ),
		};
	}

	/** @param list<Verdict> $parts */
	private function all( array $parts ): Verdict {
		$truth = Truth::all( array_column( $parts, 'truth' ) );
		return Truth::False === $truth
			? new Verdict( $truth, [], $this->refs( $this->only( $parts, $truth ), 'against' ), [] )
			: new Verdict( $truth, $this->refs( $parts, 'for' ), [], $this->refs( $parts, 'missing' ) );
	}

	/** @param list<Verdict> $parts */
	private function any( array $parts ): Verdict {
		$truth = Truth::any( array_column( $parts, 'truth' ) );
		if ( Truth::False === $truth ) {
			return new Verdict( $truth, [], $this->refs( $parts, 'against' ), [] );
		}
		$deciding = $this->only( $parts, $truth );
		return new Verdict( $truth, $this->refs( $deciding, 'for' ), [], $this->refs( $deciding, 'missing' ) );
	}

	/**
	 * @param list<Verdict> $parts
	 * @return list<Verdict>
	 */
	private function only( array $parts, Truth $truth ): array {
		return array_values( array_filter( $parts, static fn ( Verdict $part ): bool => $truth === $part->truth ) );
	}

	/**
	 * Facts of one kind, each once, in order.
	 *
	 * @param list<Verdict>             $parts
	 * @param 'for'|'against'|'missing' $kind
	 * @return list<string>
	 */
	private function refs( array $parts, string $kind ): array {
		$refs = array_merge( [], ...array_map( static fn ( Verdict $part ): array => $part->$kind, $parts ) );
		return array_values( array_unique( $refs ) );
	}
}
