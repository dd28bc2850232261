<?php

declare(strict_types=1);

namespace Causeway\Connector;

/**
 * The person whom the probes ask about, as far as this site knows them. Empty string or 0 means "not known here".
 *
 * An id names something in one system only. `records` keeps them apart; `contactId` and `accountId` are those of the system that is being
 * asked ({@see self::in()}), and empty while nobody in particular is.
 */
final class Subject {

	/**
	 * @param array<string, string>      $facts   What the refused attempt itself showed: `portal-call.system`, `.path`, `.status`, `.code`, `.fault`, `.ms`, `error-code`,
	 *                                            `shown-symptom`; and what this site recorded, in Unix seconds, '0' for "never": `attempt-at`, `last-login-at`,
	 *                                            `password-changed-at`, `mail-handed-over-at`. An absent one is not known.
	 * @param array<string, KnownRecord> $records By system id: from the snapshot of links (taken while things worked), from the portal's own table, or from
	 *                                            a portal that introduced the person.
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
		public readonly array $records = [],
	) {}

	/** The same person as one system is asked about them: with its own ids and no other's. */
	public function in( string $system ): self {
		$record = $this->records[ $system ] ?? new KnownRecord();
		return new self(
			$this->personKey,
			$this->userId,
			'' === $record->email ? $this->email : $record->email,
			$this->loginName,
			$this->portalUserId,
			$record->contactId,
			$record->accountId,
			$this->facts,
			$this->records,
		);
	}

	/** The same person, of whom somebody knows now which record stands for them in a system ({@see KnownRecord::after()} what was known before). */
	public function introducedTo( string $system, KnownRecord $record ): self {
		$known = $this->records[ $system ] ?? new KnownRecord();
		return new self(
			$this->personKey,
			$this->userId,
			$this->email,
			$this->loginName,
			$this->portalUserId,
			$this->contactId,
			$this->accountId,
			$this->facts,
			[ $system => $record->after( $known ) ] + $this->records,
		);
	}
}
