/**
 * Answers in the form of JSON:API, as every part of the platform gives them.
 */
import type { Answer, Call } from '../http';
import { isObject, parseJson, type Json, type JsonObject } from '../json';
import type { Switches } from './state';

export const JSON_API = 'application/vnd.api+json';

const ABOUT = 'https://prod.apigateway.co/docs/errorTypes/';

export const document = ( status: number, body: unknown, headers: Readonly< Record< string, string > > = {} ): Answer => ( {
	status,
	headers: { 'Content-Type': JSON_API, ...headers },
	body: JSON.stringify( body ),
} );

export interface ErrorOf {
	readonly code: string;
	readonly title: string;
	readonly detail: string;
	/** `filter[email]` or `/data/attributes/email`. */
	readonly source?: string;
}

/**
 * One error. Its `source` is text in the schema and an object in the examples, so each can be played.
 *
 * @param form   Which.
 * @param status HTTP status.
 * @param error  What.
 */
export function apiError( form: Switches[ 'errorSource' ], status: number, error: ErrorOf ): Answer {
	const { source, ...rest } = error;
	const key = source?.startsWith( '/' ) ? 'pointer' : 'parameter';
	return document( status, {
		errors: [
			{
				status: String( status ),
				...rest,
				...( source === undefined || form === 'absent' ? {} : { source: form === 'string' ? source : { [ key ]: source } } ),
				links: { about: ABOUT + error.code },
			},
		],
	} );
}

export const bodyOf = ( call: Call ): JsonObject | undefined => {
	const body = parseJson( call.body.toString( 'utf8' ) );
	return isObject( body ) ? body : undefined;
};

export const textOf = ( value: Json | undefined ): string => ( typeof value === 'string' ? value : '' );

export const objectOf = ( value: Json | undefined ): JsonObject => ( isObject( value ) ? value : {} );

/** Ids of the resource identifiers under `data`; undefined where it is no list of such of that type. */
export function identifiers( value: Json | undefined, type: string ): string[] | undefined {
	const isList = Array.isArray( value ) && value.every( ( one ) => isObject( one ) && one.type === type && typeof one.id === 'string' );
	return isList ? value.map( ( one ) => textOf( objectOf( one ).id ) ) : undefined;
}

export const time = ( moment: number ): string => new Date( moment ).toISOString().replace( /\.\d{3}Z$/, 'Z' );
