<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Connector\Doubles;

use Causeway\Connector\PeopleDirectory;

/** A site's users in memory. */
final class SeededPeople implements PeopleDirectory {

	/** @param list<array{id: int, login: string, email: string, roles: list<string>, isSpam: bool, isMember: bool}> $users */
	public function __construct( private readonly array $users = [] ) {}

	public function userById( int $userId ): ?array {
		foreach ( $this->users as $user ) {
			if ( $user['id'] === $userId ) {
				return $user;
			}
		}
		return null;
	}

	public function userByLoginOrEmail( string $typed ): ?array {
		foreach ( $this->users as $user ) {
			if ( in_array( strtolower( $typed ), [ strtolower( $user['login'] ), strtolower( $user['email'] ) ], true ) ) {
				return $user;
			}
		}
		return null;
	}
}
