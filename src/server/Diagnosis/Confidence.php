<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/** How far a cause may be believed. The value is the contract of screens, CLI and REST. */
enum Confidence: string {

	/** Proved by findings, and every rival is excluded. */
	case Certain = 'certain';

	/** The rule holds, but a rival could not be excluded, or only what was shown speaks for it. */
	case Likely = 'likely';

	/** The rule could not be decided, and nothing contradicts it. */
	case Possible = 'possible';

	public function rank(): int {
		return match ( $this ) {
			self::Certain  => 0,
			self::Likely   => 1,
			self::Possible => 2,
		};
	}
}
