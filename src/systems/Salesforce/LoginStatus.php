<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce;

/**
 * What the login history calls a refused login. The list is not documented in full and its case varies, so that an unknown one says nothing.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_eventlogfile_login_status.htm
 */
final class LoginStatus {

	public const GOOD = 'success';

	/** Symptom by status, lower case. */
	private const SYMPTOMS = [
		'invalid password'                     => 'login-invalid-password',
		'password lockout'                     => 'login-password-lockout',
		'user is inactive'                     => 'login-user-inactive',
		'user is frozen'                       => 'login-user-frozen',
		'restricted ip'                        => 'login-restricted-ip',
		'restricted country'                   => 'login-restricted-ip',
		'restricted domain'                    => 'login-restricted-ip',
		'restricted time'                      => 'login-restricted-time',
		'failed: computer activation required' => 'login-activation-required',
		'failed: computer activation pending'  => 'login-activation-required',
		'no community access'                  => 'login-no-site-access',
		'invalid profile association'          => 'login-no-site-access',
		'invalid - community offline'          => 'login-site-offline',
		'invalid - portal disabled'            => 'login-site-offline',
	];

	/** Finding by symptom, where the state of the user does not already tell it. */
	private const FINDINGS = [
		'login-invalid-password'    => 'last-login.wrong-password',
		'login-password-lockout'    => 'last-login.locked-out',
		'login-restricted-ip'       => 'last-login.outside-network',
		'login-restricted-time'     => 'last-login.outside-hours',
		'login-activation-required' => 'last-login.device-unverified',
		'login-no-site-access'      => 'last-login.not-a-member',
		'login-site-offline'        => 'last-login.site-offline',
	];

	public static function isGood( string $status ): bool {
		return self::GOOD === strtolower( trim( $status ) );
	}

	/** Whether it is one of the words here; in an organisation that speaks another language, none is. */
	public static function isKnown( string $status ): bool {
		return self::isGood( $status ) || '' !== self::symptom( $status );
	}

	/** Id of the symptom; '' where the status is none that is known. */
	public static function symptom( string $status ): string {
		return self::SYMPTOMS[ strtolower( trim( $status ) ) ] ?? '';
	}

	/** Key of the finding; '' where none is meant. */
	public static function finding( string $status ): string {
		return self::FINDINGS[ self::symptom( $status ) ] ?? '';
	}
}
