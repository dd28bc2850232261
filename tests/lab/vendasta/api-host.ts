/**
 * The platform API: users, the businesses they belong to, the welcome mail; and the read side of SCIM beside it.
 */
import { json, type Answer, type Call } from '../http';
import type { Json, JsonObject } from '../json';
import { apiError, bodyOf, document, identifiers, JSON_API, objectOf, textOf, time, type ErrorOf } from './answers';
import type { Platform } from './platform';
import { newId, newUser } from './scenario';
import type { Category, Token, User } from './state';

const DEFAULT_LIMIT = 10;
const MOST = 100;

const CATEGORIES: readonly string[] = [ 'business', 'partner', 'bot' ];

/** Any of these opens a call; `self.` scopes and OpenID's are for tokens of persons. */
const READ_ITEM = [ 'user.admin', 'user.profile:read', 'user.contact:read', 'user.permission:read', 'user.permission' ];
const READ_ACCESS = [ 'user.admin', 'user.permission:read', 'user.permission' ];

/** Attributes by the scope that shows them; the profile's are shown to all who may read a user. */
const CONTACT = [ 'email', 'emailVerified', 'emailSet', 'phoneNumbersSet', 'phoneNumbers', 'address' ];

export const bearer = ( call: Call ): string => /^Bearer (\S+)$/.exec( String( call.headers.authorization ?? '' ) )?.[ 1 ] ?? '';

const values = ( call: Call, name: string ): string[] => ( call.query.get( name ) ?? '' ).split( ',' ).filter( ( one ) => one !== '' );

interface Route {
	readonly method: string;
	readonly path: RegExp;
	readonly kind: 'read' | 'write';
	/** Any of them opens it. */
	readonly scopes: readonly string[];
	answer: ( host: ApiHost, call: Call, token: Token, ...groups: string[] ) => Answer;
}

class Refusal extends Error {
	public constructor(
		public readonly status: number,
		public readonly error: ErrorOf
	) {
		super( error.detail );
	}
}

const badValue = ( source: string, detail: string ): Refusal => new Refusal( 422, { code: 'QueryParameterBadValue', title: 'Bad query parameter value', detail, source } );
const badBody = ( source: string, detail: string ): Refusal => new Refusal( 400, { code: 'MalformedRequestBody', title: 'Malformed request body', detail, source } );
const absent = ( id: string ): Refusal => new Refusal( 404, { code: 'NotFound', title: 'Not found', detail: `Nothing has the id ${ id }.` } );
const forbidden = ( detail: string ): Refusal => new Refusal( 403, { code: 'Forbidden', title: 'Forbidden', detail } );

export class ApiHost {
	/**
	 * @param platform Whose.
	 * @param url      Address of this host.
	 */
	public constructor(
		public readonly platform: Platform,
		private readonly url: () => string
	) {}

	public kindOf( call: Call ): 'read' | 'write' {
		return this.route( call )?.route.kind ?? ( call.method === 'GET' ? 'read' : 'write' );
	}

	public clientOf( call: Call ): string {
		return this.platform.token( bearer( call ) )?.clientEmail ?? '';
	}

	public answer( call: Call ): Answer {
		const { errorSource } = this.platform.state.switches;
		try {
			return this.perform( call );
		} catch ( error ) {
			if ( error instanceof Refusal ) {
				return apiError( errorSource, error.status, error.error );
			}
			throw error;
		}
	}

	public list( call: Call, token: Token ): Answer {
		const cursor = call.query.get( 'page[cursor]' );
		const found = cursor === null ? { ids: this.found( call ), at: 0 } : this.resumed( cursor );
		const limit = this.limit( call );
		const page = found.ids.slice( found.at, found.at + limit );
		const next = found.at + limit < found.ids.length ? this.cursor( found.ids, found.at + limit ) : null;
		const link = ( parameters: Record< string, string > ) => {
			const address = `${ this.url() }/platform/users?${ new URLSearchParams( { 'page[limit]': String( limit ), ...parameters } ).toString() }`;
			return this.platform.state.switches.nextLink === 'object' ? { href: address } : address;
		};
		const users = page.flatMap( ( id ) => this.platform.user( id ) ?? [] );
		return document( 200, {
			data: users.map( ( user ) => this.resource( user, token, values( call, 'fields[users]' ) ) ),
			links: {
				self: this.url() + call.path,
				first: link( { 'filter[partner.id]': call.query.get( 'filter[partner.id]' ) ?? '' } ),
				...( next === null ? {} : { next: link( { 'page[cursor]': next } ) } ),
			},
		} );
	}

