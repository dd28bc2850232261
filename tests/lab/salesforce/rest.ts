/**
 * REST resources under `/services/data/vNN.N`.
 */
import { json, type Answer, type Call } from '../http';
import { isObject, parseJson, type Json, type JsonObject } from '../json';
import { notFound, refuse } from './answers';
import { id18, isId, recordId } from './ids';
import { objectOfId, Refusal, type Org } from './org';
import { fieldsOf, objectNamed } from './schema';
import { shown, SoqlError, type Found } from './soql';
import { DAY_MS, RECYCLE_DAYS, restTime, type ObjectName, type QueryJob, type SfRecord } from './state';

export interface Context {
	readonly org: Org;
	readonly call: Call;
	readonly userId: string;
	/** `/services/data/v62.0`, as the caller wrote it. */
	readonly base: string;
}

export interface Route {
	readonly method: 'GET' | 'PATCH' | 'POST';
	/** What follows the version; its groups are handed to the answer. */
	readonly path: RegExp;
	readonly kind: 'read' | 'write';
	answer: ( context: Context, ...groups: string[] ) => Answer;
}

/** Queries whose next page somebody may still want: locator to what was asked. */
const cursors = new WeakMap< Org, Map< string, { readonly found: Found; readonly at: number } > >();
const CURSORS_KEPT = 10;

const MOST_RETRIEVED = 2000;

/** The longest query string that an address takes. */
const LONGEST_ADDRESS = 16_384;

const bodyOf = ( call: Call ): JsonObject | null => {
	const sent = parseJson( call.body.toString( 'utf8' ) );
	return isObject( sent ?? null ) ? ( sent as JsonObject ) : null;
};

const malformedBody = (): Answer => refuse( 400, 'JSON_PARSER_ERROR', 'Unexpected end of the request body' );

function refused( error: unknown ): Answer {
	if ( error instanceof SoqlError ) {
		return refuse( 400, error.errorCode, error.message );
	}
	if ( error instanceof Refusal ) {
		return refuse( error.errorCode.startsWith( 'INSUFFICIENT' ) ? 403 : 400, error.errorCode, error.message, { fields: [ ...error.fields ] } );
	}
	throw error;
}

function pageOf( { org, call, base }: Context, found: Found, from: number, locator: string ): Answer {
	const asked = /batchSize=(\d+)/.exec( String( call.headers[ 'sforce-query-options' ] ?? '' ) )?.[ 1 ];
	const size = Math.min( org.state.switches.pageRows, asked === undefined ? 2000 : Math.min( 2000, Math.max( 200, Number( asked ) ) ) );
	const until = from + size;
	const isDone = until >= found.rows.length;
	return json(
		200,
		{
			totalSize: found.rows.length,
			done: isDone,
			...( isDone ? {} : { nextRecordsUrl: `${ base }/query/${ locator }-${ until }` } ),
			records: found.isCount ? [] : found.rows.slice( from, until ).map( ( row ) => found.record( row, base ) ),
		},
		{ Date: new Date( org.now() ).toUTCString() }
	);
}

const query = ( includesDeleted: boolean ) => ( context: Context ): Answer => {
	const { org, call, userId } = context;
	const text = call.query.get( 'q' );
	if ( text === null ) {
		return refuse( 400, 'MALFORMED_QUERY', 'SOQL statements cannot be empty or null' );
	}
	try {
		const found = org.soql( userId ).run( text, includesDeleted );
		const own = cursors.get( org ) ?? new Map< string, { found: Found; at: number } >();
		const locator = recordId( 'Job', org.newNumber() ).replace( /^750/, '01g' );
		own.set( locator, { found, at: org.now() } );
		for ( const old of [ ...own.keys() ].slice( 0, -CURSORS_KEPT ) ) {
			own.delete( old );
		}
		cursors.set( org, own );
		return pageOf( context, found, 0, locator );
	} catch ( error ) {
		return refused( error );
	}
};

const nextPage = ( context: Context, locator = '', from = '' ): Answer => {
	const cursor = cursors.get( context.org )?.get( locator );
	return cursor === undefined || cursor.at < context.org.now() - 2 * DAY_MS ? refuse( 400, 'INVALID_QUERY_LOCATOR', 'invalid query locator' ) : pageOf( context, cursor.found, Number( from ), locator );
};

