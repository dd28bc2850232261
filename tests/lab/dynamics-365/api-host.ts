/**
 * The Web API of one environment: who calls, within which limits, and what is answered.
 */
import type { Answer, Call } from '../http';
import type { JsonObject } from '../json';
import { batch, operationsOf, type Operation } from './batch';
import { absent, badQuery, missingPrivilege, noAccess, ok, Refusal, unknownSegment } from './answers';
import { changesSince, checkTracking, deltaToken } from './changes';
import { GUID, type Environment } from './environment';
import { fetch } from './fetch-xml';
import { checkOptions, matchingRows, preferencesOf, Presenter, selectedColumns, type Preferences } from './odata';
import type { AccessToken, Row } from './state';
import { CONTACT_ENTITY, hasPortal, readableRows, tableOfSet, webRoles, webRolesOfContact, type Table } from './tables';
import { columnMetadata } from './metadata';
import { createContact, patchContact, restore, type Write } from './writes';

const ROOT = /^\/api\/data\/v9\.\d\//;

const PRIVILEGE_CALL = /^systemusers\(([^)]+)\)\/Microsoft\.Dynamics\.CRM\.RetrieveUserPrivilegeByPrivilegeName\(PrivilegeName=(?:'(\w+)'|(@\w+))\)$/;

const COOKIE = /pagenumber="(\d+)" last="([^"]*)" version="(\d+)"/;

/** One line of a list; `order` tells where the next page begins. */
interface Entry {
	readonly order: string;
	readonly show: () => JsonObject;
}

const padded = ( version: number ): string => String( version ).padStart( 12, '0' );

const isTracked = ( call: Call, preferences: Preferences ): boolean =>
	preferences.isTracking || call.query.has( '$deltatoken' ) || ( call.query.get( '$skiptoken' ) ?? '' ).includes( 'istracking="True"' );

export class ApiHost {
	private readonly underWay = new Map< string, number >();

	public constructor(
		private readonly environment: Environment,
		private readonly base: () => string
	) {}

	/** The token that a call carries, dead or alive. */
	public token( call: Call ): AccessToken | undefined {
		const sent = /^Bearer (\S+)$/.exec( String( call.headers.authorization ?? '' ) )?.[ 1 ];
		return this.environment.state.tokens.find( ( token ) => token.token === sent );
	}

	public kindOf( call: Call ): 'read' | 'write' {
		if ( call.path.endsWith( '/$batch' ) ) {
			try {
				return operationsOf( call ).every( ( operation ) => operation.method === 'GET' ) ? 'read' : 'write';
			} catch {
				return 'read';
			}
		}
		return call.method === 'GET' ? 'read' : 'write';
	}

	/** Counts a call as under way until the returned function is called, faults and waiting included. */
	public enter( client: string ): () => void {
		this.underWay.set( client, ( this.underWay.get( client ) ?? 0 ) + 1 );
		return () => this.underWay.set( client, ( this.underWay.get( client ) ?? 1 ) - 1 );
	}

	public answer( call: Call ): Answer {
		this.environment.settle();
		try {
			const userId = this.caller( call );
			const headers = this.metered( call, userId );
			const answer = this.perform( call, userId );
			return { ...answer, headers: { ...answer.headers, ...headers } };
		} catch ( error ) {
			if ( ! ( error instanceof Refusal ) ) {
				throw error;
			}
			if ( error.status === 401 && this.environment.state.switches.unauthorisedBody === 'empty' ) {
				return { status: 401, headers: { 'WWW-Authenticate': `Bearer authorization_uri=https://login.example/${ this.environment.state.tenantId }/oauth2/authorize` } };
			}
			return error.answer();
		}
	}

	/** Id of the system user behind the call. */
	private caller( call: Call ): string {
		if ( call.headers.authorization === undefined ) {
			throw new Refusal( 401, '0x80040220', 'No authentication was supplied (MissingCrmAuthenticationToken).' );
		}
		const token = this.token( call );
		if ( token === undefined ) {
			throw new Refusal( 401, 'InvalidAuthTicket', 'The authentication ticket is not valid.' );
		}
		if ( token.expiresAt <= this.environment.now() ) {
			throw new Refusal( 401, 'ExpiredAuthTicket', 'The authentication ticket has expired.' );
		}
		const user = this.environment.user( this.environment.application( token.clientId )?.userId ?? '' );
		if ( user === undefined ) {
			throw new Refusal( 403, '0x80072560', 'The user is not a member of the organization.' );
		}
		if ( user.isDisabled ) {
			throw new Refusal( 403, '0x80040225', `The specified user(Id = ${ user.id }) is disabled. Consider enabling this user.` );
		}
		return user.id;
	}

