<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** The snapshot of links between people and their records in connected systems. */
interface LinkStore {

	/** Writes or renews a link. An empty contact or account id never overwrites a known one. */
	public function save( PersonLink $link ): void;

	/** @return list<PersonLink> All links of whoever signs in with this name or this e-mail address. */
	public function byHash( string $loginHash ): array;

	/** @return list<PersonLink> */
	public function ofPerson( int $userId, int $portalUserId ): array;

	/** Greatest portal user id of the snapshot; 0 while it is empty. */
	public function newestPortalUser(): int;

	/** Drops a person's links. Returns how many. */
	public function forget( int $userId, int $portalUserId ): int;
}
