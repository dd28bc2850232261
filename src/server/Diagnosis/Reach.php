<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

use Causeway\Support\Truth;

/** How far looking gets on a site where these systems can be asked. Pure. */
final class Reach {

	private readonly RuleInterpreter $interpreter;

	/** @param list<string> $systems Ids. */
	public function __construct( private readonly array $systems ) {
		$this->interpreter = new RuleInterpreter();
	}

	/** Whether a system can be asked. */
	public function includes( string $system ): bool {
		return in_array( $system, $this->systems, true );
	}

	public function detection( CauseRule $cause ): Detection {
		$isShown   = static fn ( string $ref ): bool => ! Facts::isFinding( $ref );
		$isAskable = $this->isAskable( ... );
		return match ( true ) {
			$this->canHold( $cause, $isShown ) && ! $this->canHold( $cause, $isAskable ) => Detection::Message,
			! $this->canHold( $cause, static fn ( string $ref ): bool => $isShown( $ref ) || $isAskable( $ref ) ) => Detection::Connection,
			Confidence::Certain === $cause->ceiling => Detection::Proof,
			default => Detection::Suspicion,
		};
	}

	/** @return list<string> Ids of systems that would have to be asked as well, as few as will do; empty unless it needs a connection. */
	public function missing( CauseRule $cause ): array {
		// With nothing known, every finding of the rule is missing.
		$findings = $this->interpreter->evaluate( $cause->when, $cause->system, new Facts( [], [] ) )->missing;
		$more     = [];
		foreach ( array_unique( [ $cause->system, ...array_map( self::systemOf( ... ), $findings ) ] ) as $system ) {
			if ( Detection::Connection !== ( new self( [ ...$this->systems, ...$more ] ) )->detection( $cause ) ) {
				break;
			}
			if ( ! $this->includes( $system ) ) {
				$more[] = $system;
			}
		}
		return $more;
	}

	/** @param callable( string ): bool $canBeHad */
	private function canHold( CauseRule $cause, callable $canBeHad ): bool {
		return $this->interpreter->canBe( Truth::True, $cause->when, $cause->system, $canBeHad );
	}

	private function isAskable( string $ref ): bool {
		return Facts::isFinding( $ref ) && $this->includes( self::systemOf( $ref ) );
	}

	private static function systemOf( string $ref ): string {
		return explode( ':', $ref, 2 )[0];
	}
}
