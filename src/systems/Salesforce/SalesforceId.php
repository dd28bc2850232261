<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce;

/**
 * Ids of Salesforce: fifteen characters that differ by case, or eighteen whose last three keep the case safe.
 *
 * A portal may have stored either form, so ids are compared in the longer one.
 */
final class SalesforceId {

	public const ACCOUNT = '001';
	public const CONTACT = '003';

	private const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

	/**
	 * The id in eighteen characters; '' where the text is none of that object.
	 *
	 * @param string $prefix Key prefix of the object; '' takes any.
	 */
	public static function of( string $prefix, string $text ): string {
		if ( 1 !== preg_match( '/^([A-Za-z0-9]{15})([A-Za-z0-9]{3})?$/D', $text, $parts ) || ! str_starts_with( $text, $prefix ) ) {
			return '';
		}
		$whole = $parts[1];
		foreach ( str_split( $parts[1], 5 ) as $five ) {
			$bits = 0;
			foreach ( str_split( $five ) as $place => $letter ) {
				$bits |= ctype_upper( $letter ) ? 1 << $place : 0;
			}
			$whole .= self::LETTERS[ $bits ];
		}
		// The three letters are there to be checked: an id whose case got lost names somebody else or nobody.
		return isset( $parts[2] ) && strtoupper( $parts[2] ) !== substr( $whole, 15 ) ? '' : $whole;
	}
}
