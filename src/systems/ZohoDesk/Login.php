<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk;

use Causeway\Systems\ZohoDesk\Requests\Seat;
use Causeway\Systems\ZohoDesk\Requests\User;

/** As whom a person may log in to the Help Center. */
final class Login {

	/**
	 * @param User|null $user      Null where there is none in this Help Center.
	 * @param Seat|null $seat      The contact's place in it, as the contact itself tells; null where the user was found by its address.
	 * @param Seat|null $elsewhere A place in another Help Center of the same organisation that is in use.
	 */
	public function __construct(
		public readonly ?User $user,
		public readonly ?Seat $seat,
		public readonly ?Seat $elsewhere,
	) {}

	/** Whether there is a user that nobody has deleted. */
	public function exists(): bool {
		return null !== $this->user && ! $this->user->isGone();
	}
}
