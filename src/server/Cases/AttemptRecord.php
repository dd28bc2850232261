<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Support\Reference;

/** One refused attempt as it was stored. Empty string or 0 means "none was seen". */
final class AttemptRecord {

	/** Entry of what somebody says that a page elsewhere told them: a claim, never evidence. */
	public const REPORT = 'report';

	/**
	 * @param string                                                                                         $loginHash  Keyed hash of the typed name.
	 * @param string                                                                                         $symptom    `system:id`.
	 * @param string                                                                                         $viewHash   Hash of the view token that proves the person; '' where none was issued.
	 * @param array{system: string, path: string, status: int, code: string, fault: string, ms: int}|null $portalCall The portal's own vendor call in that request.
	 * @param int                                                                                            $tokenAt    When a token was mailed, or last bought with a mailed one; 0 for neither.
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
		public readonly int $tokenAt = 0,
	) {}

	/** Whether the portal's own vendor call was answered with an error, or not at all. */
	public function portalFailed(): bool {
		return null !== $this->portalCall && ( '' !== $this->portalCall['fault'] || $this->portalCall['status'] >= 400 );
	}

	/** Whether this is what somebody claims, and not what this site saw. */
	public function isClaim(): bool {
		return self::REPORT === $this->entry;
	}

	/** @return list<string> Both channels' symptoms, the hook's first, none twice. Of a claim none: it proves nothing. */
	public function symptoms(): array {
		return $this->isClaim() ? [] : array_values( array_unique( array_filter( [ $this->symptom, $this->shownSymptom ], static fn ( string $symptom ): bool => '' !== $symptom ) ) );
	}
}