	/** Service protection: what is left goes along with every answer. */
	private metered( call: Call, userId: string ): Record< string, string > {
		const { limits, switches, calls } = this.environment.state;
		const recent = this.environment.recentCalls( userId );
		const code = ( known: string ): string => ( switches.throttleCode === 'present' ? known : '' );
		if ( ( this.underWay.get( this.token( call )?.clientId ?? '' ) ?? 0 ) > limits.concurrent ) {
			throw new Refusal( 429, code( '0x80072326' ), `Number of concurrent requests exceeded the limit of ${ limits.concurrent }.`, { 'Retry-After': '2' } );
		}
		if ( recent.length >= limits.requests ) {
			const free = ( recent[ recent.length - limits.requests ] ?? 0 ) + limits.windowSeconds * 1000 - this.environment.now();
			const seconds = Math.max( 1, Math.ceil( free / 1000 ) );
			throw new Refusal( 429, code( '0x80072322' ), `Number of requests exceeded the limit of ${ limits.requests } over time window of ${ limits.windowSeconds } seconds.`, { 'Retry-After': String( seconds ) } );
		}
		calls[ userId ] = [ ...recent, this.environment.now() ];
		return {
			'x-ms-ratelimit-burst-remaining-xrm-requests': String( limits.requests - recent.length - 1 ),
			'x-ms-ratelimit-time-remaining-xrm-requests': '1,199.50',
		};
	}

	private root(): string {
		return `${ this.base() }/api/data/v9.2/`;
	}

	private perform( call: Call, userId: string ): Answer {
		const path = decodeURIComponent( call.path );
		if ( ! ROOT.test( path ) ) {
			throw unknownSegment( path );
		}
		const resource = path.replace( ROOT, '' );
		checkOptions( call.query );
		if ( resource === '$batch' && call.method === 'POST' ) {
			return batch( call, ( operation ) => this.part( operation, userId ) );
		}
		return call.method === 'GET' ? this.read( call, resource, userId ) : this.write( call, resource, userId );
	}

	/** One operation of a batch, which fails alone. */
	private part( operation: Operation, userId: string ): Answer {
		const url = new URL( operation.url, this.root() );
		try {
			const { method, headers, body } = operation;
			return this.perform( { method, path: url.pathname, query: url.searchParams, headers, body: Buffer.from( body ) }, userId );
		} catch ( error ) {
			if ( ! ( error instanceof Refusal ) ) {
				throw error;
			}
			return error.answer();
		}
	}

