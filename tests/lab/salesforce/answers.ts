/**
 * Answers as the API writes them: every error is a list, and every answer tells the day's calls.
 */
import { json, type Answer } from '../http';
import type { JsonObject } from '../json';

export const refuse = ( status: number, errorCode: string, message: string, more: JsonObject = {} ): Answer => json( status, [ { message, errorCode, ...more } ] );

export const notFound = (): Answer => refuse( 404, 'NOT_FOUND', 'The requested resource does not exist' );

export const badSession = (): Answer => refuse( 401, 'INVALID_SESSION_ID', 'Session expired or invalid' );

/** A session without the scope `api`: the same word as an expired one, and no renewing helps. */
export const sessionWithoutApi = (): Answer => refuse( 401, 'INVALID_SESSION_ID', 'This session is not valid for use with the REST API' );

const escaped = ( text: string ): string => text.replace( /&/g, '&amp;' ).replace( /</g, '&lt;' ).replace( />/g, '&gt;' );

const xml = ( status: number, body: string ): Answer => ( { status, headers: { 'Content-Type': 'text/xml; charset=UTF-8' }, body: `<?xml version="1.0" encoding="UTF-8"?>${ body }` } );

export const soapFault = ( word: string, message: string ): Answer =>
	xml(
		500,
		'<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="urn:fault.partner.soap.sforce.com"><soapenv:Body><soapenv:Fault>' +
			`<faultcode>sf:${ word }</faultcode><faultstring>${ word }: ${ escaped( message ) }</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>`
	);

export const soapAnswer = ( method: string, content: string, used: number, max: number ): Answer =>
	xml(
		200,
		'<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
			`<soapenv:Header><LimitInfoHeader><limitInfo><current>${ used }</current><limit>${ max }</limit><type>API REQUESTS</type></limitInfo></LimitInfoHeader></soapenv:Header>` +
			`<soapenv:Body><${ method }Response>${ content }</${ method }Response></soapenv:Body></soapenv:Envelope>`
	);

export const soapResult = ( id: string, refusal: { readonly errorCode: string; readonly message: string } | null ): string =>
	refusal === null
		? `<result><id>${ escaped( id ) }</id><success>true</success></result>`
		: `<result><errors><message>${ escaped( refusal.message ) }</message><statusCode>${ refusal.errorCode }</statusCode></errors><id>${ escaped( id ) }</id><success>false</success></result>`;
