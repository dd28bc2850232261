<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** Hands mail over. */
interface Mailer {

	/**
	 * Sends plain text, beside it HTML where there is any.
	 *
	 * @param list<string> $recipients
	 * @param string       $html '' for plain text alone.
	 * @return string '' where it was handed over; else why not, in plain words without addresses.
	 */
	public function send( array $recipients, string $subject, string $body, string $html = '' ): string;
}
