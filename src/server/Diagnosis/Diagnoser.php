<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

use Causeway\Support\Finding;
use Causeway\Support\Truth;

/**
 * Ranks the catalog's causes against the facts. Pure: the same facts give the same diagnosis.
 *
 * Causes whose rule holds come first, those that explain what was shown before those that do not; then what a probe cannot prove; then
 * what could not be decided. Within a group confidence, the catalog's `outranks` and how common a cause is decide.
 */
final class Diagnoser {

	private readonly RuleInterpreter $interpreter;

	public function __construct( private readonly Catalog $catalog ) {
		$this->interpreter = new RuleInterpreter();
	}

	public function diagnose( Facts $facts ): Diagnosis {
		$shown    = $facts->symptomRefs;
		$facts    = $this->withSitePatterns( $facts );
		$verdicts = [];
		foreach ( $this->catalog->causes() as $rule ) {
			$verdicts[ $rule->ref() ] = $this->interpreter->evaluate( $rule->when, $rule->system, $facts );
		}

		$groups   = [ [], [], [], [] ];
		$ruledOut = [];
		$missing  = [];
		foreach ( $this->catalog->causes() as $rule ) {
			$verdict = $verdicts[ $rule->ref() ];
			$group   = $this->group( $rule, $verdict, $facts );
			if ( null !== $group ) {
				$groups[ $group ][] = $this->ranked( $rule, $verdict, $verdicts, $facts );
				$missing            = [ ...$missing, ...$verdict->missing ];
			} elseif ( Truth::False === $verdict->truth && $this->couldHaveBeen( $rule, $verdict, $facts ) ) {
				$ruledOut[] = new RuledOutCause( $rule->system, $rule->cause, $this->sentences( $verdict->against, $facts ) );
			}
		}

		// Undecided causes do not outrank each other: none of them is known to fit.
		$causes = [ ...$this->sorted( $groups[0], $facts ), ...$this->sorted( $groups[1], $facts ), ...$this->sorted( $groups[2], $facts ), ...$this->byWeight( $groups[3], $facts ) ];
		if ( Confidence::Certain === ( $causes[0]->confidence ?? null ) ) {
			// What was shown is explained: guesses that stand on nothing else would only distract.
			$causes = array_values( array_filter( $causes, static fn ( RankedCause $cause ): bool => Confidence::Possible !== $cause->confidence ) );
		}
		return new Diagnosis( $causes, $ruledOut, $facts->findings, $this->unknown( array_values( array_unique( $missing ) ), $facts ), $shown, $this->catalog->version() );
	}

	/**
	 * Some causes only, in the order given, however they show themselves; those that the facts contradict are left out.
	 *
	 * @param list<string> $refs `system/cause`.
	 * @return list<RankedCause>
	 */
	public function assess( array $refs, Facts $facts ): array {
		$verdicts = [];
		foreach ( $this->catalog->causes() as $rule ) {
			$verdicts[ $rule->ref() ] = $this->interpreter->evaluate( $rule->when, $rule->system, $facts );
		}
		$ranked = [];
		foreach ( array_filter( array_map( $this->rule( ... ), $refs ) ) as $rule ) {
			if ( Truth::False !== $verdicts[ $rule->ref() ]->truth ) {
				$ranked[] = $this->ranked( $rule, $verdicts[ $rule->ref() ], $verdicts, $facts );
			}
		}
		return $ranked;
	}

	/** What was recorded for this site speaks for the cause that was chosen for it; where none was, it is as if nothing had been shown. */
	public function withSitePatterns( Facts $facts ): Facts {
		$symptoms = [];
		$links    = [];
		foreach ( $facts->symptomRefs as $ref ) {
			$pattern = SitePattern::isRef( $ref ) ? $this->catalog->sitePattern( $ref ) : null;
			$rule    = null === $pattern ? null : $this->rule( $pattern->causeRef() );
			if ( null !== $rule ) {
				$links[ $rule->ref() ] = $rule->shows;
			}
			if ( null !== $rule || ! SitePattern::isRef( $ref ) ) {
				$symptoms[] = $ref;
			}
		}
		return $symptoms === $facts->symptomRefs && [] === $links ? $facts : $facts->shown( $symptoms, $links );
	}

	/** Index of the group of a cause that fits or may fit; null for one that does not. */
	private function group( CauseRule $rule, Verdict $verdict, Facts $facts ): ?int {
		$explains = [] === $facts->symptomRefs || $facts->areShownBy( $rule );
		return match ( $verdict->truth ) {
			Truth::True    => Confidence::Possible === $rule->ceiling ? 2 : ( $explains ? 0 : 1 ),
			Truth::Unknown => $this->mayFit( $rule, $verdict, $facts ) ? 3 : null,
			Truth::False   => null,
		};
	}

