<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Cases\RoleSettings;

/** Our capabilities and who has them from the start: administrators. */
final class Roles implements RoleSettings {

	private const FIXED = 'administrator';

	public const CAPABILITIES = [ 'causeway_view', 'causeway_manage_cases', 'causeway_apply_fixes', 'causeway_manage_connections', 'causeway_manage_settings' ];

	public function grant(): void {
		$administrator = get_role( 'administrator' );
		if ( null === $administrator ) {
			return;
		}
		foreach ( self::CAPABILITIES as $capability ) {
			if ( ! $administrator->has_cap( $capability ) ) {
				$administrator->add_cap( $capability );
			}
		}
	}

	public function roles(): array {
		$roles = [];
		foreach ( wp_roles()->roles as $name => $role ) {
			$held    = is_array( $role['capabilities'] ?? null ) ? $role['capabilities'] : [];
			$title   = $role['name'] ?? '';
			$roles[] = [
				'role'         => (string) $name,
				'title'        => translate_user_role( is_string( $title ) ? $title : (string) $name ),
				'isFixed'      => self::FIXED === $name,
				'capabilities' => array_values( array_filter( self::CAPABILITIES, static fn ( string $capability ): bool => true === ( $held[ $capability ] ?? false ) ) ),
			];
		}
		return $roles;
	}

	public function saveRole( string $role, array $capabilities ): void {
		$held = self::FIXED === $role ? null : get_role( $role );
		if ( null === $held ) {
			return;
		}
		foreach ( self::CAPABILITIES as $capability ) {
			$isWanted = in_array( $capability, $capabilities, true );
			if ( $isWanted && ! $held->has_cap( $capability ) ) {
				$held->add_cap( $capability );
			} elseif ( ! $isWanted && isset( $held->capabilities[ $capability ] ) ) {
				$held->remove_cap( $capability );
			}
		}
	}

	/** Takes them back from every role and from every person who was given one alone. */
	public function revoke(): void {
		foreach ( array_keys( wp_roles()->roles ) as $name ) {
			$role = get_role( (string) $name );
			foreach ( null === $role ? [] : self::CAPABILITIES as $capability ) {
				if ( isset( $role->capabilities[ $capability ] ) ) {
					$role->remove_cap( $capability );
				}
			}
		}
		$people = get_users( [ 'capability__in' => self::CAPABILITIES ] );
		foreach ( is_array( $people ) ? $people : [] as $person ) {
			foreach ( self::CAPABILITIES as $capability ) {
				if ( $person instanceof \WP_User && isset( $person->caps[ $capability ] ) ) {
					$person->remove_cap( $capability );
				}
			}
		}
	}
}
