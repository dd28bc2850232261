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

	/**
	 * This one, in the light of what was known earlier: gaps are filled, and while the contact is the same its Account stays the earlier one.
	 *
	 * That an Account has changed since things worked can be told only as long as the earlier one is remembered.
	 */
	public function after( self $earlier ): self {
		$isSame = in_array( $earlier->contactId, [ '', $this->contactId ], true ) || '' === $this->contactId;
		return new self(
			'' === $this->contactId ? $earlier->contactId : $this->contactId,
			$isSame && '' !== $earlier->accountId ? $earlier->accountId : $this->accountId,
			'' === $this->email ? $earlier->email : $this->email,
			$this->isNeeded,
		);
	}
}
