<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Dynamics365;

use Causeway\Connector\Subject;

/** For each cause the state of the lab that brings it about. */
final class Scenarios {

	/** A portal such as Magentrix lets people in by their contact. */
	private const ELSEWHERE = [ 'logins' => 'elsewhere' ];

	private const DISABLED = 'magentrix:account-may-be-disabled';

	/**
	 * Cause → subject, orders to the lab, confidence, what differs in the connection, symptoms that were shown.
	 *
	 * @return array<string, array{Subject, list<array<string, mixed>>, string, array<string, string>, list<string>}>
	 */
	public static function all(): array {
		return [ ...self::contacts(), ...self::logins(), ...self::environments() ];
	}

	/** @return array<string, array{Subject, list<array<string, mixed>>, string, array<string, string>, list<string>}> */
	private static function contacts(): array {
		$fine     = Northwind::subject( 'fine' );
		$together = array_map( static fn ( string $key ): array => States::order( 'delete-contact', id: Northwind::id( $key ) ), [ 'fine', 'mergedInto', 'noAccount', 'noEmail', 'quoted', 'pending', 'expired', 'disabled', 'locked', 'external' ] );
		$hidden   = [ States::switches( securedColumn: 'forbidden' ), States::order( 'secure-column', column: Northwind::USERNAME_COLUMN ) ];
		return [
			'contact-in-recycle-bin'      => [ Northwind::subject( 'binned' ), [], 'certain', self::ELSEWHERE, [ self::DISABLED ] ],
			'contacts-deleted-together'   => [ $fine, $together, 'certain', self::ELSEWHERE, [ self::DISABLED ] ],
			'contact-permanently-deleted' => [ Northwind::subject( 'purged' ), [], 'certain', self::ELSEWHERE, [ self::DISABLED ] ],
			'contact-merged-away'         => [ Northwind::subject( 'merged' ), [], 'certain', [], [ 'attempt-refused' ] ],
			'contact-not-found'           => [ new Subject( 'user:1', email: 'nobody@northwind.example' ), [], 'certain', self::ELSEWHERE, [ self::DISABLED ] ],
			'contact-inactive'            => [ Northwind::subject( 'inactive' ), [], 'certain', [], [ 'attempt-refused' ] ],
			'contact-without-account'     => [ Northwind::subject( 'noAccount' ), [], 'certain', self::ELSEWHERE, [ self::DISABLED ] ],
			'company-is-a-contact'        => [ Northwind::subject( 'parentIsContact' ), [], 'certain', self::ELSEWHERE, [ self::DISABLED ] ],
			'account-changed'             => [ Northwind::subject( 'fine', Northwind::BRIGHTWATER ), [], 'likely', [], [ 'sees-nothing' ] ],
			'contact-without-email'       => [ Northwind::subject( 'noEmail' ), [], 'certain', self::ELSEWHERE, [ self::DISABLED ] ],
			'contact-email-differs'       => [ Northwind::subject( 'otherEmail' ), [], 'likely', [], [ 'attempt-refused' ] ],
			'two-contacts-one-address'    => [ Northwind::subject( 'twin' ), [], 'likely', [], [ 'cannot-log-in' ] ],
			'username-column-deleted'     => [ $fine, [ States::order( 'remove-column', column: Northwind::USERNAME_COLUMN ) ], 'certain', self::ELSEWHERE, [ self::DISABLED ] ],
			'username-column-hidden'      => [ $fine, $hidden, 'likely', self::ELSEWHERE, [ self::DISABLED ] ],
			'username-value-empty'        => [ Northwind::subject( 'noUsername' ), [], 'certain', self::ELSEWHERE, [ self::DISABLED ] ],
		];
	}

