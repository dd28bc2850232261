<?php

declare(strict_types=1);

namespace Causeway\Background;

/** What came of one run of a job. */
final class JobResult {

	/** @param 'done'|'more'|'failed'|'dead' $outcome */
	private function __construct(
		public readonly string $outcome,
		public readonly int $delaySeconds = 0,
		public readonly string $error = '',
		public readonly string $cursor = '',
	) {}

	public static function done(): self {
		return new self( 'done' );
	}

	/** There is more to do; it goes on at the cursor. */
	public static function more( string $cursor = '', int $delaySeconds = 0 ): self {
		return new self( 'more', $delaySeconds, '', $cursor );
	}

	/** It went wrong and may go right later; the runner chooses when. */
	public static function failed( string $error ): self {
		return new self( 'failed', 0, $error );
	}

	/** No use in trying again before a person looked. */
	public static function dead( string $error ): self {
		return new self( 'dead', 0, $error );
	}
}