const limits = ( { org, userId }: Context ): Answer => {
	if ( ! org.may( userId, 'ViewSetup' ) ) {
		return refuse( 403, 'INSUFFICIENT_ACCESS', 'insufficient access rights' );
	}
	const max = org.state.calls.max;
	return json( 200, {
		ConcurrentAsyncGetReportInstances: { Max: 200, Remaining: 200 },
		DailyApiRequests: { Max: max, Remaining: Math.max( 0, max - org.callsUsed() ) },
		DailyBulkV2QueryJobs: { Max: 10_000, Remaining: 10_000 - org.state.jobs.length },
		DailyBulkV2QueryFileStorageMB: { Max: 976_562, Remaining: 976_562 },
	} );
};

function objectOr404( context: Context, name: string ): ObjectName | Answer {
	const object = objectNamed( name );
	return object === undefined || context.org.visible( object, context.userId ) === null ? notFound() : object;
}

const describe = ( context: Context, name = '' ): Answer => {
	const object = objectOr404( context, name );
	if ( typeof object === 'object' ) {
		return object;
	}
	const { org, call, userId, base } = context;
	const since = Date.parse( String( call.headers[ 'if-modified-since' ] ?? '' ) );
	if ( ! Number.isNaN( since ) && org.state.schemaChangedAt <= since ) {
		return { status: 304 };
	}
	const undeletable = object === 'Contact' || object === 'Account';
	return json(
		200,
		{
			name: object,
			label: object,
			labelPlural: `${ object }s`,
			keyPrefix: null,
			custom: false,
			createable: undeletable,
			updateable: true,
			deletable: undeletable,
			undeletable,
			mergeable: undeletable,
			queryable: true,
			replicateable: undeletable,
			retrieveable: true,
			searchable: undeletable,
			childRelationships: [],
			recordTypeInfos: [],
			fields: fieldsOf( org.state, object, userId ).map( ( field ) => ( {
				name: field.name,
				label: field.label,
				type: field.type,
				custom: field.custom ?? false,
				updateable: field.updateable ?? false,
				createable: field.updateable ?? false,
				filterable: field.filterable ?? true,
				sortable: true,
				nillable: field.type !== 'id' && field.type !== 'boolean',
				length: field.type === 'string' || field.type === 'email' ? 80 : 0,
				relationshipName: field.reference?.name ?? null,
				referenceTo: field.reference === undefined ? [] : [ field.reference.object ],
				picklistValues: [],
			} ) ),
			urls: { describe: `${ base }/sobjects/${ object }/describe`, rowTemplate: `${ base }/sobjects/${ object }/{ID}`, sobject: `${ base }/sobjects/${ object }` },
		},
		{ 'Last-Modified': new Date( org.state.schemaChangedAt ).toUTCString() }
	);
};

/** Start and end of a look back at changes; an answer where they make no sense. */
function windowOf( { org, call }: Context ): { readonly start: number; readonly end: number } | Answer {
	const [ start = Number.NaN, end = Number.NaN ] = [ 'start', 'end' ].map( ( name ) => Date.parse( call.query.get( name ) ?? '' ) );
	if ( Number.isNaN( start ) || Number.isNaN( end ) ) {
		return refuse( 400, 'INVALID_REPLICATION_DATE', 'The specified start_date or end_date is not a date' );
	}
	if ( end <= start || end - start < 60_000 ) {
		return refuse( 400, 'INVALID_REPLICATION_DATE', 'The specified start_date should be before end_date, by one minute at least' );
	}
	return start < org.now() - ( RECYCLE_DAYS * DAY_MS + 60_000 ) ? refuse( 400, 'INVALID_REPLICATION_DATE', 'The specified start_date is too old' ) : { start, end };
}

const deleted = ( context: Context, name = '' ): Answer => {
	const object = objectOr404( context, name );
	const window = windowOf( context );
	if ( typeof object === 'object' || 'status' in window ) {
		return typeof object === 'object' ? object : ( window as Answer );
	}
	const { state } = context.org;
	const rows = state.deletions.filter( ( one ) => one.object === object && one.at >= window.start && one.at <= window.end );
	return json( 200, {
		deletedRecords: rows.map( ( row ) => ( { deletedDate: restTime( row.at ), id: row.id } ) ),
		earliestDateAvailable: restTime( context.org.now() - RECYCLE_DAYS * DAY_MS ),
		latestDateCovered: restTime( Math.min( window.end, context.org.now() ) ),
	} );
};

