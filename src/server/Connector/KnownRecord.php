<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** The record that stands for a person in one system, as somebody else knows it. '' where a part is not known. */
final class KnownRecord {

	/**
	 * @param string $email    The address under which the system behind a portal has to know the person; '' for the one that this site holds.
	 * @param bool   $isNeeded False where a portal lets the person in without any record there, so that none is missing.
	 */
	public function __construct(
		public readonly string $contactId = '',
		public readonly string $accountId = '',
		public readonly string $email = '',
		public readonly bool $isNeeded = true,
	) {}

	/** This one, its gaps filled from another. */
	public function or( self $other ): self {
		return new self(
			'' === $this->contactId ? $other->contactId : $this->contactId,
			'' === $this->accountId ? $other->accountId : $this->accountId,
			'' === $this->email ? $other->email : $this->email,
			$this->isNeeded,
		);
	}
}
