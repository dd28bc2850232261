<?php

declare(strict_types=1);

namespace Causeway\Connector;

/**
 * The person whom the probes ask about, as far as this site knows them. Empty string or 0 means "not known here".
 *
 * `contactId`, `accountId` come from the snapshot of links (taken while things worked) or from the portal's own table.
 */
final class Subject {

	/**
	 * @param array<string, string> $facts What the refused attempt itself showed: `portal-call.system`, `.path`, `.status`, `.code`, `.fault`, `.ms`, `error-code`,
	 *                                     `shown-symptom`; and what this site recorded, in Unix seconds, '0' for "never": `attempt-at`, `last-login-at`,
	 *                                     `password-changed-at`, `mail-handed-over-at`. An absent one is not known.
	 */
	public function __construct(
		public readonly string $personKey,
		public readonly int $userId = 0,
		public readonly string $email = '',
		public readonly string $loginName = '',
		public readonly int $portalUserId = 0,
		public readonly string $contactId = '',
		public readonly string $accountId = '',
		public readonly array $facts = [],
	) {}
}
