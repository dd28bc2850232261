<?php

declare(strict_types=1);

namespace CatalystPortal;

/**
 * The portal's own session, a PHP session beside WordPress's cookies: a person can be in the portal without being logged in to WordPress.
 */
final class Session {

	private const CONTACT = 'ccgcp_loged';

	private const LOGGED_OUT = 'ccgcpp_logout';

	public static function open(): void {
		// A command has no visitor, a late caller no headers left to set a cookie in.
		$hasVisitor = isset( $_SERVER['REQUEST_METHOD'] ) && ! defined( 'WP_CLI' );
		if ( ! $hasVisitor || headers_sent() || PHP_SESSION_NONE !== session_status() ) {
			return;
		}
		if ( defined( 'CATALYST_SESSION_PATH' ) ) {
			session_save_path( (string) constant( 'CATALYST_SESSION_PATH' ) );
		}
		session_start();
	}

	/** @return array<string, mixed>|null The CRM contact of the person who is in; null where nobody is. */
	public static function contact(): ?array {
		$contact = $_SESSION[ self::CONTACT ] ?? null;

		return is_array( $contact ) && isset( $contact['id'] ) ? $contact : null;
	}

	/** @param array<string, mixed> $contact */
	public static function letIn( array $contact ): void {
		unset( $_SESSION[ self::LOGGED_OUT ] );
		$_SESSION[ self::CONTACT ] = $contact;
	}

	/** @param array<string, mixed> $extra */
	public static function add( array $extra ): void {
		$_SESSION[ self::CONTACT ] = array_merge( self::contact() ?? [], $extra );
	}

	public static function leave( bool $keepOut ): void {
		unset( $_SESSION[ self::CONTACT ] );
		if ( $keepOut ) {
			$_SESSION[ self::LOGGED_OUT ] = 'By User';
		}
	}

	/** Whether the person left on purpose, so that being logged in to WordPress must not bring them back. */
	public static function keepsOut(): bool {
		return isset( $_SESSION[ self::LOGGED_OUT ] );
	}
}
