/**
 * `POST $batch`: many calls in one, each answered in its own part.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/webapi/execute-batch-operations-using-web-api
 */
import { randomUUID } from 'node:crypto';
import type { Answer, Call } from '../http';
import { badQuery } from './answers';

const MOST_OPERATIONS = 1_000;

/** What one part asks for; `url` as it was written. */
export interface Operation {
	readonly method: string;
	readonly url: string;
	readonly headers: Readonly< Record< string, string > >;
	readonly body: string;
	readonly contentId: string;
	/** Boundary of the change set that it belongs to; '' where none. The lab undoes nothing where one of a set fails. */
	readonly changeSet: string;
}

const STATUS: Readonly< Record< number, string > > = { 200: 'OK', 201: 'Created', 204: 'No Content', 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 412: 'Precondition Failed' };

const boundaryOf = ( contentType: string ): string => /boundary="?([^";\s]+)"?/i.exec( contentType )?.[ 1 ] ?? '';

const partsOf = ( text: string, boundary: string ): string[] =>
	text
		.split( `--${ boundary }` )
		.slice( 1, -1 )
		.map( ( part ) => part.replace( /^\r?\n/, '' ) );

/** Head and rest of a message, which an empty line divides. */
function split( text: string ): [ string, string ] {
	const cut = /\r?\n\r?\n/.exec( text );
	return cut === null ? [ text, '' ] : [ text.slice( 0, cut.index ), text.slice( cut.index + cut[ 0 ].length ) ];
}

const headersOf = ( lines: readonly string[] ): Record< string, string > =>
	Object.fromEntries( lines.filter( ( line ) => line.includes( ':' ) ).map( ( line ) => [ line.slice( 0, line.indexOf( ':' ) ).trim().toLowerCase(), line.slice( line.indexOf( ':' ) + 1 ).trim() ] ) );

function operationOf( part: string, changeSet: string ): Operation {
	const [ outer, message ] = split( part );
	const [ head, body ] = split( message );
	const [ line = '', ...lines ] = head.split( /\r?\n/ );
	const [ , method, url ] = /^(\w+) (\S+)/.exec( line.trim() ) ?? [];
	if ( method === undefined || url === undefined ) {
		throw badQuery( 'A part of the batch holds no request.' );
	}
	return { method, url, headers: headersOf( lines ), body: body.trim(), contentId: headersOf( outer.split( /\r?\n/ ) )[ 'content-id' ] ?? '', changeSet };
}

export function operationsOf( call: Call ): Operation[] {
	const boundary = boundaryOf( String( call.headers[ 'content-type' ] ?? '' ) );
	const operations = partsOf( call.body.toString( 'utf8' ), boundary ).flatMap( ( part ) => {
		const [ head ] = split( part );
		const inner = /multipart\/mixed/i.test( head ) ? boundaryOf( head ) : '';
		return inner === '' ? [ operationOf( part, '' ) ] : partsOf( part, inner ).map( ( one ) => operationOf( one, inner ) );
	} );
	if ( boundary === '' || operations.length === 0 ) {
		throw badQuery( 'The batch holds no operations.' );
	}
	if ( operations.length > MOST_OPERATIONS ) {
		throw badQuery( `A batch holds ${ MOST_OPERATIONS } operations at most.` );
	}
	return operations;
}

const partOf = ( operation: Operation, answer: Answer ): string => {
	const headers = [ `HTTP/1.1 ${ answer.status } ${ STATUS[ answer.status ] ?? 'Status' }`, ...Object.entries( answer.headers ?? {} ).map( ( [ name, value ] ) => `${ name }: ${ value }` ) ];
	const outer = [ 'Content-Type: application/http', 'Content-Transfer-Encoding: binary', ...( operation.contentId === '' ? [] : [ `Content-ID: ${ operation.contentId }` ] ) ];
	return [ ...outer, '', ...headers, '', String( answer.body ?? '' ) ].join( '\r\n' );
};

/**
 * Performs the operations in order. The first that fails ends the batch, unless the caller prefers to go on.
 *
 * @param call    The batch.
 * @param perform Answers one operation.
 */
export function batch( call: Call, perform: ( operation: Operation ) => Answer ): Answer {
	const goesOn = String( call.headers.prefer ?? '' ).includes( 'odata.continue-on-error' );
	const boundary = `batchresponse_${ randomUUID() }`;
	const lines: string[] = [];
	let changeSet = '';
	const close = ( next: string ): void => {
		if ( changeSet !== '' && changeSet !== next ) {
			lines.push( `--${ changeSet }--` );
		}
	};
	for ( const operation of operationsOf( call ) ) {
		const answer = perform( operation );
		const inner = operation.changeSet === '' ? '' : `changesetresponse_${ operation.changeSet }`;
		close( inner );
		if ( inner !== '' && inner !== changeSet ) {
			lines.push( `--${ boundary }`, `Content-Type: multipart/mixed; boundary=${ inner }`, '' );
		}
		changeSet = inner;
		lines.push( `--${ inner === '' ? boundary : inner }`, partOf( operation, answer ) );
		if ( answer.status >= 400 && ! goesOn ) {
			break;
		}
	}
	close( '' );
	lines.push( `--${ boundary }--`, '' );
	return { status: 200, headers: { 'Content-Type': `multipart/mixed; boundary=${ boundary }`, 'OData-Version': '4.0' }, body: lines.join( '\r\n' ) };
}
