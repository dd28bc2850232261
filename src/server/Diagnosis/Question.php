<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/** Something that a person may know and that would tell causes apart. */
final class Question {

	/**
	 * @param string $ref  `system:key` of the finding that it asks for.
	 * @param string $text As a clause: "Whether the contact exists in the CRM".
	 * @param string $yes  What a yes means, as a sentence.
	 * @param string $no   What a no means.
	 */
	public function __construct( public readonly string $ref, public readonly string $text, public readonly string $yes, public readonly string $no ) {}

	/** @return array{ref: string, question: string, yes: string, no: string} */
	public function toArray(): array {
		return [
			'ref'      => $this->ref,
			'question' => $this->text,
			'yes'      => $this->yes,
			'no'       => $this->no,
		];
	}
}
