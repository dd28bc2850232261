<?php

declare(strict_types=1);

namespace Causeway\Connector;

/**
 * One look at one person: what is asked, with what, and what earlier probes found that later ones build on.
 *
 * A system extends it by what its own probes hand on (the contact that was read, the user's row).
 */
class Examination {

	/** @var list<string> Error words with which the vendor refuses a call at a busy moment and with a used-up quota alike. */
	protected const THROTTLE_WORDS = [];

	/** The refusal to take another call that only a quota probe can settle; null where none is open. */
	public ?ConnectorFault $throttle = null;

	private string $endReason = '';

	private string $endDetail = '';

	public function __construct(
		public readonly Conversation $api,
		public readonly Subject $subject,
		public readonly Connection $connection,
		public readonly FindingWriter $write,
		public readonly Pause $pause,
	) {}

	/** The person's address in lower case: what this site holds, or what was typed where that is one; '' where neither is. */
	public function address(): string {
		foreach ( [ $this->subject->email, $this->subject->loginName ] as $candidate ) {
			if ( false !== filter_var( $candidate, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE ) ) {
				return strtolower( $candidate );
			}
		}
		return '';
	}

	/** Whether a fault means "too many at once" or "nothing left", and only a quota probe can say which. */
	public function mayBeQuota( ConnectorFault $fault ): bool {
		return FaultKind::RateLimited === $fault->kind && in_array( $fault->vendorCode, static::THROTTLE_WORDS, true );
	}

	/**
	 * A probe could not be asked; later ones that build on it may want the reason.
	 *
	 * @param class-string $probe
	 */
	public function missed( string $probe, string $reason ): void {}

	/** Nothing more is asked: what is left stays unknown for this reason. */
	public function end( string $reason, string $detail ): void {
		$this->endReason = $reason;
		$this->endDetail = $detail;
	}

	public function endReason(): string {
		return $this->endReason;
	}

	public function endDetail(): string {
		return $this->endDetail;
	}
}
