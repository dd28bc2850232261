/**
 * Error bodies as the API writes them.
 */
import { json, type Answer } from '../http';
import type { JsonObject } from '../json';

export type ErrorBody = { code: string; details: JsonObject; message: string; status: 'error' };

export const errorBody = ( code: string, message: string, details: JsonObject = {} ): ErrorBody => ( {
	code,
	details,
	message,
	status: 'error',
} );

export const refuse = ( status: number, code: string, message: string, details: JsonObject = {} ): Answer =>
	json( status, errorBody( code, message, details ) );

export const invalidToken = (): Answer => refuse( 401, 'INVALID_TOKEN', 'invalid oauth token' );

export const authenticationFailure = (): Answer => refuse( 401, 'AUTHENTICATION_FAILURE', 'Authentication failed' );

export const noPermission = ( permission: string ): Answer =>
	refuse( 403, 'NO_PERMISSION', 'permission denied', { permissions: [ permission ] } );

export const tooManyRequests = (): Answer =>
	refuse( 429, 'TOO_MANY_REQUESTS', 'You have made too many requests. Please try again later.' );

export const invalidUrl = (): Answer =>
	refuse( 404, 'INVALID_URL_PATTERN', 'Please check if the URL trying to access is a correct one' );

export const invalidMethod = (): Answer =>
	refuse( 400, 'INVALID_REQUEST_METHOD', 'The http request method type is not a valid one' );

export const invalidModule = (): Answer => refuse( 400, 'INVALID_MODULE', 'the module name given seems to be invalid' );

export const invalidParameter = ( name: string, more: JsonObject = {} ): Answer =>
	refuse( 400, 'INVALID_DATA', 'invalid data', { param_name: name, ...more } );

export const missingParameter = ( name: string ): Answer =>
	refuse( 400, 'REQUIRED_PARAM_MISSING', 'One of the expected parameter is missing', { param_name: name } );

export const missingProperty = ( name: string, path = `$.${ name }` ): Answer =>
	refuse( 400, 'MANDATORY_NOT_FOUND', 'required field not found', { api_name: name, json_path: path } );
