<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

use Causeway\Support\Finding;
use Causeway\Support\Truth;

/**
 * Picks the questions whose answers would best separate the causes that remain: greatest gain of information first, each next one beside
 * those already picked. Pure; the cost is bounded by the number of causes that are compared.
 */
final class Questions {

	/** Causes that are compared, questions that are weighed, and questions that are asked. */
	private const CAUSES  = 10;
	private const WEIGHED = 30;
	private const ASKED   = 3;

	/** Bits below which a question is not worth anybody's time. */
	private const LEAST = 0.05;

	/** How probable an answer is that a cause's rule contradicts: people err. */
	private const AGAINST = 0.05;

	private readonly RuleInterpreter $interpreter;

	public function __construct( private readonly Catalog $catalog ) {
		$this->interpreter = new RuleInterpreter();
	}

	/**
	 * @param list<RankedCause> $causes Best first.
	 * @return list<Question>
	 */
	public function between( array $causes, Facts $facts ): array {
		$rules = array_values( array_filter( array_map( fn ( RankedCause $cause ): ?CauseRule => $this->catalog->cause( $cause->system, $cause->cause ), array_slice( $causes, 0, self::CAUSES ) ) ) );
		if ( count( $rules ) < 2 ) {
			return [];
		}
		$chances = [];
		foreach ( $this->open( $rules, $facts ) as $ref ) {
			$chances[ $ref ] = array_map( fn ( CauseRule $rule ): float => $this->chanceOfYes( $rule, $ref, $facts ), $rules );
		}

		// Each world is what remains after one way of answering: a weight for every cause.
		$worlds = [ array_map( self::prior( ... ), $rules ) ];
		$picked = [];
		while ( count( $picked ) < self::ASKED && [] !== $chances ) {
			$before = self::uncertainty( $worlds );
			$best   = '';
			$gain   = self::LEAST;
			foreach ( $chances as $ref => $chance ) {
				$more = $before - self::uncertainty( self::split( $worlds, $chance ) );
				if ( $more > $gain + 1e-9 ) {
					$best = $ref;
					$gain = $more;
				}
			}
			if ( '' === $best ) {
				break;
			}
			$worlds   = self::split( $worlds, $chances[ $best ] );
			$picked[] = $best;
			unset( $chances[ $best ] );
		}
		return array_map( $this->question( ... ), $picked );
	}

	private function question( string $ref ): Question {
		[ $system, $key ] = explode( ':', $ref, 2 ) + [ '', '' ];
		$texts            = $this->catalog->systemTexts( $system )['findings'][ $key ] ?? null;
		return new Question( $ref, $texts['question'] ?? $ref, $texts['whenTrue'] ?? '', $texts['whenFalse'] ?? '' );
	}

	/**
	 * Findings that the rules still ask for.
	 *
	 * @param list<CauseRule> $rules
	 * @return list<string>
	 */
	private function open( array $rules, Facts $facts ): array {
		$refs = [];
		foreach ( $rules as $rule ) {
			$refs = [ ...$refs, ...$this->interpreter->evaluate( $rule->when, $rule->system, $facts )->missing ];
		}
		return array_slice( array_values( array_unique( $refs ) ), 0, self::WEIGHED );
	}

	/** How probable a yes is if this cause is the one: its rule may demand it, forbid it, or not care. */
	private function chanceOfYes( CauseRule $rule, string $ref, Facts $facts ): float {
		$after = function ( bool $answer ) use ( $rule, $ref, $facts ): Truth {
			[ $system, $key ] = explode( ':', $ref, 2 ) + [ '', '' ];
			$supposed         = new Facts( [ ...$facts->findings, new Finding( $system, $key, Truth::of( $answer ), '', PHP_INT_MAX ) ], $facts->symptomRefs );
			return $this->interpreter->evaluate( $rule->when, $rule->system, $supposed )->truth;
		};
		$yes   = $after( true );
		$no    = $after( false );
		return match ( true ) {
			Truth::False === $yes && Truth::False !== $no => self::AGAINST,
			Truth::False === $no && Truth::False !== $yes => 1 - self::AGAINST,
			// An answer that alone fulfils the rule is what the cause would bring about.
			Truth::True === $yes && Truth::True !== $no   => 0.8,
			Truth::True === $no && Truth::True !== $yes   => 0.2,
			default                                       => 0.5,
		};
	}

	private static function prior( CauseRule $rule ): float {
		return match ( $rule->prior ) {
			'common'     => 3.0,
			'occasional' => 2.0,
			'rare'       => 1.0,
		};
	}

	/**
	 * @param list<list<float>> $worlds
	 * @param list<float>       $chance Of a yes, by cause.
	 * @return list<list<float>>
	 */
	private static function split( array $worlds, array $chance ): array {
		$split = [];
		foreach ( $worlds as $weights ) {
			$split[] = array_map( static fn ( float $weight, float $yes ): float => $weight * $yes, $weights, $chance );
			$split[] = array_map( static fn ( float $weight, float $yes ): float => $weight * ( 1 - $yes ), $weights, $chance );
		}
		return $split;
	}

	/**
	 * Expected bits that are missing to know the cause.
	 *
	 * @param list<list<float>> $worlds
	 */
	private static function uncertainty( array $worlds ): float {
		$all  = array_sum( array_map( array_sum( ... ), $worlds ) );
		$bits = 0.0;
		foreach ( $worlds as $weights ) {
			$sum = array_sum( $weights );
			foreach ( $weights as $weight ) {
				$bits -= $weight > 0 && $sum > 0 && $all > 0 ? $weight / $all * log( $weight / $sum, 2 ) : 0;
			}
		}
		return $bits;
	}
}
