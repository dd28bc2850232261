<?php

declare(strict_types=1);

namespace Causeway\Rescue;

/** The locks of one login-limiting plugin, by its own records. Works also where the plugin is not loaded. */
interface LoginLock {

	/**
	 * @param list<string> $names   Login name and e-mail address, as they may have been typed.
	 * @param string       $address Where the person logs in from; '' where that is not known.
	 * @return list<HeldLock> Those that hold now and came of these names, or hold against this address.
	 */
	public function held( array $names, string $address ): array;

	/** Takes away exactly this lock, and the failures that were counted for its address. */
	public function lift( HeldLock $lock ): void;
}
