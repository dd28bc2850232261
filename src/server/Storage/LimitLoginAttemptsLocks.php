<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Rescue\HeldLock;
use Causeway\Rescue\LoginLock;
use Causeway\Support\Clock;

/**
 * Locks of Limit Login Attempts Reloaded, and of the older plugin whose options it took over: `limit_login_lockouts` holds address → until (Unix
 * seconds), `limit_login_logged` address → name → count, `limit_login_retries` and `limit_login_retries_valid` the failures.
 *
 * These shapes are read off published database dumps, not off the plugin's code: where a version keeps others, nothing is found and nothing
 * changed. Locks that its cloud service holds are not on this site.
 */
final class LimitLoginAttemptsLocks implements LoginLock {

	private const NAME = 'Limit Login Attempts Reloaded';

	private const LOCKOUTS = 'limit_login_lockouts';

	private const FAILURES = [ 'limit_login_retries', 'limit_login_retries_valid' ];

	public function __construct( private readonly Clock $clock ) {}

	public function held( array $names, string $address ): array {
		$names = array_map( strtolower( ... ), $names );
		$log   = self::option( 'limit_login_logged' );
		$locks = [];
		foreach ( self::option( self::LOCKOUTS ) as $where => $until ) {
			$logged = $log[ $where ] ?? null;
			$tried  = is_array( $logged ) ? array_map( static fn ( int|string $name ): string => strtolower( (string) $name ), array_keys( $logged ) ) : [];
			if ( is_numeric( $until ) && (int) $until > $this->clock->now() && ( (string) $where === $address || [] !== array_intersect( $names, $tried ) ) ) {
				$locks[] = new HeldLock( self::NAME, (string) $where, (int) $until );
			}
		}
		return $locks;
	}

	public function lift( HeldLock $lock ): void {
		if ( self::NAME !== $lock->plugin ) {
			return;
		}
		foreach ( [ self::LOCKOUTS, ...self::FAILURES ] as $option ) {
			$kept = self::option( $option );
			if ( array_key_exists( $lock->address, $kept ) ) {
				unset( $kept[ $lock->address ] );
				update_option( $option, $kept );
			}
		}
	}

	/** @return array<mixed> */
	private static function option( string $name ): array {
		$value = get_option( $name );
		return is_array( $value ) ? $value : [];
	}
}