	public one( call: Call, token: Token, id: string ): Answer {
		const user = this.known( id );
		return document( 200, { data: this.resource( user, token, values( call, 'fields[users]' ) ), links: { self: this.url() + call.path } } );
	}

	public create( call: Call, token: Token ): Answer {
		const data = objectOf( this.body( call ).data );
		const attributes = objectOf( data.attributes );
		const relationships = objectOf( data.relationships );
		const partnerId = textOf( objectOf( objectOf( relationships.partner ).data ).id );
		const email = textOf( attributes.email );
		if ( data.type !== 'users' || partnerId === '' ) {
			throw badBody( '/data/relationships/partner', 'The partner is required.' );
		}
		if ( email.length < 5 || ! email.includes( '@' ) ) {
			throw badBody( '/data/attributes/email', 'An e-mail address is required.' );
		}
		if ( textOf( attributes.givenName ).length > 20 || textOf( attributes.familyName ).length > 25 ) {
			throw badBody( '/data/attributes', 'A name is too long.' );
		}
		const locations = this.locations( objectOf( relationships.businessLocations ).data ?? [], partnerId );
		const user: User = {
			...newUser( newId(), email, this.platform.now() ),
			partnerId: this.own( partnerId ),
			givenName: textOf( attributes.givenName ),
			familyName: textOf( attributes.familyName ),
			languageLocaleCode: textOf( attributes.languageLocaleCode ) || 'en-US',
			timeZone: textOf( attributes.timeZone ) || 'America/Regina',
			emailVerified: false,
			businessLocations: locations,
		};
		if ( ! this.platform.state.switches.ignoreWrites ) {
			this.platform.state.users.push( user );
		}
		const self = `${ this.url() }/platform/users/${ user.id }`;
		return document( 201, { data: this.resource( user, token, [] ), links: { self } }, { Location: self } );
	}

	/** The relationship as it stands; adding keeps what is there, replacing does not. */
	public access( call: Call, id: string, name: 'businessLocations' | 'platformAccess' ): Answer {
		const user = this.known( id );
		if ( call.method !== 'GET' ) {
			const wanted = this.locations( this.body( call ).data ?? null, user.partnerId );
			const kept = call.method === 'POST' ? user.businessLocations : [];
			if ( ! this.platform.state.switches.ignoreWrites ) {
				user.businessLocations = [ ...new Set( [ ...kept, ...wanted ] ) ];
			}
			return { status: 204 };
		}
		if ( name === 'platformAccess' && this.platform.state.switches.platformAccess === 'omitted' ) {
			throw absent( name );
		}
		const type = name === 'businessLocations' ? name : 'appFeatures';
		return document( 200, { data: user[ name ].map( ( one ) => ( { type, id: one } ) ), links: { self: this.url() + call.path } } );
	}

	/** A GET that sends a mail. */
	public welcome( id: string ): Answer {
		const user = this.known( id );
		if ( ! this.platform.state.switches.ignoreWrites ) {
			this.platform.send( user );
		}
		return { status: 202 };
	}

