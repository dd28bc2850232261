<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Support\Reference;

/** One refused attempt as it was stored. Empty string or 0 means "none was seen". */
final class AttemptRecord {

	/**
	 * @param string                                                                                         $loginHash  Keyed hash of the typed name.
	 * @param string                                                                                         $symptom    `system:id`.
	 * @param string                                                                                         $viewHash   Hash of the view token that proves the person; '' where none was issued.
	 * @param array{system: string, path: string, status: int, code: string, fault: string, ms: int}|null $portalCall The portal's own vendor call in that request.
	 */
	public function __construct(
		public readonly int $id,
		public readonly Reference $reference,
		public readonly int $occurredAt,
		public readonly string $entry,
		public readonly int $userId,
		public readonly string $loginHash,
		public readonly string $code,
		public readonly string $symptom,
		public readonly string $shownSymptom,
		public readonly bool $isProven,
		public readonly string $viewHash,
		public readonly ?array $portalCall,
		public readonly AttemptState $state,
		public readonly int $caseId,
	) {}

	/** @return list<string> Both channels' symptoms, the hook's first, none twice. */
	public function symptoms(): array {
		return array_values( array_unique( array_filter( [ $this->symptom, $this->shownSymptom ], static fn ( string $symptom ): bool => '' !== $symptom ) ) );
	}
}
