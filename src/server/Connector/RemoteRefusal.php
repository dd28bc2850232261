<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** One refused login on a vendor's own page. */
final class RemoteRefusal {

	/**
	 * @param string $id       The vendor's id of the entry, so that none counts twice.
	 * @param int    $at       Unix seconds.
	 * @param string $email    The person's address, lower case; '' where the vendor does not say.
	 * @param string $userId   The person's id in the vendor's system.
	 * @param string $symptom  Id of a symptom of the system; '' where the status is none that is known.
	 */
	public function __construct(
		public readonly string $id,
		public readonly int $at,
		public readonly string $email,
		public readonly string $userId,
		public readonly string $symptom,
	) {}
}