	public scimList( call: Call, namespace: string ): Answer {
		this.own( namespace );
		const filter = call.query.get( 'filter' );
		const match = filter === null ? null : /^(userName|externalId) eq ("(?:[^"\\]|\\.)*")$/.exec( filter );
		if ( filter !== null && match === null ) {
			return this.scimError( 400, 'Only "userName" or "externalId" filter attribute supported.' );
		}
		const wanted = match === null ? null : String( JSON.parse( match[ 2 ] ?? '""' ) ).toLowerCase();
		const users = this.platform.listed().filter( ( user ) => user.partnerId === namespace && ( wanted === null || ( match?.[ 1 ] === 'userName' && user.email.toLowerCase() === wanted ) ) );
		const start = Math.max( 1, Number( call.query.get( 'startIndex' ) ?? 1 ) );
		const count = Math.min( MOST, Number( call.query.get( 'count' ) ?? MOST ) );
		const page = users.slice( start - 1, start - 1 + count );
		return this.scim( { schemas: [ 'urn:ietf:params:scim:api:messages:2.0:ListResponse' ], totalResults: users.length, startIndex: start, itemsPerPage: page.length, Resources: page.map( ( user ) => this.scimUser( user ) ) } );
	}

	public scimOne( namespace: string, id: string ): Answer {
		this.own( namespace );
		const user = this.platform.user( id );
		return user === undefined || user.isDeleted || user.partnerId !== namespace ? this.scimError( 404, 'The user is not present in this namespace.' ) : this.scim( this.scimUser( user ) );
	}

	/** An address cannot be changed this way; nor can whether somebody is active. */
	public scimPatch( call: Call, namespace: string, id: string ): Answer {
		const operations = this.body( call, 'application/scim+json' ).Operations;
		const paths = Array.isArray( operations ) ? operations.map( ( one ) => textOf( objectOf( one ).path ) ) : [];
		return paths.some( ( path ) => /^(emails|profileUrl)/.test( path ) ) ? this.scimError( 400, 'The operation is not supported on the target attribute.' ) : this.scimOne( namespace, id );
	}

	private perform( call: Call ): Answer {
		const found = this.route( call );
		if ( found === undefined ) {
			throw new Refusal( 404, { code: 'NotFound', title: 'Not found', detail: 'There is no such address.' } );
		}
		const token = this.platform.token( bearer( call ) );
		if ( token === undefined ) {
			throw new Refusal( 401, { code: 'Unauthenticated', title: 'Unauthenticated', detail: 'The access token is missing, unknown or expired.' } );
		}
		const { route, groups } = found;
		if ( ! this.platform.state.partner.hasApi ) {
			throw forbidden( 'The plan does not include this.' );
		}
		if ( ! route.scopes.some( ( scope ) => token.scopes.includes( scope ) ) ) {
			throw forbidden( 'The access token does not cover this.' );
		}
		return route.answer( this, call, token, ...groups );
	}

	private route( call: Call ): { readonly route: Route; readonly groups: string[] } | undefined {
		for ( const route of ROUTES ) {
			const match = route.method === call.method ? route.path.exec( call.path ) : null;
			if ( match !== null ) {
				return { route, groups: match.slice( 1 ).map( decodeURIComponent ) };
			}
		}
		return undefined;
	}

	private known( id: string ): User {
		const { account, switches } = this.platform.state;
		const user = this.platform.user( id === 'me' ? account.userId : id );
		if ( user === undefined || ( user.isDeleted && switches.deletedUser === 'absent' ) ) {
			throw absent( id );
		}
		return user;
	}

	/** That partner, where it is the account's own. */
	private own( partnerId: string ): string {
		if ( partnerId !== this.platform.state.partner.id ) {
			throw forbidden( 'That partner is another one.' );
		}
		return partnerId;
	}

	private body( call: Call, type = JSON_API ): JsonObject {
		const body = bodyOf( call );
		if ( body === undefined || ! String( call.headers[ 'content-type' ] ?? '' ).startsWith( type ) ) {
			throw badBody( '/data', 'The body has to be JSON:API.' );
		}
		return body;
	}

	private locations( sent: Json, partnerId: string ): string[] {
		const ids = identifiers( sent, 'businessLocations' );
		const own = this.platform.state.locations.filter( ( location ) => location.partnerId === partnerId ).map( ( location ) => location.id );
		if ( ids === undefined || ids.some( ( id ) => ! own.includes( id ) ) ) {
			throw badBody( '/data/relationships/businessLocations', 'Not all of these are business locations of the partner.' );
		}
		return ids;
	}

	private limit( call: Call ): number {
		const sent = call.query.get( 'page[limit]' );
		const limit = sent === null ? DEFAULT_LIMIT : Number( sent );
		if ( ! Number.isInteger( limit ) || limit < 1 || limit > MOST ) {
			throw badValue( 'page[limit]', 'It has to be between 1 and 100.' );
		}
		return limit;
	}

	/** Ids of the users that the filters let through. */
	private found( call: Call ): string[] {
		const { switches, partner } = this.platform.state;
		const ids = values( call, 'filter[id]' );
		const partnerId = call.query.get( 'filter[partner.id]' ) ?? '';
		const categories = values( call, 'filter[category]' );
		if ( partnerId === '' && ids.length === 0 ) {
			throw badValue( 'filter[partner.id]', 'It is required.' );
		}
		if ( categories.some( ( category ) => ! CATEGORIES.includes( category ) ) ) {
			throw badValue( 'filter[category]', 'There is no such category.' );
		}
		if ( partnerId !== '' && partnerId !== partner.id && switches.foreignPartner === 'forbidden' ) {
			this.own( partnerId );
		}
		const email = call.query.get( 'filter[email]' );
		const term = call.query.get( 'filter[searchTerm]' )?.toLowerCase();
		const isSame = ( one: string, other: string ) => ( switches.emailFilter === 'exact-case' ? one === other : one.toLowerCase() === other.toLowerCase() );
		return this.platform
			.listed()
			.filter(
				( user ) =>
					( partnerId === '' || user.partnerId === partnerId ) &&
					( ids.length === 0 || ids.includes( user.id ) ) &&
					( categories.length === 0 || categories.includes( user.category satisfies Category ) ) &&
					( email === null || isSame( user.email, email ) ) &&
					( term === undefined || `${ this.platform.displayName( user ) } ${ user.email }`.toLowerCase().includes( term ) )
			)
			.map( ( user ) => user.id );
	}

	/** A cursor holds the filters' outcome and where it stopped. */
	private cursor( ids: readonly string[], at: number ): string {
		const key = `c${ this.cursors.size + 1 }-${ at }`;
		this.cursors.set( key, { ids, at } );
		return Buffer.from( key ).toString( 'base64' );
	}

	private resumed( cursor: string ): { readonly ids: readonly string[]; readonly at: number } {
		const kept = this.cursors.get( Buffer.from( cursor, 'base64' ).toString( 'utf8' ) );
		if ( kept === undefined ) {
			throw badValue( 'page[cursor]', 'It is unknown.' );
		}
		return kept;
	}

	private resource( user: User, token: Token, fields: readonly string[] ): object {
		const { switches } = this.platform.state;
		const may = ( scopes: readonly string[] ) => scopes.some( ( scope ) => token.scopes.includes( scope ) );
		const blank = switches.hiddenFields === 'null' ? null : '';
		const attributes: Record< string, unknown > = {
			displayName: user.isDeleted ? '' : this.platform.displayName( user ),
			givenName: user.givenName,
			familyName: user.familyName,
			greetingName: user.givenName,
			email: user.email,
			emailVerified: user.emailVerified,
			emailSet: user.emailSet,
			languageLocaleCode: user.languageLocaleCode,
			phoneNumbersSet: user.phoneNumbers.length > 0,
			phoneNumbers: user.phoneNumbers,
			timeZone: user.timeZone,
			createdAt: time( user.createdAt ),
			updatedAt: time( user.updatedAt ),
		};
		const relationships: Record< string, unknown > = {
			partner: { data: { type: 'partners', id: user.partnerId } },
			businessLocations: { data: user.businessLocations.map( ( id ) => ( { type: 'businessLocations', id } ) ) },
			...( switches.platformAccess === 'told' ? { platformAccess: { data: user.platformAccess.map( ( id ) => ( { type: 'appFeatures', id } ) ) } } : {} ),
		};
		if ( ! may( [ 'user.admin', 'user.contact:read' ] ) ) {
			CONTACT.filter( ( name ) => name in attributes ).forEach( ( name ) => ( attributes[ name ] = typeof attributes[ name ] === 'boolean' && blank === '' ? false : blank ) );
			if ( switches.hiddenFields === 'omitted' ) {
				CONTACT.forEach( ( name ) => delete attributes[ name ] );
			}
		}
		if ( ! may( READ_ACCESS ) ) {
			[ 'businessLocations', 'platformAccess' ].forEach( ( name ) => {
				relationships[ name ] = { data: switches.hiddenFields === 'null' ? null : [] };
				if ( switches.hiddenFields === 'omitted' ) {
					delete relationships[ name ];
				}
			} );
		}
		const kept = ( all: Record< string, unknown > ) => Object.fromEntries( Object.entries( all ).filter( ( [ name ] ) => fields.length === 0 || fields.includes( name ) ) );
		return { type: 'users', id: user.id, attributes: kept( attributes ), relationships: kept( relationships ) };
	}

	private scimUser( user: User ): object {
		const groups = [ ...user.platformAccess.map( ( id ) => ( { id, displayName: id, type: 'platformFeature' } ) ), ...user.businessLocations.map( ( id ) => ( { id: `ba:access:${ id }`, displayName: `Access for ${ id }`, type: 'business' } ) ) ];
		return {
			schemas: [ 'urn:ietf:params:scim:schemas:core:2.0:User' ],
			id: user.id,
			userName: user.email,
			name: { formatted: this.platform.displayName( user ), givenName: user.givenName, familyName: user.familyName },
			displayName: this.platform.displayName( user ),
			preferredLanguage: user.languageLocaleCode,
			timezone: user.timeZone,
			emails: [ { value: user.email, type: 'work', primary: true } ],
			active: true,
			groups,
			meta: { resourceType: 'User', created: time( user.createdAt ), lastModified: time( user.updatedAt ) },
		};
	}

	private scim( body: object ): Answer {
		return this.platform.state.switches.scim === 'closed' ? this.scimError( 404, 'There is no such address.' ) : json( 200, body, { 'Content-Type': 'application/scim+json' } );
	}

	private scimError( status: number, detail: string ): Answer {
		return json( status, { schemas: [ 'urn:ietf:params:scim:api:messages:2.0:Error' ], status: String( status ), detail }, { 'Content-Type': 'application/scim+json' } );
	}

	private readonly cursors = new Map< string, { readonly ids: readonly string[]; readonly at: number } >();
}