	/** Undecided causes are worth a line only where they explain what was shown or, with nothing shown, where something is wrong. */
	private function mayFit( CauseRule $rule, Verdict $verdict, Facts $facts ): bool {
		return [] !== $facts->symptomRefs ? $facts->areShownBy( $rule ) : $this->hasUnhealthy( $verdict->for, $facts );
	}

	private function couldHaveBeen( CauseRule $rule, Verdict $verdict, Facts $facts ): bool {
		$known = array_filter( $verdict->against, static fn ( string $ref ): bool => Facts::isFinding( $ref ) );
		return [] !== $known && ( [] === $facts->symptomRefs || $facts->areShownBy( $rule ) );
	}

	/** @param list<string> $refs */
	private function hasUnhealthy( array $refs, Facts $facts ): bool {
		foreach ( $refs as $ref ) {
			$finding = $facts->finding( $ref );
			if ( null !== $finding && $this->catalog->isUnhealthy( $ref, $finding->truth ) ) {
				return true;
			}
		}
		return false;
	}

	/** @param array<string, Verdict> $verdicts */
	private function ranked( CauseRule $rule, Verdict $verdict, array $verdicts, Facts $facts ): RankedCause {
		$open       = $this->rivalsNotExcluded( $rule, $verdicts, $facts );
		$confidence = $this->confidence( $rule, $verdict, $open, $facts );

		$why = $this->sentences( $verdict->for, $facts );
		foreach ( array_diff( array_intersect( $facts->symptomRefs, $rule->shows ), $verdict->for ) as $symptom ) {
			$why[] = $this->symptomSentence( $symptom );
		}
		foreach ( $facts->symptomRefs as $symptom ) {
			if ( SitePattern::isRef( $symptom ) && $this->catalog->sitePattern( $symptom )?->causeRef() === $rule->ref() ) {
				$why[] = sprintf( $this->catalog->phrase( 'linked-here' ), $this->catalog->sitePattern( $symptom )->text );
			}
		}

		$against = [];
		foreach ( $verdict->missing as $ref ) {
			$against[] = sprintf( $this->catalog->phrase( 'not-known' ), $this->catalog->findingQuestion( $ref ), $this->reason( $ref, $facts ) );
		}
		if ( Truth::True === $verdict->truth ) {
			foreach ( $open as $rival ) {
				$against[] = sprintf( $this->catalog->phrase( 'not-excluded' ), $this->catalog->texts( $rival->system, $rival->cause )['title'] );
			}
		}

		return new RankedCause( $rule->system, $rule->cause, $confidence, $why, $against, $this->evidence( $verdict, $facts ), $this->steps( $rule, $facts ) );
	}

	/** @param list<CauseRule> $open */
	private function confidence( CauseRule $rule, Verdict $verdict, array $open, Facts $facts ): Confidence {
		if ( Truth::True !== $verdict->truth ) {
			return Confidence::Possible;
		}
		$isProved   = [] !== array_filter( $verdict->for, static fn ( string $ref ): bool => $facts->isProof( $ref ) );
		$confidence = $isProved && [] === $open ? Confidence::Certain : Confidence::Likely;
		if ( ! $isProved && $this->standsOnOpaqueSymptomsOnly( $verdict ) ) {
			$confidence = Confidence::Possible;
		}
		return $confidence->rank() < $rule->ceiling->rank() ? $rule->ceiling : $confidence;
	}

