<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

/** A login that Power Pages locked after too many wrong passwords. */
final class Lockout {

	/**
	 * @param string $until     As Dataverse writes it.
	 * @param int    $changedAt Unix seconds of the contact's last change, which locking is one of.
	 */
	public function __construct(
		public readonly string $contactId,
		public readonly string $email,
		public readonly string $until,
		public readonly int $changedAt,
	) {}
}
