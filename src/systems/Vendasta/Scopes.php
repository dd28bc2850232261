<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta;

/** What the service account's role must allow. Source of the names: the scopes of each call in the published description of the platform API. */
final class Scopes {

	/** Opens every call, the writing ones only by it. */
	public const ADMIN = 'user.admin';

	/** The list of users, and what a user shows: name, address, businesses. */
	private const READING = [ 'user.list', 'user.profile:read', 'user.contact:read', 'user.permission:read' ];

	/** @return list<string> What a token is asked for. */
	public static function wanted( bool $mayWrite ): array {
		return $mayWrite ? [ ...self::READING, self::ADMIN ] : self::READING;
	}

	/**
	 * @param list<string> $granted
	 * @return list<string> Those that are wanted and that nothing granted covers.
	 */
	public static function missing( array $granted, bool $mayWrite ): array {
		return in_array( self::ADMIN, $granted, true ) ? [] : array_values( array_diff( self::wanted( $mayWrite ), $granted ) );
	}
}
