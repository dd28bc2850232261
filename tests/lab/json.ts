/**
 * What travels as JSON.
 */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
	[ key: string ]: Json;
}

export const isObject = ( value: unknown ): value is JsonObject =>
	typeof value === 'object' && value !== null && ! Array.isArray( value );

/**
 * Reads JSON text; `undefined` where it is none.
 *
 * @param text What was sent.
 */
export function parseJson( text: string ): Json | undefined {
	try {
		return JSON.parse( text ) as Json;
	} catch {
		return undefined;
	}
}