	private read( call: Call, resource: string, userId: string ): Answer {
		const { state } = this.environment;
		if ( /^WhoAmI(\(\))?$/.test( resource ) ) {
			return ok( {
				'@odata.context': `${ this.root() }$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse`,
				BusinessUnitId: this.environment.user( userId )?.businessUnitId,
				UserId: userId,
				OrganizationId: state.org.id,
			} );
		}
		const privilege = PRIVILEGE_CALL.exec( resource );
		if ( privilege !== null ) {
			return this.privilege( privilege[ 1 ] ?? '', privilege[ 2 ] ?? String( call.query.get( privilege[ 3 ] ?? '' ) ).replaceAll( "'", '' ) );
		}
		const definition = /^EntityDefinitions\((?:LogicalName='contact'|([0-9a-f-]{36}))\)(\/Attributes)?$/.exec( resource );
		if ( definition !== null && ( definition[ 1 ] ?? CONTACT_ENTITY ) === CONTACT_ENTITY ) {
			return columnMetadata( this.environment, call.query, definition[ 2 ] !== undefined, this.root() );
		}
		if ( resource.startsWith( 'EntityDefinitions' ) ) {
			throw new Refusal( 404, '0x80060888', 'Could not find an entity with the specified logical name in the metadata cache.' );
		}
		const [ , set = '', id, rest ] = /^(\w+)(?:\(([^)]*)\))?(?:\/([\w$]+))?$/.exec( resource ) ?? [];
		const table = tableOfSet( this.environment, set );
		if ( table === undefined ) {
			throw unknownSegment( set === '' ? resource : set );
		}
		if ( id === undefined ) {
			return this.list( call, table, userId, rest === '$count' );
		}
		if ( ! GUID.test( id ) ) {
			throw badQuery( `'${ id }' is no valid key of the entity set '${ set }'.` );
		}
		const row = this.one( table, id.toLowerCase(), userId );
		return rest === undefined ? this.show( call, table, row, userId ) : this.related( call, table, row, rest, userId );
	}

	private privilege( id: string, name: string ): Answer {
		const { switches, org } = this.environment.state;
		if ( switches.privilegeFunction === 'absent' ) {
			throw unknownSegment( 'Microsoft.Dynamics.CRM.RetrieveUserPrivilegeByPrivilegeName' );
		}
		const depth = this.environment.depth( id, name );
		return ok( {
			'@odata.context': `${ this.root() }$metadata#Microsoft.Dynamics.CRM.RetrieveUserPrivilegeByPrivilegeNameResponse`,
			RolePrivileges: depth === null ? [] : [ { Depth: depth, PrivilegeId: org.id, BusinessUnitId: org.businessUnitId, PrivilegeName: name } ],
		} );
	}

	/** One row; refuses what is not there, and what the role does not reach. */
	private one( table: Table, id: string, userId: string ): Row {
		if ( this.environment.depth( userId, table.privilege ) === null ) {
			throw missingPrivilege( this.environment, userId, table.privilege );
		}
		const row = table.logicalName === 'contact' ? this.environment.contact( id ) : table.rows().find( ( one ) => one[ table.key ] === id );
		if ( row === undefined ) {
			throw absent( this.environment, table.logicalName, id );
		}
		if ( table.logicalName === 'contact' && ! this.environment.reaches( userId, table.privilege, row ) ) {
			throw noAccess( this.environment, userId, id );
		}
		return row;
	}

	private show( call: Call, table: Table, row: Row, userId: string ): Answer {
		const presenter = this.presenter( call, table, userId );
		return ok( { '@odata.context': `${ this.context( call, table ) }/$entity`, ...presenter.show( row ) } );
	}

	/** Web roles of a contact. */
	private related( call: Call, table: Table, row: Row, relation: string, userId: string ): Answer {
		if ( table.logicalName !== 'contact' || ! hasPortal( this.environment ) || relation !== webRolesOfContact( this.environment ) ) {
			throw unknownSegment( relation );
		}
		const roles = webRoles( this.environment );
		const members = this.environment.state.roleMembers;
		const rows = readableRows( this.environment, roles, userId ).filter( ( role ) => members[ String( role[ roles.key ] ) ]?.includes( String( row.contactid ) ) === true );
		return this.page( call, roles, this.entries( call, roles, rows, userId ), preferencesOf( call ) );
	}

	private list( call: Call, table: Table, userId: string, isCount: boolean ): Answer {
		const preferences = preferencesOf( call );
		const fetchXml = call.query.get( 'fetchXml' );
		if ( fetchXml !== null ) {
			return fetch( this.environment, table, fetchXml, userId, preferences, this.root() );
		}
		if ( isTracked( call, preferences ) ) {
			return this.tracked( call, table, userId, preferences );
		}
		const rows = matchingRows( this.environment, table, readableRows( this.environment, table, userId ), call.query );
		return isCount ? { status: 200, headers: { 'Content-Type': 'text/plain', 'OData-Version': '4.0' }, body: String( Math.min( rows.length, 5_000 ) ) } : this.page( call, table, this.entries( call, table, rows, userId ), preferences );
	}

	private tracked( call: Call, table: Table, userId: string, preferences: Preferences ): Answer {
		checkTracking( this.environment, call.query );
		if ( table.logicalName !== 'contact' ) {
			throw badQuery( `Change tracking is not enabled for the entity ${ table.logicalName }.` );
		}
		const rows = readableRows( this.environment, table, userId );
		if ( this.environment.depth( userId, table.privilege ) !== 'Global' ) {
			throw missingPrivilege( this.environment, userId, `${ table.privilege } (organization level)` );
		}
		const token = call.query.get( '$deltatoken' );
		if ( token === null ) {
			return this.page( call, table, this.entries( call, table, rows, userId ), preferences );
		}
		const since = changesSince( this.environment, token, rows );
		const presenter = this.presenter( call, table, userId );
		const deletedEntity = `${ this.root() }$metadata#${ table.set }/$deletedEntity`;
		return this.page(
			call,
			table,
			[
				...since.rows.map( ( row ) => ( { order: `changed ${ padded( row.versionnumber ) }`, show: () => presenter.show( row ) } ) ),
				...since.deleted.map( ( { id, version } ) => ( { order: `deleted ${ padded( version ) }`, show: () => ( { '@odata.context': deletedEntity, id, reason: 'deleted' } ) } ) ),
			],
			preferences
		);
	}

	/** Rows as a list shows them: by their id, where nobody asked for another order. */
	private entries( call: Call, table: Table, rows: readonly Row[], userId: string ): readonly Entry[] {
		const presenter = this.presenter( call, table, userId );
		const entries = rows.map( ( row ) => ( { order: String( row[ table.key ] ), show: () => presenter.show( row ) } ) );
		return call.query.has( '$orderby' ) ? entries : entries.sort( ( one, other ) => ( one.order < other.order ? -1 : 1 ) );
	}

	/** One page, with the address of the next one, or at the end of a tracked query with that of its changes. */
	private page( call: Call, table: Table, entries: readonly Entry[], preferences: Preferences ): Answer {
		const tracks = isTracked( call, preferences );
		const [ , number = '1', last = '', version = String( this.environment.state.version ) ] = COOKIE.exec( call.query.get( '$skiptoken' ) ?? '' ) ?? [];
		const top = Number( call.query.get( '$top' ) ?? 0 );
		const size = top > 0 ? Math.min( top, 5_000 ) : preferences.pageSize;
		const behind = entries.filter( ( entry ) => entry.order > last ).length;
		const from = call.query.has( '$orderby' ) ? ( Number( number ) - 1 ) * size : entries.length - behind;
		const shown = entries.slice( from, from + size );
		const hasMore = top === 0 && from + size < entries.length;
		const next = ( option: string, value: string ): string => {
			const query = new URLSearchParams( call.query );
			query.delete( '$skiptoken' );
			query.set( option, value );
			return `${ this.root() }${ table.set }?${ query.toString().replaceAll( '+', '%20' ) }`;
		};
		const cookie = `<cookie pagenumber="${ Number( number ) + 1 }" last="${ shown[ shown.length - 1 ]?.order ?? '' }" version="${ version }" istracking="${ tracks ? 'True' : 'False' }" />`;
		return ok(
			{
				'@odata.context': `${ this.context( call, table ) }${ call.query.has( '$deltatoken' ) ? '/$delta' : '' }`,
				...( call.query.get( '$count' ) === 'true' ? { '@odata.count': entries.length } : {} ),
				// What changed while the pages were read belongs to the next pass, so the token carries the version of the first one.
				...( tracks && ! hasMore ? { '@odata.deltaLink': next( '$deltatoken', deltaToken( this.environment, Number( version ) ) ) } : {} ),
				value: shown.map( ( entry ) => entry.show() ),
				...( hasMore ? { '@odata.nextLink': next( '$skiptoken', cookie ) } : {} ),
			},
			200,
			tracks ? { 'Preference-Applied': 'odata.track-changes' } : {}
		);
	}

	private presenter( call: Call, table: Table, userId: string ): Presenter {
		return new Presenter( this.environment, table, selectedColumns( this.environment, table, call.query ), userId, preferencesOf( call ) );
	}

	private context( call: Call, table: Table ): string {
		const select = call.query.get( '$select' );
		return `${ this.root() }$metadata#${ table.set }${ select === null ? '' : `(${ select })` }`;
	}

	private write( call: Call, resource: string, userId: string ): Answer {
		const write: Write = { environment: this.environment, call, userId, root: this.root() };
		const id = /^contacts\(([^)]*)\)$/.exec( resource )?.[ 1 ];
		if ( call.method === 'POST' && resource === 'Restore' ) {
			return restore( write );
		}
		if ( call.method === 'POST' && resource === 'contacts' ) {
			return createContact( write );
		}
		if ( call.method === 'PATCH' && id !== undefined && GUID.test( id ) ) {
			return patchContact( write, id );
		}
		if ( call.method === 'DELETE' && id !== undefined ) {
			throw missingPrivilege( this.environment, userId, 'prvDeleteContact' );
		}
		if ( call.method !== 'POST' && resource === 'contacts' ) {
			throw new Refusal( 405, '0x80060888', `The requested resource does not support http method '${ call.method }'.` );
		}
		throw unknownSegment( resource );
	}
}
