/**
 * Answers that every part of the simulator gives.
 */
import { randomUUID } from 'node:crypto';
import { json, type Answer, type Call } from '../http';
import { isObject, parseJson, type Json, type JsonObject } from '../json';
import type { Moment } from './state';

interface Detail {
	readonly message: string;
	readonly code?: string;
	readonly context?: Readonly< Record< string, readonly string[] > >;
}

interface ErrorParts {
	readonly errors?: readonly Detail[];
	readonly context?: Detail[ 'context' ];
	readonly subCategory?: string;
	readonly links?: Readonly< Record< string, string > >;
}

/**
 * An error of the API.
 *
 * @param status   HTTP status.
 * @param category HubSpot's own word for it.
 * @param message  What it says.
 * @param more     Details, where there are some.
 */
export function apiError( status: number, category: string, message: string, more: ErrorParts = {} ): Answer {
	return json( status, { status: 'error', message, correlationId: randomUUID(), category, ...more } );
}

export const notFound = ( what: string ): Answer => apiError( 404, 'OBJECT_NOT_FOUND', `${ what } was not found`, { subCategory: 'crm.OBJECT_NOT_FOUND' } );

export const invalid = ( message: string, context?: Detail[ 'context' ] ): Answer =>
	apiError( 400, 'VALIDATION_ERROR', message, context === undefined ? {} : { context, errors: [ { message, context } ] } );

/**
 * A refused call because of too many of them. Its words differ from other errors.
 *
 * @param policy Which limit; '' where the answer does not name it.
 */
export function rateLimited( policy: 'DAILY' | 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | '' ): Answer {
	const message = {
		DAILY: 'You have reached your daily limit.',
		TEN_SECONDLY_ROLLING: 'You have reached your ten_secondly_rolling limit.',
		SECONDLY: 'You have reached your secondly limit.',
		'': 'You have reached your limit.',
	}[ policy ];
	return json( 429, {
		status: 'error',
		message,
		errorType: 'RATE_LIMIT',
		correlationId: randomUUID(),
		...( policy === '' ? {} : { policyName: policy } ),
		requestId: randomUUID(),
	} );
}

export const bodyOf = ( call: Call ): JsonObject => {
	const body = parseJson( call.body.toString( 'utf8' ) );
	return isObject( body ) ? body : {};
};

export const textOf = ( value: Json | undefined ): string => ( typeof value === 'string' || typeof value === 'number' ? String( value ) : '' );

export const textsOf = ( value: Json | undefined ): string[] => ( Array.isArray( value ) ? value.map( textOf ) : [] );

export const rowsOf = ( value: Json | undefined ): JsonObject[] => ( Array.isArray( value ) ? value.filter( isObject ) : [] );

export const time = ( moment: Moment ): string => new Date( moment ).toISOString();
