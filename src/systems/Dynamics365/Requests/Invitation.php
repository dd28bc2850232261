<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

/** An invitation to a Power Pages site. Its code is never read: whoever has it can log in as the person. */
final class Invitation {

	/**
	 * @param int $sentAt    Unix seconds.
	 * @param int $expiresAt Unix seconds; 0 where it does not run out.
	 */
	public function __construct(
		public readonly int $sentAt,
		public readonly int $expiresAt,
		public readonly bool $isRedeemed,
		public readonly bool $isActive,
	) {}

	public function isOpenAt( int $now ): bool {
		return $this->isActive && ! $this->isRedeemed && ( 0 === $this->expiresAt || $now < $this->expiresAt );
	}
}
