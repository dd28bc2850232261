<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

use Causeway\Support\Finding;
use Causeway\Support\Truth;

/** Everything known about one refusal at one moment: what the probes answered and what was shown. */
final class Facts {

	/** @var array<string, list<string>> Causes (`system/cause`) that this site linked to what was shown, with the symptoms of the catalog that they may be. */
	private array $links = [];

	/** @var array<string, Finding> By full name; of two answers the known one counts, then the newer one. */
	private readonly array $byRef;

	/**
	 * @param list<Finding> $findings
	 * @param list<string>  $symptomRefs `system:id`.
	 * @param list<string>  $answered    Findings (`system:key`) that somebody only told; they decide rules and prove nothing.
	 */
	public function __construct( public readonly array $findings, public readonly array $symptomRefs, private readonly array $answered = [] ) {
		$byRef = [];
		foreach ( $findings as $finding ) {
			$ref   = $finding->system . ':' . $finding->key;
			$known = $byRef[ $ref ] ?? null;
			if ( null === $known || self::isBetter( $finding, $known ) ) {
				$byRef[ $ref ] = $finding;
			}
		}
		$this->byRef = $byRef;
	}

	/**
	 * The truth of a finding (its key holds a dot) or of a symptom.
	 *
	 * A symptom is false only where another one was seen; with nothing seen it is unknown.
	 */
	public function truth( string $ref, string $ownSystem ): Truth {
		$full = self::fullRef( $ref, $ownSystem );
		if ( self::isFinding( $full ) ) {
			return isset( $this->byRef[ $full ] ) ? $this->byRef[ $full ]->truth : Truth::Unknown;
		}
		return match ( true ) {
			in_array( $full, $this->symptomRefs, true ) => Truth::True,
			[] === $this->symptomRefs                   => Truth::Unknown,
			// A message of this site may be this one in other words.
			default                                     => in_array( $full, array_merge( ...array_values( $this->links ) ), true ) ? Truth::Unknown : Truth::False,
		};
	}

	public function finding( string $fullRef ): ?Finding {
		return $this->byRef[ $fullRef ] ?? null;
	}

	/** Whether a probe answered, and not a person. */
	public function isProof( string $fullRef ): bool {
		return isset( $this->byRef[ $fullRef ] ) && ! $this->isAnswer( $fullRef );
	}

	public function isAnswer( string $fullRef ): bool {
		return in_array( $fullRef, $this->answered, true );
	}

	/**
	 * The same facts, with other symptoms and the causes that this site linked to them.
	 *
	 * @param list<string>                $symptomRefs
	 * @param array<string, list<string>> $links Cause → symptoms of the catalog by which it shows itself.
	 */
	public function shown( array $symptomRefs, array $links ): self {
		$facts        = new self( $this->findings, $symptomRefs, $this->answered );
		$facts->links = $links;
		return $facts;
	}

	/** Whether this cause can show itself in what was shown. */
	public function areShownBy( CauseRule $rule ): bool {
		return isset( $this->links[ $rule->ref() ] ) || $this->showsAny( $rule->shows );
	}

	/** @param list<string> $symptomRefs */
	private function showsAny( array $symptomRefs ): bool {
		return [] !== array_intersect( $this->symptomRefs, $symptomRefs );
	}

	public static function fullRef( string $ref, string $ownSystem ): string {
		return str_contains( $ref, ':' ) ? $ref : $ownSystem . ':' . $ref;
	}

	public static function isFinding( string $ref ): bool {
		return str_contains( $ref, '.' );
	}

	private static function isBetter( Finding $finding, Finding $than ): bool {
		if ( ( Truth::Unknown === $finding->truth ) !== ( Truth::Unknown === $than->truth ) ) {
			return Truth::Unknown === $than->truth;
		}
		return $finding->observedAt > $than->observedAt;
	}
}
