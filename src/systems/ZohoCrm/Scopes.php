<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm;

/** What the connection's consent must cover. Source of the names: https://www.zoho.com/crm/developer/docs/api/v8/scopes.html */
final class Scopes {

	public const READING = [
		'ZohoCRM.org.READ',
		'ZohoCRM.modules.contacts.READ',
		'ZohoCRM.coql.READ',
		'ZohoCRM.settings.fields.READ',
		'ZohoCRM.settings.recycle_bin.READ',
	];

	public const WRITING = [
		'ZohoCRM.settings.recycle_bin.UPDATE',
		'ZohoCRM.modules.contacts.UPDATE',
		'ZohoCRM.modules.accounts.READ', // To name the Account before a contact gets it back.
	];

	/**
	 * @param list<string> $granted
	 * @param list<string> $needed
	 * @return list<string> Those that nothing granted covers.
	 */
	public static function missing( array $granted, array $needed ): array {
		return array_values( array_filter( $needed, static fn ( string $scope ): bool => ! self::isCovered( $scope, $granted ) ) );
	}

	/**
	 * A wider consent counts: `ZohoCRM.modules.ALL` and `ZohoCRM.modules.READ` cover `ZohoCRM.modules.contacts.READ`.
	 *
	 * @param list<string> $granted
	 */
	private static function isCovered( string $scope, array $granted ): bool {
		$parts     = explode( '.', strtolower( $scope ) );
		$operation = (string) array_pop( $parts );
		$granted   = array_map( 'strtolower', $granted );
		while ( count( $parts ) > 1 ) {
			$area = implode( '.', $parts );
			if ( in_array( $area . '.' . $operation, $granted, true ) || in_array( $area . '.all', $granted, true ) ) {
				return true;
			}
			array_pop( $parts );
		}
		return false;
	}
}
