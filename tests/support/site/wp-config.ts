/**
 * Writes wp-config.php.
 */
import { randomBytes } from 'node:crypto';

export type ConstantValue = string | number | boolean;

/** A PHP literal. */
export const phpLiteral = ( value: ConstantValue ): string => {
	if ( typeof value === 'string' ) {
		return `'${ value.replace( /[\\']/g, '\\$&' ) }'`;
	}
	return String( value );
};

export interface WpConfigOptions {
	readonly constants: Readonly< Record< string, ConstantValue > >;
	/** Both addresses of the site; left out on a network, where each site's own address counts. */
	readonly addresses?: { readonly plain: string; readonly tls: string | null };
}

/** The whole file. Salts are new each time: nobody stays logged in to a site that was written again, unless the constants carry them. */
export const wpConfig = ( { constants, addresses }: WpConfigOptions ): string => {
	const salts = [ 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ];
	const all: Record< string, ConstantValue > = {
		...Object.fromEntries( salts.map( ( name ) => [ name, randomBytes( 32 ).toString( 'base64' ) ] ) ),
		...constants,
	};
	const address =
		addresses === undefined
			? []
			: [
					`$address = ${ addresses.tls === null ? 'false' : `'on' === ( $_SERVER['HTTPS'] ?? '' )` } ? ${ phpLiteral( addresses.tls ?? '' ) } : ${ phpLiteral( addresses.plain ) };`,
					`define( 'WP_HOME', $address );`,
					`define( 'WP_SITEURL', $address );`,
			  ];
	return [
		'<?php',
		...Object.entries( all ).map( ( [ name, value ] ) => `define( ${ phpLiteral( name ) }, ${ phpLiteral( value ) } );` ),
		...address,
		`$GLOBALS['table_prefix'] = $table_prefix = 'wp_';`,
		`defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );`,
		`require_once ABSPATH . 'wp-settings.php';`,
		'',
	].join( '\n' );
};
