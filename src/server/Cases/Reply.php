<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** A mail to the person of a case, ready to be read through, changed and sent. */
final class Reply {

	/**
	 * @param string $to       Their address on record.
	 * @param string $language Name of the locale that it is written in, such as `de_DE`.
	 */
	public function __construct(
		public readonly string $to,
		public readonly string $subject,
		public readonly string $body,
		public readonly string $language,
	) {}
}
