<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/**
 * One catalog cause without its texts. Other causes are named `system/cause`, symptoms `system:id`.
 *
 * @phpstan-type StepRule array{step: string, applicability: string, action: string, link: string, waitMinutes: int, onlyIf: array<mixed>|null}
 */
final class CauseRule {

	/**
	 * @param array<mixed>                         $when
	 * @param list<string>                         $shows
	 * @param list<string>                         $outranks
	 * @param list<string>                         $rivals
	 * @param 'common'|'occasional'|'rare'         $prior
	 * @param Confidence                           $ceiling The most that may be claimed.
	 * @param 'person'|'everybody'                 $scope
	 * @param list<StepRule>                       $fixPath
	 * @param array<mixed>                         $verification
	 */
	public function __construct(
		public readonly string $system,
		public readonly string $cause,
		public readonly array $when,
		public readonly array $shows,
		public readonly array $outranks,
		public readonly array $rivals,
		public readonly string $prior,
		public readonly Confidence $ceiling,
		public readonly string $scope,
		public readonly bool $isPrivate,
		public readonly bool $closedByLogin,
		public readonly array $fixPath,
		public readonly array $verification,
	) {}

	/** `system/cause`. */
	public function ref(): string {
		return $this->system . '/' . $this->cause;
	}

	/** @return StepRule|null */
	public function step( string $id ): ?array {
		foreach ( $this->fixPath as $step ) {
			if ( $id === $step['step'] ) {
				return $step;
			}
		}
		return null;
	}
}
