/**
 * The one host of HubSpot's API: OAuth, account, contacts, companies, associations, properties.
 */
import { json, type Answer, type Call } from '../http';
import type { Account, Caller } from './account';
import { apiError, bodyOf, invalid, notFound, rateLimited, rowsOf, textOf, time } from './answers';
import { Records } from './records';
import { newProperty } from './scenario';
import type { ObjectType, Property } from './state';

interface Route {
	readonly method: string;
	readonly path: RegExp;
	readonly kind: 'read' | 'write';
	/** One of these is enough. */
	readonly scopes: readonly string[];
	answer: ( host: ApiHost, call: Call, ...groups: string[] ) => Answer;
}

/** How an association of contact and company is called: the default one, and the one of the primary company. */
const DEFAULT_TYPE = 279;
const PRIMARY_TYPE = 1;

const OBJECTS = '/crm/v3/objects';

/** Dated versions answer beside the numbered ones, at addresses of their own. */
const undated = ( path: string ): string =>
	path
		.replace( /^\/crm\/objects\/20\d\d-\d\d\//, `${ OBJECTS }/` )
		.replace( /^\/crm\/properties\/20\d\d-\d\d\//, '/crm/v3/properties/' )
		.replace( /^\/account-info\/20\d\d-\d\d\//, '/account-info/v3/' )
		.replace( /^\/oauth\/20\d\d-\d\d\//, '/oauth/v1/' );

const propertyRow = ( property: Property ): object => ( {
	name: property.name,
	label: property.label,
	type: property.type,
	fieldType: property.fieldType,
	description: property.description,
	groupName: property.groupName,
	options: [],
	displayOrder: -1,
	calculated: false,
	externalOptions: false,
	hasUniqueValue: property.name === 'email',
	hidden: false,
	hubspotDefined: property.hubspotDefined,
	formField: true,
	dataSensitivity: 'non_sensitive',
	modificationMetadata: { archivable: ! property.hubspotDefined, readOnlyDefinition: property.hubspotDefined, readOnlyOptions: false, readOnlyValue: false },
	createdAt: time( property.createdAt ),
	updatedAt: time( property.updatedAt ),
	archived: property.archivedAt !== null,
	...( property.archivedAt === null ? {} : { archivedAt: time( property.archivedAt ) } ),
} );

const READ = [ 'crm.objects.contacts.read' ];
const WRITE = [ 'crm.objects.contacts.write' ];
const READ_COMPANIES = [ 'crm.objects.companies.read' ];

const ROUTES: readonly Route[] = [
	{ method: 'GET', path: /^\/account-info\/v3\/details$/, kind: 'read', scopes: [], answer: ( host ) => host.details() },
	{ method: 'GET', path: /^\/account-info\/v3\/api-usage\/daily\/private-apps$/, kind: 'read', scopes: [], answer: ( host ) => host.usage() },
	{ method: 'GET', path: /^\/account-info\/v3\/activity\/audit-logs$/, kind: 'read', scopes: [ 'account-info.security.read' ], answer: ( host, call ) => host.audit( call ) },
	{ method: 'GET', path: /^\/crm\/v3\/objects\/contacts$/, kind: 'read', scopes: READ, answer: ( host, call ) => host.records( 'contacts' ).list( call ) },
	{ method: 'POST', path: /^\/crm\/v3\/objects\/contacts$/, kind: 'write', scopes: WRITE, answer: ( host, call ) => host.records( 'contacts' ).create( call ) },
	{ method: 'POST', path: /^\/crm\/v3\/objects\/contacts\/search$/, kind: 'read', scopes: READ, answer: ( host, call ) => host.records( 'contacts' ).search( call ) },
	{ method: 'POST', path: /^\/crm\/v3\/objects\/contacts\/batch\/read$/, kind: 'read', scopes: READ, answer: ( host, call ) => host.records( 'contacts' ).batchRead( call ) },
	{ method: 'POST', path: /^\/crm\/v3\/objects\/contacts\/merge$/, kind: 'write', scopes: WRITE, answer: ( host, call ) => host.records( 'contacts' ).merge( call ) },
	{ method: 'GET', path: /^\/crm\/v3\/objects\/contacts\/([^/]+)$/, kind: 'read', scopes: READ, answer: ( host, call, id = '' ) => host.records( 'contacts' ).get( call, id ) },
	{ method: 'PATCH', path: /^\/crm\/v3\/objects\/contacts\/([^/]+)$/, kind: 'write', scopes: WRITE, answer: ( host, call, id = '' ) => host.records( 'contacts' ).update( call, id ) },
	{ method: 'GET', path: /^\/crm\/v3\/objects\/companies$/, kind: 'read', scopes: READ_COMPANIES, answer: ( host, call ) => host.records( 'companies' ).list( call ) },
	{ method: 'POST', path: /^\/crm\/v3\/objects\/companies\/search$/, kind: 'read', scopes: READ_COMPANIES, answer: ( host, call ) => host.records( 'companies' ).search( call ) },
	{ method: 'GET', path: /^\/crm\/v3\/objects\/companies\/([^/]+)$/, kind: 'read', scopes: READ_COMPANIES, answer: ( host, call, id = '' ) => host.records( 'companies' ).get( call, id ) },
	{ method: 'GET', path: /^\/crm\/v4\/objects\/contacts?\/(\d+)\/associations\/compan(?:y|ies)$/, kind: 'read', scopes: READ, answer: ( host, call, id = '' ) => host.companiesOf( call, id ) },
	{
		method: 'PUT',
		path: /^\/crm\/v4\/objects\/contacts?\/(\d+)\/associations\/default\/compan(?:y|ies)\/(\d+)$/,
		kind: 'write',
		scopes: WRITE,
		answer: ( host, _call, contact = '', company = '' ) => host.associate( contact, company ),
	},
	{ method: 'POST', path: /^\/crm\/v4\/associations\/contacts?\/compan(?:y|ies)\/batch\/read$/, kind: 'read', scopes: READ, answer: ( host, call ) => host.associationsOfMany( call ) },
	{ method: 'GET', path: /^\/crm\/v3\/properties\/contacts?$/, kind: 'read', scopes: [ 'crm.schemas.contacts.read', ...READ ], answer: ( host, call ) => host.properties( call ) },
	{ method: 'POST', path: /^\/crm\/v3\/properties\/contacts?$/, kind: 'write', scopes: [ 'crm.schemas.contacts.write' ], answer: ( host, call ) => host.createProperty( call ) },
	{ method: 'GET', path: /^\/crm\/v3\/properties\/contacts?\/([^/]+)$/, kind: 'read', scopes: [ 'crm.schemas.contacts.read', ...READ ], answer: ( host, call, name = '' ) => host.property( call, name ) },
];

export class ApiHost {
	private readonly byType: Readonly< Record< ObjectType, Records > >;

	public constructor( public readonly account: Account ) {
		this.byType = { contacts: new Records( account, 'contacts' ), companies: new Records( account, 'companies' ) };
	}

	public records( type: ObjectType ): Records {
		return this.byType[ type ];
	}

	public kindOf( call: Call ): 'read' | 'write' {
		const path = undated( call.path );
		// Handing out a token changes no record.
		return path.startsWith( '/oauth/' ) ? 'read' : this.route( call )?.route.kind ?? ( call.method === 'GET' ? 'read' : 'write' );
	}

	/** Name of the app that calls; '' where it proves none. */
	public clientOf( call: Call ): string {
		const caller = this.caller( call );
		return typeof caller === 'object' ? caller.name : new URLSearchParams( call.body.toString( 'utf8' ) ).get( 'client_id' ) ?? '';
	}

	public answer( call: Call ): Answer {
		const path = undated( call.path );
		if ( call.method === 'POST' && path === '/oauth/v1/token' ) {
			return this.token( new URLSearchParams( call.body.toString( 'utf8' ) ) );
		}
		const shown = /^\/oauth\/v1\/access-tokens\/([^/]+)$/.exec( path );
		if ( shown !== null && call.method === 'GET' ) {
			return this.describe( decodeURIComponent( shown[ 1 ] ?? '' ) );
		}
		const caller = this.caller( call );
		if ( caller === 'expired' && this.account.state.switches.expiredToken === 'EXPIRED_AUTHENTICATION' ) {
			return apiError( 401, 'EXPIRED_AUTHENTICATION', 'The OAuth token used to make this call expired.' );
		}
		if ( typeof caller !== 'object' ) {
			return apiError( 401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs' );
		}
		const found = this.route( call );
		if ( found === undefined ) {
			return { status: 404, headers: { 'Content-Type': 'text/html' }, body: '<html><body><h1>Not found</h1></body></html>' };
		}
		const isSearch = path.endsWith( '/search' );
		const isUsage = path.endsWith( '/private-apps' ) && this.account.state.switches.usageWhenSpent === 'answered';
		const counted = this.account.count( caller, isSearch );
		if ( counted === 'daily' && ! isUsage ) {
			return this.limited( rateLimited( this.account.state.switches.dailyPolicy === 'DAILY' ? 'DAILY' : '' ), caller, isSearch );
		}
		if ( counted === 'ten-seconds' || counted === 'search' ) {
			return this.limited( rateLimited( counted === 'search' ? 'SECONDLY' : 'TEN_SECONDLY_ROLLING' ), caller, isSearch );
		}
		const { scopes } = found.route;
		const needed = /associations=[^&]*compan/.test( decodeURIComponent( call.query.toString() ) ) && ! caller.scopes.includes( READ_COMPANIES[ 0 ] ?? '' ) ? READ_COMPANIES : scopes;
		if ( needed.length > 0 && ! needed.some( ( scope ) => caller.scopes.includes( scope ) ) ) {
			return this.limited( this.scopeMissing( needed ), caller, isSearch );
		}
		return this.limited( found.route.answer( this, call, ...found.groups ), caller, isSearch );
	}

	public details(): Answer {
		const { portalId, uiDomain, dataHostingLocation, timeZone } = this.account.state.account;
		const money = { companyCurrency: 'EUR', additionalCurrencies: [] };
		const clock = { timeZone, utcOffset: '+01:00', utcOffsetMilliseconds: 3_600_000 };
		return json( 200, { portalId, accountType: 'STANDARD', ...money, ...clock, uiDomain, dataHostingLocation } );
	}

	public usage(): Answer {
		const { limits, switches } = this.account.state;
		return json( 200, {
			results: [
				{
					name: 'private-apps-api-calls-daily',
					usageLimit: limits.daily,
					currentUsage: Math.min( limits.usedToday, limits.daily ),
					collectedAt: time( this.account.now() ),
					fetchStatus: switches.usageStatus,
					resetsAt: time( this.account.resetsAt() ),
				},
			],
		} );
	}

	public audit( call: Call ): Answer {
		if ( ! this.account.state.account.isEnterprise ) {
			return apiError( 403, 'MISSING_SCOPES', 'This account has no access to the audit log.' );
		}
		const from = Date.parse( call.query.get( 'occurredAfter' ) ?? '' ) || 0;
		const to = Date.parse( call.query.get( 'occurredBefore' ) ?? '' ) || Number.POSITIVE_INFINITY;
		const entries = this.account.state.audit.filter( ( entry ) => entry.at >= from && entry.at <= to );
		return json( 200, {
			results: entries
				.slice( 0, Number( call.query.get( 'limit' ) ?? '100' ) )
				.map( ( { at, objectId, userId, userEmail, ...entry } ) => ( { ...entry, targetObjectId: objectId, occurredAt: time( at ), actingUser: { userId, userEmail } } ) ),
		} );
	}

	public companiesOf( call: Call, id: string ): Answer {
		const contact = this.account.record( 'contacts', id, false );
		if ( contact === undefined ) {
			return notFound( 'The object' );
		}
		const limit = Number( call.query.get( 'limit' ) ?? '500' );
		return json( 200, { results: this.associations( contact.id ).slice( 0, limit ) } );
	}

	public associationsOfMany( call: Call ): Answer {
		const inputs = rowsOf( bodyOf( call ).inputs );
		if ( inputs.length === 0 || inputs.length > 1000 ) {
			return invalid( 'A batch has between 1 and 1000 inputs.' );
		}
		const startedAt = time( this.account.now() );
		const results = inputs.flatMap( ( input ) => {
			const to = this.associations( textOf( input.id ) );
			return to.length === 0 ? [] : [ { from: { id: textOf( input.id ) }, to } ];
		} );
		return json( 200, { status: 'COMPLETE', results, startedAt, completedAt: time( this.account.now() ) } );
	}

	public associate( contactId: string, companyId: string ): Answer {
		const contact = this.account.record( 'contacts', contactId, false );
		const company = this.account.record( 'companies', companyId, false );
		if ( contact === undefined || company === undefined ) {
			return notFound( 'One of the objects' );
		}
		const hadNone = this.account.companiesOf( contact ).length === 0;
		if ( ! this.account.state.switches.ignoreWrites && ! contact.companies.includes( companyId ) ) {
			this.account.change( contact, ( one ) => void ( one.companies = [ ...one.companies, companyId ] ) );
		}
		const startedAt = time( this.account.now() );
		const types = hadNone ? [ PRIMARY_TYPE, DEFAULT_TYPE ] : [ DEFAULT_TYPE ];
		return json( 200, {
			status: 'COMPLETE',
			results: types.map( ( associationTypeId ) => ( { from: { id: contactId }, to: { id: companyId }, associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId } } ) ),
			startedAt,
			completedAt: startedAt,
		} );
	}

	public properties( call: Call ): Answer {
		const isArchived = call.query.get( 'archived' ) === 'true';
		return json( 200, { results: this.account.state.properties.filter( ( one ) => ( one.archivedAt !== null ) === isArchived ).map( propertyRow ) } );
	}

	public property( call: Call, name: string ): Answer {
		const found = this.account.property( name, call.query.get( 'archived' ) === 'true' );
		return found === undefined ? notFound( 'The property' ) : json( 200, propertyRow( found ) );
	}

	public createProperty( call: Call ): Answer {
		const body = bodyOf( call );
		const name = textOf( body.name );
		const missing = [ 'name', 'label', 'type', 'fieldType', 'groupName' ].find( ( key ) => textOf( body[ key ] ) === '' );
		if ( missing !== undefined || ! /^[a-z][a-z0-9_]*$/.test( name ) ) {
			return invalid( `${ missing ?? 'name' } is missing or not allowed` );
		}
		const { properties, switches } = this.account.state;
		if ( properties.some( ( one ) => one.name === name ) ) {
			return apiError( 409, 'CONFLICT', `A property named '${ name }' already exists.` );
		}
		const now = this.account.now();
		const texts = Object.fromEntries( [ 'label', 'type', 'fieldType', 'groupName', 'description' ].map( ( key ) => [ key, textOf( body[ key ] ) ] ) );
		const property = newProperty( name, now, { ...texts, createdAt: now, updatedAt: now } );
		if ( ! switches.ignoreWrites ) {
			properties.push( property );
		}
		return json( 201, propertyRow( property ) );
	}

	private associations( contactId: string ): object[] {
		const contact = this.account.record( 'contacts', contactId, false );
		const { toObjectId } = this.account.state.switches;
		return ( contact === undefined ? [] : this.account.companiesOf( contact ) ).map( ( { id }, index ) => ( {
			toObjectId: toObjectId === 'text' ? id : Number( id ),
			associationTypes: [
				...( index === 0 ? [ { category: 'HUBSPOT_DEFINED', typeId: PRIMARY_TYPE, label: 'Primary' } ] : [] ),
				{ category: 'HUBSPOT_DEFINED', typeId: DEFAULT_TYPE, label: null },
			],
		} ) );
	}

	private token( fields: URLSearchParams ): Answer {
		const { publicApps, switches } = this.account.state;
		const refused = ( status: string, message: string ): Answer => json( 400, { status, message, correlationId: '00000000-0000-4000-8000-000000000000' } );
		if ( fields.get( 'grant_type' ) !== 'refresh_token' ) {
			return refused( 'BAD_GRANT_TYPE', 'unknown or unsupported grant type' );
		}
		const app = publicApps.find( ( one ) => one.clientId === fields.get( 'client_id' ) );
		if ( app === undefined ) {
			return refused( 'BAD_CLIENT_ID', 'missing or unknown client id' );
		}
		if ( app.clientSecret !== fields.get( 'client_secret' ) ) {
			return refused( 'BAD_CLIENT_SECRET', 'missing or unknown client secret' );
		}
		const known = app.refreshTokens.find( ( one ) => one.token === fields.get( 'refresh_token' ) && ! one.isRevoked );
		if ( known === undefined ) {
			return refused( 'BAD_REFRESH_TOKEN', 'missing or unknown refresh token' );
		}
		let next = known.token;
		if ( switches.refreshToken === 'rotating' ) {
			known.isRevoked = true;
			next = `${ known.token.split( '~' )[ 0 ] ?? '' }~${ app.refreshTokens.length }`;
			app.refreshTokens.push( { token: next, isRevoked: false } );
		}
		return json( 200, { token_type: 'bearer', refresh_token: next, access_token: this.account.issueToken( app.clientId ), expires_in: 1800 } );
	}

	private describe( token: string ): Answer {
		const caller = this.account.caller( token );
		if ( typeof caller !== 'object' || caller.kind === 'private' ) {
			return apiError( 404, 'OBJECT_NOT_FOUND', 'token not found' );
		}
		const { portalId } = this.account.state.account;
		return json( 200, { token, user: 'causeway@northwind.example', hub_domain: 'northwind.example', scopes: caller.scopes, hub_id: portalId, app_id: 1, expires_in: 1800, user_id: 1187, token_type: 'access' } );
	}

	private scopeMissing( scopes: readonly string[] ): Answer {
		return apiError( 403, 'MISSING_SCOPES', 'This app hasn’t been granted all required scopes to make this call.', {
			errors: [ { message: 'One or more of the following scopes are required.', context: { requiredGranularScopes: scopes } } ],
			links: { scopes: 'https://developers.hubspot.com/scopes' },
		} );
	}

	/** Adds what an answer tells of the limits: nothing after a search, no daily pair for a public app. */
	private limited( answer: Answer, caller: Caller, isSearch: boolean ): Answer {
		if ( isSearch ) {
			return answer;
		}
		const { limits } = this.account.state;
		const daily = { 'X-HubSpot-RateLimit-Daily': String( limits.daily ), 'X-HubSpot-RateLimit-Daily-Remaining': String( Math.max( 0, limits.daily - limits.usedToday ) ) };
		return {
			...answer,
			headers: {
				...answer.headers,
				...( caller.kind === 'private' ? daily : {} ),
				'X-HubSpot-RateLimit-Interval-Milliseconds': '10000',
				'X-HubSpot-RateLimit-Max': String( limits.perTenSeconds ),
				'X-HubSpot-RateLimit-Remaining': String( Math.max( 0, this.account.leftInWindow( caller ) ) ),
			},
		};
	}

	private caller( call: Call ): ReturnType< Account[ 'caller' ] > {
		const [ scheme = '', token = '' ] = String( call.headers.authorization ?? '' ).split( ' ' );
		return scheme.toLowerCase() === 'bearer' ? this.account.caller( token ) : 'unknown';
	}

	private route( call: Call ): { readonly route: Route; readonly groups: string[] } | undefined {
		const path = undated( call.path );
		for ( const route of ROUTES ) {
			const match = route.method === call.method ? route.path.exec( path ) : null;
			if ( match !== null ) {
				return { route, groups: match.slice( 1 ).map( decodeURIComponent ) };
			}
		}
		return undefined;
	}
}
