<?php

declare(strict_types=1);

namespace Causeway\Capture;

/**
 * Whether somebody whom a network knows has a role on this site of it.
 *
 * WordPress logs such a person in and then leads them elsewhere, so that no hook tells of a refusal. Costs no query: their roles were read to
 * log them in.
 */
final class SiteMembership {

	public static function isMissing( int $userId ): bool {
		if ( $userId <= 0 || ! is_multisite() || is_super_admin( $userId ) ) {
			return false;
		}
		$user = new \WP_User( $userId );
		return $user->exists() && [] === $user->caps;
	}

	private function __construct() {}
}
