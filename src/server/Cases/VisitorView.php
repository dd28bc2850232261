<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** What the person at the login form may be told about one attempt. */
final class VisitorView {

	/**
	 * @param 'received'|'explained'|'fixed' $state Always `received` where nothing was proved: it says nothing about anybody.
	 * @param 'anonymous'|'proven'           $tier
	 * @param int                            $retryInSeconds When to ask again; 0 for never.
	 * @param int                            $tryAgainAt     When logging in is worth another try, Unix seconds; 0 where nothing but waiting is known not to help.
	 */
	public function __construct(
		public readonly string $reference,
		public readonly string $state,
		public readonly string $text,
		public readonly string $tier,
		public readonly int $retryInSeconds,
		public readonly int $tryAgainAt = 0,
	) {}
}