const ID = '([^/]+)';
const ADMIN = [ 'user.admin' ];

const route = ( method: string, path: string, kind: Route[ 'kind' ], scopes: readonly string[], answer: Route[ 'answer' ] ): Route => ( { method, path: new RegExp( `^${ path }$` ), kind, scopes, answer } );

const LOCATIONS = `/platform/users/${ ID }/relationships/businessLocations`;

const ROUTES: readonly Route[] = [
	route( 'GET', '/platform/users', 'read', [ 'user.admin', 'user.list' ], ( host, call, token ) => host.list( call, token ) ),
	route( 'POST', '/platform/users', 'write', ADMIN, ( host, call, token ) => host.create( call, token ) ),
	route( 'GET', `/platform/users/${ ID }`, 'read', READ_ITEM, ( host, call, token, id = '' ) => host.one( call, token, id ) ),
	route( 'GET', LOCATIONS, 'read', READ_ACCESS, ( host, call, _token, id = '' ) => host.access( call, id, 'businessLocations' ) ),
	route( 'POST', LOCATIONS, 'write', ADMIN, ( host, call, _token, id = '' ) => host.access( call, id, 'businessLocations' ) ),
	route( 'PATCH', LOCATIONS, 'write', ADMIN, ( host, call, _token, id = '' ) => host.access( call, id, 'businessLocations' ) ),
	route( 'GET', `/platform/users/${ ID }/relationships/platformAccess`, 'read', READ_ACCESS, ( host, call, _token, id = '' ) => host.access( call, id, 'platformAccess' ) ),
	route( 'GET', `/platform/users/${ ID }/actions/sendWelcomeEmail`, 'write', ADMIN, ( host, _call, _token, id = '' ) => host.welcome( id ) ),
	route( 'GET', `/scim/${ ID }/Users`, 'read', ADMIN, ( host, call, _token, namespace = '' ) => host.scimList( call, namespace ) ),
	route( 'GET', `/scim/${ ID }/Users/${ ID }`, 'read', ADMIN, ( host, _call, _token, namespace = '', id = '' ) => host.scimOne( namespace, id ) ),
	route( 'PATCH', `/scim/${ ID }/Users/${ ID }`, 'write', ADMIN, ( host, call, _token, namespace = '', id = '' ) => host.scimPatch( call, namespace, id ) ),
];
