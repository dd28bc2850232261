<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/** What was recognised in a pasted text. */
final class Reading {

	/**
	 * @param list<string>       $symptoms `system:id`; each by its own sentence, or by a code that only it has.
	 * @param list<list<string>> $shared   For every code that several symptoms share, those symptoms: one of them it is.
	 * @param string             $text     The text as a person reads it, with what its addresses carry; plain, valid UTF-8, one run a line.
	 * @param string             $rest     The text without the sentences that were recognised.
	 * @param list<SitePattern>  $here     What was recorded for this site, whether or not a cause was chosen for it.
	 */
	public function __construct( public readonly array $symptoms, public readonly array $shared, public readonly string $text, public readonly string $rest, public readonly array $here ) {}

	/** @return list<string> Each once. */
	public function all(): array {
		return array_values( array_unique( array_merge( $this->symptoms, ...$this->shared ) ) );
	}
}
