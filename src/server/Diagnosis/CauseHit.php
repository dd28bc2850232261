<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/** A cause that a text's words speak for. */
final class CauseHit {

	/**
	 * @param string       $cause `system/cause`.
	 * @param list<string> $words Words of the text that fit it; letters, digits and apostrophes only.
	 */
	public function __construct( public readonly string $cause, public readonly float $score, public readonly array $words ) {}
}
