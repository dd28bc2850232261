<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk;

/** What the connection's consent must cover. Source of the names: https://desk.zoho.com/DeskAPIDocument#OauthTokens#OAuthScopes */
final class Scopes {

	public const READING = [
		'Desk.contacts.READ',
		'Desk.search.READ',
		'Desk.basic.READ',
		'Desk.settings.READ',
		'Desk.fields.READ',
		'Desk.organization.READ',
	];

	public const WRITING = [ 'Desk.contacts.UPDATE', 'Desk.settings.UPDATE' ];

	/**
	 * @param list<string> $granted
	 * @param list<string> $needed
	 * @return list<string> Those that nothing granted covers.
	 */
	public static function missing( array $granted, array $needed ): array {
		$granted = array_map( 'strtolower', $granted );
		return array_values( array_filter( $needed, static fn ( string $scope ): bool => ! self::isCovered( strtolower( $scope ), $granted ) ) );
	}

	/** @param list<string> $granted */
	private static function isCovered( string $scope, array $granted ): bool {
		return in_array( $scope, $granted, true ) || in_array( substr( $scope, 0, (int) strrpos( $scope, '.' ) ) . '.all', $granted, true );
	}
}