	private function standsOnOpaqueSymptomsOnly( Verdict $verdict ): bool {
		foreach ( $verdict->for as $ref ) {
			if ( true !== $this->catalog->symptom( $ref )?->isOpaque ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Rivals that may be the cause just as well: not false, not outranked, and able to show what was shown.
	 *
	 * @param array<string, Verdict> $verdicts
	 * @return list<CauseRule>
	 */
	private function rivalsNotExcluded( CauseRule $rule, array $verdicts, Facts $facts ): array {
		$open = [];
		foreach ( $rule->rivals as $ref ) {
			$rival = $this->rule( $ref );
			if ( null === $rival || in_array( $ref, $rule->outranks, true ) || Truth::False === $verdicts[ $ref ]->truth ) {
				continue;
			}
			if ( [] !== $facts->symptomRefs && [] !== $rival->shows && ! $facts->areShownBy( $rival ) ) {
				continue;
			}
			$open[] = $rival;
		}
		return $open;
	}

	/**
	 * By confidence, then by how common; but never behind a cause that it outranks.
	 *
	 * @param list<RankedCause> $causes
	 * @return list<RankedCause>
	 */
	private function sorted( array $causes, Facts $facts ): array {
		$causes = $this->byWeight( $causes, $facts );
		$sorted = [];
		while ( [] !== $causes ) {
			$next = 0;
			foreach ( $causes as $index => $cause ) {
				if ( ! $this->isOutranked( $cause, $causes ) ) {
					$next = $index;
					break;
				}
			}
			$sorted[] = $causes[ $next ];
			array_splice( $causes, $next, 1 );
		}
		return $sorted;
	}

	/**
	 * @param list<RankedCause> $causes
	 * @return list<RankedCause>
	 */
	private function byWeight( array $causes, Facts $facts ): array {
		usort( $causes, fn ( RankedCause $a, RankedCause $b ): int => $this->weight( $a, $facts ) <=> $this->weight( $b, $facts ) );
		return $causes;
	}

	/**
	 * Where nothing else decides, causes of the system that said the sentence come before those of the systems behind it.
	 *
	 * @return list<int|string>
	 */
	private function weight( RankedCause $cause, Facts $facts ): array {
		$prior  = $this->rule( $cause->ref() )->prior ?? 'rare';
		$saidIt = array_filter( $facts->symptomRefs, static fn ( string $ref ): bool => str_starts_with( $ref, $cause->system . ':' ) );
		return [
			$cause->confidence->rank(),
			match ( $prior ) {
				'common'     => 0,
				'occasional' => 1,
				'rare'       => 2,
			},
			-count( $cause->why ),
			[] === $saidIt ? 1 : 0,
			$cause->ref(),
		];
	}

	/**
	 * What is only possible outranks nothing that is better founded: an opaque sentence says less than one that means one thing.
	 *
	 * @param list<RankedCause> $among
	 */
	private function isOutranked( RankedCause $cause, array $among ): bool {
		foreach ( $among as $other ) {
			if ( Confidence::Possible === $other->confidence && Confidence::Possible !== $cause->confidence ) {
				continue;
			}
			$rule = $this->rule( $other->ref() );
			if ( null !== $rule && in_array( $cause->ref(), $rule->outranks, true ) ) {
				return true;
			}
		}
		return false;
	}

	private function rule( string $ref ): ?CauseRule {
		[ $system, $cause ] = explode( '/', $ref, 2 ) + [ '', '' ];
		return $this->catalog->cause( $system, $cause );
	}

	/** @return list<string> Steps without a condition, and those whose condition holds. */
	private function steps( CauseRule $rule, Facts $facts ): array {
		$steps = [];
		foreach ( $rule->fixPath as $step ) {
			if ( null === $step['onlyIf'] || Truth::True === $this->interpreter->evaluate( $step['onlyIf'], $rule->system, $facts )->truth ) {
				$steps[] = $step['step'];
			}
		}
		return $steps;
	}

	/** @return list<Finding> Known findings that the rule stood on. */
	private function evidence( Verdict $verdict, Facts $facts ): array {
		return array_values( array_filter( array_map( static fn ( string $ref ): ?Finding => $facts->finding( $ref ), $verdict->for ) ) );
	}

	/**
	 * @param list<string> $refs
	 * @return list<string>
	 */
	private function sentences( array $refs, Facts $facts ): array {
		$sentences = [];
		foreach ( $refs as $ref ) {
			$finding = $facts->finding( $ref );
			if ( null !== $finding ) {
				$sentence    = $this->catalog->findingSentence( $finding );
				$sentences[] = $facts->isAnswer( $ref ) ? sprintf( $this->catalog->phrase( 'answered' ), $sentence ) : $sentence;
			} elseif ( in_array( $ref, $facts->symptomRefs, true ) ) {
				$sentences[] = $this->symptomSentence( $ref );
			}
		}
		return $sentences;
	}

	private function symptomSentence( string $ref ): string {
		return sprintf( $this->catalog->phrase( 'shown' ), $this->catalog->symptomTitle( $ref ) );
	}

	private function reason( string $ref, Facts $facts ): string {
		return $this->catalog->reasonSentence( $facts->finding( $ref )->reason ?? 'not-asked' );
	}

	/**
	 * @param list<string> $missing
	 * @return list<array{what: string, why: string}>
	 */
	private function unknown( array $missing, Facts $facts ): array {
		return array_map(
			fn ( string $ref ): array => [
				'what' => $this->catalog->findingQuestion( $ref ),
				'why'  => $this->reason( $ref, $facts ),
			],
			$missing
		);
	}
}
