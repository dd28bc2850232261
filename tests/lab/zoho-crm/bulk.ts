/**
 * Bulk read: a job, its state, its result as a zipped CSV of up to 200,000 rows.
 */
import { json, type Answer } from '../http';
import { isObject, parseJson, type JsonObject } from '../json';
import { zipOf } from '../zip';
import { invalidModule, missingProperty, refuse } from './answers';
import { bodyText, type Context, type Route } from './context';
import { moduleRef } from './records';
import { DAY_MS, type BulkJob } from './state';

const ROWS_A_PAGE = 200_000;

const notFound = (): Answer =>
	json( 404, { status: 'error', code: 'RESOURCE_NOT_FOUND', message: 'The requested resource doesn\'t exist.', details: {} } );

function create( context: Context ): Answer {
	const { crm, userId } = context;
	const sent = parseJson( bodyText( context.call ) );
	const query = isObject( sent ) ? sent.query : undefined;
	if ( ! isObject( query ) ) {
		return missingProperty( 'query' );
	}
	const module = isObject( query.module ) ? query.module.api_name : query.module;
	if ( module !== 'Contacts' && module !== 'Accounts' ) {
		return invalidModule();
	}
	const all = [ 'id', ...crm.fields( module ).filter( ( field ) => crm.readableField( module, field.apiName, userId ) ).map( ( field ) => field.apiName ) ];
	const asked = Array.isArray( query.fields ) ? query.fields.map( String ) : all;
	const strange = asked.find( ( name ) => ! all.includes( name ) );
	if ( strange !== undefined ) {
		return refuse( 400, 'INVALID_BULK_OPERATION', 'Not a valid field', { api_name: strange } );
	}
	const page = typeof query.page === 'number' ? query.page : 1;
	const job: BulkJob = { id: crm.newId(), module, fields: asked, page, createdAt: crm.now(), createdByUserId: userId };
	crm.state.bulkJobs.push( job );
	return json( 201, {
		data: [
			{
				status: 'success',
				code: 'ADDED_SUCCESSFULLY',
				message: 'Added successfully.',
				details: {
					id: job.id,
					operation: 'read',
					state: 'ADDED',
					created_by: crm.userRef( userId ),
					created_time: crm.time( job.createdAt ),
				},
			},
		],
		info: {},
	} );
}

function stateOf( context: Context, job: BulkJob ): 'ADDED' | 'IN PROGRESS' | 'COMPLETED' {
	const age = context.crm.now() - job.createdAt;
	const takes = context.crm.state.switches.bulkSeconds * 1000;
	if ( age >= takes ) {
		return 'COMPLETED';
	}
	return age * 2 < takes ? 'ADDED' : 'IN PROGRESS';
}

const resultPath = ( job: BulkJob ): string => `/crm/bulk/v8/read/${ job.id }/result`;

function poll( context: Context, id: string ): Answer {
	const { crm } = context;
	const job = crm.state.bulkJobs.find( ( one ) => one.id === id );
	if ( job === undefined ) {
		return notFound();
	}
	const state = stateOf( context, job );
	const rows = crm.records( job.module ).length;
	const result: JsonObject =
		state === 'COMPLETED'
			? {
					result: {
						page: job.page,
						count: Math.max( 0, Math.min( ROWS_A_PAGE, rows - ( job.page - 1 ) * ROWS_A_PAGE ) ),
						download_url: resultPath( job ),
						per_page: ROWS_A_PAGE,
						more_records: rows > job.page * ROWS_A_PAGE,
					},
			  }
			: {};
	return json( 200, {
		data: [
			{
				id: job.id,
				operation: 'read',
				state,
				...result,
				query: { module: moduleRef( job.module ), fields: [ ...job.fields ], page: job.page },
				created_by: crm.userRef( job.createdByUserId ),
				created_time: crm.time( job.createdAt ),
				file_type: 'csv',
			},
		],
	} );
}

const cell = ( value: string ): string => ( /[",\r\n]/.test( value ) ? `"${ value.replaceAll( '"', '""' ) }"` : value );

/** Results can be fetched for one day. A look-up is written as its id. */
function download( context: Context, id: string ): Answer {
	const { crm } = context;
	const job = crm.state.bulkJobs.find( ( one ) => one.id === id );
	if ( job === undefined || stateOf( context, job ) !== 'COMPLETED' || job.createdAt < crm.now() - DAY_MS ) {
		return notFound();
	}
	const offset = ( job.page - 1 ) * ROWS_A_PAGE;
	const rows = crm.records( job.module ).slice( offset, offset + ROWS_A_PAGE );
	const lines = rows.map( ( record ) =>
		job.fields
			.map( ( name ) => {
				const value = record[ name ] ?? '';
				return cell( isObject( value ) ? String( value.id ?? '' ) : String( value ) );
			} )
			.join( ',' )
	);
	const name = job.fields.map( ( field ) => ( field === 'id' ? 'Id' : field ) ).join( ',' );
	return {
		status: 200,
		headers: {
			'Content-Type': 'application/x-download',
			'Content-Disposition': `attachment;filename=${ job.id }.zip`,
		},
		body: zipOf( `${ job.id }.csv`, Buffer.from( [ name, ...lines, '' ].join( '\n' ), 'utf8' ) ),
	};
}

const SCOPES = [ 'ZohoCRM.bulk.READ', 'ZohoCRM.modules.contacts.READ' ];
const BULK = { kind: 'read', right: 'api', scopes: SCOPES } as const;

export const BULK_ROUTES: readonly Route[] = [
	{ ...BULK, method: 'POST', path: /^\/crm\/bulk\/v8\/read$/, cost: ( context ) => context.crm.state.switches.bulkCredits, answer: create },
	{ ...BULK, method: 'GET', path: /^\/crm\/bulk\/v8\/read\/(\d+)$/, answer: ( context, id = '' ) => poll( context, id ) },
	{ ...BULK, method: 'GET', path: /^\/crm\/bulk\/v8\/read\/(\d+)\/result$/, answer: ( context, id = '' ) => download( context, id ) },
];
