<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365;

/**
 * What the environment's Power Pages sites say about logging in, where they agree.
 *
 * Source of the names and of what holds where nothing is said: https://learn.microsoft.com/power-pages/security/authentication/set-authentication-identity
 */
final class SiteSettings {

	private const UNSAID = [
		'Enabled'                             => true,
		'LocalLoginEnabled'                   => true,
		'LocalLoginByEmail'                   => false,
		'ExternalLoginEnabled'                => true,
		'ResetPasswordEnabled'                => true,
		'ResetPasswordRequiresConfirmedEmail' => false,
		'InvitationEnabled'                   => true,
	];

	/**
	 * @param 'mspp'|'adx'                         $model The data model in whose tables they lie.
	 * @param array<string, array<string, string>> $sites Setting => value, by site.
	 */
	public function __construct( public readonly string $model, private readonly array $sites ) {}

	/** Whether any site says anything. */
	public function isThere(): bool {
		return [] !== $this->sites;
	}

	/** Whether each of the settings is on: true or false; null where several sites differ, or none is there. */
	public function says( string ...$names ): ?bool {
		$values = array_map( static fn ( array $settings ): bool => [] === array_filter( $names, static fn ( string $name ): bool => ! self::isOn( $settings, $name ) ), $this->sites );
		$values = array_values( array_unique( $values ) );
		return 1 === count( $values ) ? $values[0] : null;
	}

	/** @param array<string, string> $settings */
	private static function isOn( array $settings, string $name ): bool {
		return match ( $settings[ $name ] ?? '' ) {
			'true', '1' => true,
			'false', '0' => false,
			default => self::UNSAID[ $name ] ?? false,
		};
	}
}
