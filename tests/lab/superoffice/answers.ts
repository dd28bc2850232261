/**
 * Answers that every part of the simulator gives.
 */
import { json, type Answer, type Call } from '../http';
import { isObject, parseJson, type Json, type JsonObject } from '../json';
import type { Switches } from './state';

/**
 * An error of the web API. Its body is not documented, so each known form can be played.
 *
 * @param form   Which form.
 * @param status HTTP status.
 * @param type   The server's own name for it.
 * @param text   What it says.
 */
export function apiError( form: Switches[ 'errorBody' ], status: number, type: string, text: string ): Answer {
	switch ( form ) {
		case 'empty':
			return { status };
		case 'exception-type':
			return json( status, { Message: text, FriendlyText: null, ExceptionType: type, Source: 'SoDataBase', InnerException: null, Parameters: {} } );
		default:
			return json( status, { Error: true, ErrorType: type, Message: text, ErrorCode: String( status ), FriendlyText: null } );
	}
}

/**
 * Reads a member whatever its case: the server takes camelCase and PascalCase alike.
 *
 * @param body What was sent.
 * @param name The member.
 */
export function member( body: Json | undefined, name: string ): Json | undefined {
	if ( ! isObject( body ) ) {
		return undefined;
	}
	const key = Object.keys( body ).find( ( one ) => one.toLowerCase() === name.toLowerCase() );
	return key === undefined ? undefined : body[ key ];
}

export const bodyOf = ( call: Call ): Json | undefined => parseJson( call.body.toString( 'utf8' ) );

export const numberOf = ( value: Json | undefined ): number => ( typeof value === 'number' || ( typeof value === 'string' && /^\d+$/.test( value ) ) ? Number( value ) : 0 );

export const textOf = ( value: Json | undefined ): string => ( typeof value === 'string' ? value : '' );

export const listOf = ( value: Json | undefined ): JsonObject[] => ( Array.isArray( value ) ? value.filter( isObject ) : [] );

/** A moment as the server writes it: UTC, whole seconds. */
export const time = ( moment: number | null ): string => ( moment === null ? '0001-01-01T00:00:00' : `${ new Date( moment ).toISOString().slice( 0, 19 ) }Z` );

/** Rights of a record or a field; every carrier has them. */
const RIGHTS = { TableRight: null, FieldProperties: {} };

export const carrier = < T extends object >( fields: T ): T & typeof RIGHTS => ( { ...fields, ...RIGHTS } );
