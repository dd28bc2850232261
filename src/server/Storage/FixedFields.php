<?php

declare(strict_types=1);

namespace Causeway\Storage;

/** Connection settings that a site's code or environment fixes: `CAUSEWAY_<CONNECTION>_<FIELD>`, a constant before a variable. */
final class FixedFields {

	/** Null where nothing is fixed. */
	public static function value( string $slug, string $field ): ?string {
		$name  = self::name( $slug, $field );
		$value = defined( $name ) ? constant( $name ) : getenv( $name );
		return is_scalar( $value ) && false !== $value && '' !== (string) $value ? (string) $value : null;
	}

	/** `zoho-crm`, `clientSecret` → `CAUSEWAY_ZOHO_CRM_CLIENT_SECRET`. */
	public static function name( string $slug, string $field ): string {
		$words = (string) preg_replace( '/([a-z0-9])([A-Z])/', '$1_$2', $slug . '_' . $field );
		return 'CAUSEWAY_' . strtoupper( (string) preg_replace( '/[^A-Za-z0-9]+/', '_', $words ) );
	}
}
