<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** What this WordPress itself knows of a person. Implemented by Storage, read by the local systems' probes. */
interface PeopleDirectory {

	/** @return array{id: int, login: string, email: string, roles: list<string>, isSpam: bool, isMember: bool}|null */
	public function userById( int $userId ): ?array;

	/** @return array{id: int, login: string, email: string, roles: list<string>, isSpam: bool, isMember: bool}|null */
	public function userByLoginOrEmail( string $typed ): ?array;
}