const updated = ( context: Context, name = '' ): Answer => {
	const object = objectOr404( context, name );
	const window = windowOf( context );
	if ( typeof object === 'object' || 'status' in window ) {
		return typeof object === 'object' ? object : ( window as Answer );
	}
	const isWithin = ( at: number ): boolean => at >= window.start && at <= window.end;
	const rows = context.org.state.tables[ object ].filter( ( row ) => row.IsDeleted !== true && isWithin( Number( row.SystemModstamp ) ) );
	return json( 200, { ids: rows.map( ( row ) => row.Id ), latestDateCovered: restTime( Math.min( window.end, context.org.now() ) ) } );
};

/** One record's visible fields, times as REST writes them. */
function recordAnswer( { org, userId, base }: Context, object: ObjectName, row: SfRecord, only?: readonly string[] ): JsonObject {
	const answer: JsonObject = { attributes: { type: object, url: `${ base }/sobjects/${ object }/${ row.Id }` } };
	for ( const field of fieldsOf( org.state, object, userId ) ) {
		if ( only === undefined || only.some( ( name ) => name.toLowerCase() === field.name.toLowerCase() ) ) {
			answer[ field.name ] = shown( row[ field.name ] ?? null, field.type );
		}
	}
	return answer;
}

/** Fields that were asked for and are not there. */
const strangers = ( { org, userId }: Context, object: ObjectName, names: readonly string[] ): string[] => {
	const known = fieldsOf( org.state, object, userId ).map( ( field ) => field.name.toLowerCase() );
	return names.filter( ( name ) => ! known.includes( name.toLowerCase() ) );
};

const noSuchField = ( object: string, name: string ): Answer => refuse( 400, 'INVALID_FIELD', `No such column '${ name }' on sobject of type ${ object }` );

/** A record by its id; an answer where there is none. */
function recordOr404( context: Context, object: ObjectName, id: string ): SfRecord | Answer {
	if ( ! isId( id ) || objectOfId( id ) !== object ) {
		return refuse( 404, 'NOT_FOUND', 'Provided external ID field does not exist or is not accessible: ' + id );
	}
	const row = ( context.org.visible( object, context.userId ) ?? [] ).find( ( one ) => one.Id === id18( id ) );
	if ( row === undefined ) {
		return notFound();
	}
	return row.IsDeleted === true ? refuse( 404, 'ENTITY_IS_DELETED', 'entity is deleted', { fields: [] } ) : row;
}

const read = ( context: Context, name = '', id = '' ): Answer => {
	const object = objectOr404( context, name );
	if ( typeof object === 'object' ) {
		return object;
	}
	const row = recordOr404( context, object, id );
	if ( ! ( 'Id' in row ) ) {
		return row as Answer;
	}
	const only = context.call.query.get( 'fields' )?.split( ',' );
	const stranger = only === undefined ? undefined : strangers( context, object, only )[ 0 ];
	return stranger === undefined ? json( 200, recordAnswer( context, object, row as SfRecord, only ) ) : noSuchField( object, stranger );
};

const EDIT_RIGHTS: Readonly< Partial< Record< ObjectName, string > > > = { Contact: 'EditContacts', User: 'EditUsers', UserLogin: 'ManageUsers' };

