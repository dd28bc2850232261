<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** A storm of failed logins, as this server sees it. */
final class StormReport {

	/**
	 * @param int $since      Unix seconds, five to ten minutes ago: what is counted happened after it.
	 * @param int $failures   Refused logins, those that the gate turned away among them.
	 * @param int $turnedAway By the gate, before a password was looked at.
	 */
	public function __construct( public readonly int $since, public readonly int $failures, public readonly int $turnedAway ) {}
}
