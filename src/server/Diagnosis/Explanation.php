<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/** What a message alone can tell: candidates, best first, and what nobody looked at. */
final class Explanation {

	/**
	 * @param list<RankedCause>                      $causes
	 * @param list<array{what: string, why: string}> $unknown
	 * @param list<string>                           $symptoms `system:id` of the refusals that were recognised.
	 * @param list<Question>                         $questions What would tell the causes apart, most telling first.
	 * @param bool                                   $isRecognised Whether the message is known; otherwise causes are guesses by its words.
	 * @param list<SitePattern>                      $here         What of it was recorded for this site.
	 * @param bool                                   $isRecordable Whether it could be recorded for this site.
	 */
	public function __construct(
		public readonly array $causes,
		public readonly array $unknown,
		public readonly array $symptoms,
		private readonly CausePresenter $presenter,
		public readonly array $questions = [],
		public readonly bool $isRecognised = false,
		public readonly array $here = [],
		public readonly bool $isRecordable = false,
	) {}

	/**
	 * The published JSON.
	 *
	 * @param (callable( string, string ): ( array{label: string, url: string, menuPath: string}|null ))|null $link Builds a deep link from link name and system; without it only menu paths are given.
	 * @return array{causes: list<array{cause: string, system: string, title: string, confidence: string, why: list<string>, fixPath: list<array{step: string, title: string, applicability: string, link: array{label: string, url: string, menuPath: string}|null, body: string}>}>, unknown: list<array{what: string, why: string}>, questions: list<array{ref: string, question: string, yes: string, no: string}>, symptoms: list<array{symptom: string, title: string}>, recognised: bool, recordable: bool, pattern: array{id: string, text: string, system: string, cause: string}|null}
	 */
	public function toArray( ?callable $link = null ): array {
		$causes = [];
		foreach ( $this->causes as $ranked ) {
			$causes[] = CausePresenter::published( $this->presenter->present( $ranked, $link ?? $this->presenter->menuPath( ... ) ) );
		}
		return [
			'causes'     => $causes,
			'unknown'    => $this->unknown,
			'questions'  => array_map( static fn ( Question $question ): array => $question->toArray(), $this->questions ),
			'symptoms'   => $this->presenter->symptoms( $this->symptoms ),
			'recognised' => $this->isRecognised,
			'recordable' => $this->isRecordable,
			'pattern'    => ( $this->here[0] ?? null )?->toArray(),
		];
	}
}