/** What a record would be after a change, or why it may not. */
function checked( { org }: Context, object: ObjectName, changes: JsonObject ): void {
	if ( object === 'Contact' && typeof changes.AccountId === 'string' ) {
		const account = isId( changes.AccountId ) ? org.find( 'Account', id18( changes.AccountId ) ) : undefined;
		if ( account === undefined ) {
			throw new Refusal( isId( changes.AccountId ) ? 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' : 'MALFORMED_ID', 'Account ID: id value of incorrect type', [ 'AccountId' ] );
		}
		if ( account.IsDeleted === true ) {
			throw new Refusal( 'ENTITY_IS_DELETED', 'entity is deleted', [ 'AccountId' ] );
		}
	}
	if ( object === 'UserLogin' && changes.IsPasswordLocked === true ) {
		throw new Refusal( 'FIELD_INTEGRITY_EXCEPTION', 'A password can be unlocked, never locked', [ 'IsPasswordLocked' ] );
	}
}

const update = ( context: Context, name = '', id = '' ): Answer => {
	const object = objectOr404( context, name );
	const changes = bodyOf( context.call );
	if ( typeof object === 'object' || changes === null ) {
		return typeof object === 'object' ? object : malformedBody();
	}
	const row = recordOr404( context, object, id );
	if ( ! ( 'Id' in row ) ) {
		return row as Answer;
	}
	const { org, userId } = context;
	const right = EDIT_RIGHTS[ object ];
	if ( right === undefined || ! org.may( userId, right ) ) {
		return refuse( 403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', { fields: [] } );
	}
	const stranger = strangers( context, object, Object.keys( changes ) )[ 0 ];
	if ( stranger !== undefined ) {
		return noSuchField( object, stranger );
	}
	const readOnly = Object.keys( changes ).filter( ( field ) => fieldsOf( org.state, object, userId ).find( ( one ) => one.name === field )?.updateable !== true );
	if ( readOnly.length > 0 ) {
		return refuse( 400, 'INVALID_FIELD_FOR_INSERT_UPDATE', `Unable to create/update fields: ${ readOnly.join( ', ' ) }. Please check the security settings of this field.`, { fields: readOnly } );
	}
	try {
		checked( context, object, changes );
		if ( ! org.state.switches.ignoreWrites ) {
			const { IsActive: isActive, ...rest } = changes;
			const ids = typeof rest.AccountId === 'string' ? { AccountId: id18( rest.AccountId ) } : {};
			if ( object === 'User' && typeof isActive === 'boolean' ) {
				org.setActive( row as SfRecord, isActive, userId );
			}
			org.change( object, row as SfRecord, { ...rest, ...ids }, userId );
		}
	} catch ( error ) {
		return refused( error );
	}
	return { status: 204 };
};

/** Many records at once: null in place of each that is not there. */
function collection( context: Context, name: string, ids: readonly Json[], names: readonly Json[] ): Answer {
	const object = objectOr404( context, name );
	if ( typeof object === 'object' ) {
		return object;
	}
	if ( ids.length > MOST_RETRIEVED ) {
		return refuse( 400, 'EXCEEDED_ID_LIMIT', `ids: too many ids, at most ${ MOST_RETRIEVED }` );
	}
	const fields = names.map( String );
	const stranger = strangers( context, object, fields )[ 0 ];
	if ( stranger !== undefined ) {
		return noSuchField( object, stranger );
	}
	const rows = new Map( ( context.org.visible( object, context.userId ) ?? [] ).filter( ( row ) => row.IsDeleted !== true ).map( ( row ) => [ row.Id, row ] ) );
	return json(
		200,
		ids.map( ( id ) => {
			const row = rows.get( id18( String( id ) ) );
			return row === undefined ? null : recordAnswer( context, object, row, [ ...fields, 'Id' ] );
		} )
	);
}

const jobAnswer = ( { org }: Context, job: QueryJob ): JsonObject => {
	const age = ( org.now() - job.createdAt ) / 1000;
	const begun = age * 2 >= org.state.switches.jobSeconds ? 'InProgress' : 'UploadComplete';
	const state = age >= org.state.switches.jobSeconds ? 'JobComplete' : begun;
	return {
		id: job.id,
		operation: job.operation,
		object: /\bfrom\s+(\w+)/i.exec( job.query )?.[ 1 ] ?? '',
		createdById: job.userId,
		createdDate: restTime( job.createdAt ),
		systemModstamp: restTime( job.createdAt ),
		state,
		concurrencyMode: 'Parallel',
		contentType: 'CSV',
		apiVersion: 62,
		lineEnding: 'LF',
		columnDelimiter: 'COMMA',
	};
};

const createJob = ( context: Context ): Answer => {
	const { org, call, userId } = context;
	const sent = bodyOf( call );
	if ( sent === null || typeof sent.query !== 'string' || ( sent.operation !== 'query' && sent.operation !== 'queryAll' ) ) {
		return refuse( 400, 'INVALIDJOB', 'A job needs "operation" and "query"' );
	}
	if ( ! org.may( userId, 'BulkApi' ) ) {
		return refuse( 403, 'FEATURENOTENABLED', 'Bulk API is not enabled for your organization or user' );
	}
	try {
		org.soql( userId ).run( sent.query, sent.operation === 'queryAll' );
	} catch ( error ) {
		return error instanceof SoqlError ? refuse( 400, 'API_ERROR', error.message ) : refused( error );
	}
	const job: QueryJob = { id: recordId( 'Job', org.newNumber() ), operation: sent.operation, query: sent.query, createdAt: org.now(), userId };
	org.state.jobs.push( job );
	return json( 200, jobAnswer( context, job ) );
};

const jobOr404 = ( { org }: Context, id: string ): QueryJob | undefined => org.state.jobs.find( ( job ) => job.id === id18( id ) );

const readJob = ( context: Context, id = '' ): Answer => {
	const job = jobOr404( context, id );
	return job === undefined ? notFound() : json( 200, jobAnswer( context, job ) );
};

const quoted = ( value: Json ): string => ( value === null ? '' : `"${ String( value ).replace( /"/g, '""' ) }"` );

const jobResults = ( context: Context, id = '' ): Answer => {
	const { org, call } = context;
	const job = jobOr404( context, id );
	if ( job === undefined ) {
		return notFound();
	}
	if ( jobAnswer( context, job ).state !== 'JobComplete' ) {
		return refuse( 400, 'INVALIDJOBSTATE', 'The job is not complete' );
	}
	const found = org.soql( job.userId ).run( job.query, job.operation === 'queryAll' );
	const from = Number( Buffer.from( call.query.get( 'locator' ) ?? '', 'base64' ).toString( 'utf8' ) || 0 );
	const most = Math.max( 1, Number( call.query.get( 'maxRecords' ) ?? 50_000 ) );
	const rows = found.rows.slice( from, from + most );
	const next = from + most < found.rows.length ? Buffer.from( String( from + most ) ).toString( 'base64' ) : 'null';
	const written = ( value: Json ): string => quoted( typeof value === 'string' ? value.replace( /\+0000$/, 'Z' ) : value );
	const lines = [ found.columns.map( ( column ) => quoted( column.name ) ).join( ',' ), ...rows.map( ( row ) => found.columns.map( ( column ) => written( column.read( row ) ) ).join( ',' ) ) ];
	return {
		status: 200,
		headers: { 'Content-Type': 'text/csv', 'Sforce-Locator': next, 'Sforce-NumberOfRecords': String( rows.length ), Date: new Date( org.now() ).toUTCString() },
		body: `${ lines.join( '\n' ) }\n`,
	};
};

/** Whether a call's address is longer than the service takes. */
export const isTooLong = ( call: Call ): boolean => call.path.length + call.query.toString().length > LONGEST_ADDRESS;

export const ROUTES: readonly Route[] = [
	{
		method: 'GET',
		path: /^$|^\/$/,
		kind: 'read',
		answer: ( { base } ) => json( 200, Object.fromEntries( [ 'limits', 'query', 'queryAll', 'sobjects', 'composite' ].map( ( name ) => [ name, `${ base }/${ name }` ] ) ) ),
	},
	{ method: 'GET', path: /^\/limits\/?$/, kind: 'read', answer: limits },
	{ method: 'GET', path: /^\/query\/?$/, kind: 'read', answer: query( false ) },
	{ method: 'GET', path: /^\/queryAll\/?$/i, kind: 'read', answer: query( true ) },
	{ method: 'GET', path: /^\/query\/(\w+)-(\d+)$/, kind: 'read', answer: nextPage },
	{ method: 'GET', path: /^\/sobjects\/(\w+)\/describe\/?$/, kind: 'read', answer: describe },
	{ method: 'GET', path: /^\/sobjects\/(\w+)\/deleted\/?$/, kind: 'read', answer: deleted },
	{ method: 'GET', path: /^\/sobjects\/(\w+)\/updated\/?$/, kind: 'read', answer: updated },
	{ method: 'GET', path: /^\/sobjects\/(\w+)\/(\w+)$/, kind: 'read', answer: read },
	{ method: 'PATCH', path: /^\/sobjects\/(\w+)\/(\w+)$/, kind: 'write', answer: update },
	{
		method: 'GET',
		path: /^\/composite\/sobjects\/(\w+)$/,
		kind: 'read',
		answer: ( context, name = '' ) => collection( context, name, ( context.call.query.get( 'ids' ) ?? '' ).split( ',' ), ( context.call.query.get( 'fields' ) ?? '' ).split( ',' ) ),
	},
	{
		method: 'POST',
		path: /^\/composite\/sobjects\/(\w+)$/,
		kind: 'read',
		answer: ( context, name = '' ) => {
			const sent = bodyOf( context.call );
			return Array.isArray( sent?.ids ) && Array.isArray( sent.fields ) ? collection( context, name, sent.ids, sent.fields ) : malformedBody();
		},
	},
	{ method: 'POST', path: /^\/jobs\/query\/?$/, kind: 'read', answer: createJob },
	{ method: 'GET', path: /^\/jobs\/query\/(\w+)$/, kind: 'read', answer: readJob },
	{ method: 'GET', path: /^\/jobs\/query\/(\w+)\/results$/, kind: 'read', answer: jobResults },
];