	/** @return array<string, array{Subject, list<array<string, mixed>>, string, array<string, string>, list<string>}> */
	private static function logins(): array {
		$fine    = Northwind::subject( 'fine' );
		$id      = Northwind::id( 'fine' );
		$setting = static fn ( string $name, string $value ): array => States::setting( $name, $value );
		return [
			'never-invited'               => [ Northwind::subject( 'neverInvited' ), [], 'certain', [], [ 'attempt-refused' ] ],
			'invitation-not-used'         => [ Northwind::subject( 'pending' ), [], 'certain', [], [ 'attempt-refused' ] ],
			'invitation-expired'          => [ Northwind::subject( 'expired' ), [], 'certain', [], [ 'invitation-refused' ] ],
			'invitations-switched-off'    => [ Northwind::subject( 'pending' ), [ $setting( 'Enabled', 'false' ) ], 'certain', [], [ 'invitation-refused' ] ],
			'invitation-used-already'     => [ Northwind::subject( 'pending' ), [ States::order( 'redeem-invitation', id: Northwind::id( 'pending' ) ) ], 'likely', [], [ 'invitation-refused' ] ],
			'login-switched-off'          => [ Northwind::subject( 'disabled' ), [], 'certain', [], [ 'attempt-refused' ] ],
			'login-locked'                => [ Northwind::subject( 'locked' ), [], 'certain', [], [ 'account-locked' ] ],
			'login-incomplete'            => [ Northwind::subject( 'unconfirmed' ), [ States::order( 'set-contact', id: Northwind::id( 'unconfirmed' ), fields: [ 'adx_identity_securitystamp' => null ] ) ], 'certain', [], [ 'attempt-refused' ] ],
			'login-way-switched-off'      => [ $fine, [ $setting( 'LocalLoginEnabled', 'false' ) ], 'certain', [], [ 'cannot-log-in' ] ],
			'other-login-provider'        => [ Northwind::subject( 'external' ), [], 'likely', [], [ 'attempt-refused' ] ],
			'user-name-not-email'         => [ $fine, [ States::order( 'set-contact', id: $id, fields: [ 'adx_identity_username' => 'mlindqvist' ] ) ], 'likely', [], [ 'attempt-refused' ] ],
			'wrong-password'              => [ Northwind::subject( 'wrongPassword' ), [], 'likely', [], [ 'attempt-refused' ] ],
			'followed-another-way'        => [ $fine, [], 'possible', [], [ 'attempt-refused' ] ],
			'site-in-other-environment'   => [ $fine, [ States::order( 'uninstall-portal' ) ], 'possible', [], [ 'attempt-refused' ] ],
			'reset-switched-off'          => [ $fine, [ $setting( 'ResetPasswordEnabled', 'false' ) ], 'certain', [], [ 'reset-mail-missing' ] ],
			'reset-needs-confirmed-email' => [ Northwind::subject( 'unconfirmed' ), [ $setting( 'ResetPasswordRequiresConfirmedEmail', 'true' ) ], 'certain', [], [ 'reset-mail-missing' ] ],
			'reset-mail-not-delivered'    => [ $fine, [], 'possible', [], [ 'reset-mail-missing' ] ],
			'mailbox-lost'                => [ $fine, [], 'likely', [], [ 'mailbox-lost' ] ],
			'without-web-role'            => [ Northwind::subject( 'roleless' ), [], 'certain', [], [ 'sees-nothing' ] ],
		];
	}

	/** @return array<string, array{Subject, list<array<string, mixed>>, string, array<string, string>, list<string>}> */
	private static function environments(): array {
		$fine = Northwind::subject( 'fine' );
		return [
			'connection-refused'        => [ $fine, [ States::order( 'expire-secret' ) ], 'possible', [], [ 'attempt-refused' ] ],
			'environment-not-answering' => [ $fine, [], 'possible', [ 'login_base' => 'http://127.0.0.1:1' ], [ 'cannot-log-in' ] ],
			'own-calls-used-up'         => [ $fine, [ States::order( 'spend-requests' ) ], 'possible', [], [ 'attempt-refused' ] ],
			'portal-calls-limited'      => [ $fine, [], 'likely', [], [ 'requests-limited' ] ],
			'secret-not-accepted'       => [ $fine, [], 'likely', [], [ 'secret-refused' ] ],
			'application-not-found'     => [ $fine, [], 'likely', [], [ 'application-unknown' ] ],
			'application-user-missing'  => [ $fine, [], 'likely', [], [ 'application-user-refused' ] ],
			'role-lacks-privilege'      => [ $fine, [], 'likely', [], [ 'privilege-missing' ] ],
		];
	}
}
