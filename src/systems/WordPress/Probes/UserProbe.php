<?php

declare(strict_types=1);

namespace Causeway\Systems\WordPress\Probes;

use Causeway\Connector\FindingWriter;
use Causeway\Connector\PeopleDirectory;
use Causeway\Connector\Subject;
use Causeway\Support\Finding;

/** The person's account on this site. */
final class UserProbe {

	public const PRODUCES = [ 'user.exists', 'user.is-member', 'user.is-spam', 'login-name.is-known' ];

	public function __construct( private readonly PeopleDirectory $people ) {}

	/** @return list<Finding> */
	public function answer( FindingWriter $write, Subject $subject ): array {
		$typed = $subject->loginName;
		$user  = $subject->userId > 0 ? $this->people->userById( $subject->userId ) : null;
		$named = '' === $typed ? null : $this->people->userByLoginOrEmail( $typed );
		$user ??= $named ?? ( '' === $subject->email ? null : $this->people->userByLoginOrEmail( $subject->email ) );

		$findings = match ( true ) {
			null !== $user => [
				$write->true( 'user.exists', $user['login'] . ' (user ' . $user['id'] . ').' ),
				$write->of( 'user.is-member', $user['isMember'], [] === $user['roles'] ? 'No role on this site.' : 'Roles: ' . implode( ', ', $user['roles'] ) . '.' ),
				$write->of( 'user.is-spam', $user['isSpam'] ),
			],
			0 === $subject->userId && '' === $typed && '' === $subject->email && ! self::isUnknownName( $subject ) => $write->allUnknown( [ 'user.exists', 'user.is-member', 'user.is-spam' ], 'nobody-known' ),
			default => [
				$write->false( 'user.exists' ),
				...$write->allUnknown( [ 'user.is-member', 'user.is-spam' ], 'no-user' ),
			],
		};
		$findings[] = match ( true ) {
			'' !== $typed => $write->of( 'login-name.is-known', null !== $named ),
			// A name that matched no account is kept only as a keyed hash, so the attempt itself says that it was unknown.
			self::isUnknownName( $subject ) => $write->false( 'login-name.is-known', 'The name that was typed belongs to no account.' ),
			default => $write->unknown( 'login-name.is-known', 'nothing-typed' ),
		};
		return $findings;
	}

	private static function isUnknownName( Subject $subject ): bool {
		return str_starts_with( $subject->personKey, 'login:' );
	}
}
