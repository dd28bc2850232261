/**
 * The web API, as a tenant of Online and as an own server answer it: archives, contact cards, agents.
 */
import { json, type Answer, type Call } from '../http';
import type { Json } from '../json';
import { apiError, bodyOf, listOf, member, numberOf, textOf, time } from './answers';
import { archive, ArchiveError, filter, holds, MOST_ROWS, sorted, type ArchiveRow, type Cell } from './archive';
import { licenceOwners, personEntity, user, userInfo } from './carriers';
import type { Installation } from './installation';
import type { Associate, Person } from './state';

/** Which door a call came in by. */
export interface Door {
	readonly edition: 'online' | 'onsite';
	/** The load-balanced host of Online. */
	readonly host?: 'first' | 'second';
	/** Path before `/v1`, without a slash at the end. */
	readonly base: () => string;
	/** Address of this host. */
	readonly url: () => string;
}

interface Route {
	readonly method: string;
	readonly path: RegExp;
	readonly kind: 'read' | 'write';
	/** What the connection's role must be allowed to do. */
	readonly right: 'users' | 'persons' | 'licences';
	answer: ( host: ApiHost, call: Call, ...groups: string[] ) => Answer;
}

/** An agent answers `null` where there is nothing, never 404. */
const value = ( body: unknown ): Answer => json( 200, body ?? null );

const NOTHING: Answer = { status: 204 };

const shown = ( cell: Cell, style: 'numbers' | 'words' ): Cell => ( typeof cell === 'boolean' && style === 'numbers' ? Number( cell ) : cell );

export class ApiHost {
	public constructor(
		public readonly installation: Installation,
		public readonly door: Door
	) {}

	public kindOf( call: Call ): 'read' | 'write' {
		const route = this.route( call )?.route;
		return route?.kind ?? ( call.method === 'GET' ? 'read' : 'write' );
	}

	/** Name of the application or account that calls; '' where it proves none. */
	public clientOf( call: Call ): string {
		const { state } = this.installation;
		const [ scheme = '', credential = '' ] = String( call.headers.authorization ?? '' ).split( ' ' );
		switch ( scheme.toLowerCase() ) {
			case 'basic':
				return this.door.edition === 'onsite' && Buffer.from( credential, 'base64' ).toString( 'utf8' ) === `${ state.server.userName }:${ state.server.password }` ? state.server.userName : '';
			case 'soticket':
				if ( this.door.edition === 'onsite' ) {
					return credential === state.server.ticket && credential !== '' ? state.server.userName : '';
				}
				return call.headers[ 'so-apptoken' ] === state.application.clientSecret ? this.ticket( 'ticket', credential ) : '';
			case 'bearer':
				return this.door.edition === 'online' ? this.ticket( 'access-token', credential ) : '';
			default:
				return '';
		}
	}

	public answer( call: Call ): Answer {
		const { state } = this.installation;
		if ( this.door.edition === 'online' ) {
			if ( ! call.path.toLowerCase().startsWith( this.door.base().toLowerCase() ) ) {
				return { status: 404 };
			}
			if ( this.door.host !== state.tenant.host ) {
				return { status: 421, headers: { 'Content-Type': 'text/plain' }, body: 'Misdirected Request' };
			}
			if ( ! this.installation.isRunning() ) {
				return { status: 503, headers: { 'Content-Type': 'text/html' }, body: '<html><body>Service unavailable</body></html>' };
			}
		}
		const found = this.route( call );
		if ( found === undefined ) {
			return this.refuse( 404, 'NotFound', 'No such resource.' );
		}
		if ( this.clientOf( call ) === '' ) {
			return this.refuse( 401, 'SoAuthenticationException', 'Authentication failed.' );
		}
		const { route, groups } = found;
		const isClosed = /\/Agents\/User\//i.test( call.path ) && this.door.edition === 'online' && state.switches.onlineUserAgent === 'closed';
		if ( isClosed || state.switches.denied.includes( route.right ) || ( route.kind === 'write' && state.switches.denied.includes( 'write' ) ) ) {
			return this.refuse( 403, 'SoSecurityException', 'Access denied.' );
		}
		try {
			return route.answer( this, call, ...groups );
		} catch ( error ) {
			if ( error instanceof ArchiveError ) {
				return this.refuse( 400, 'ArgumentException', error.message );
			}
			throw error;
		}
	}

	public refuse( status: number, type: string, text: string ): Answer {
		return apiError( this.installation.state.switches.errorBody, status, type, text );
	}

	/** Version of the server, by its first number. Online is always the newest. */
	public major(): number {
		return this.door.edition === 'online' ? 10 : Number.parseInt( this.installation.state.server.netServerVersion, 10 );
	}

	public version(): object {
		const version = this.door.edition === 'online' ? '10.3.9301.0000' : this.installation.state.server.netServerVersion;
		return {
			v1: `${ this.door.url() }${ this.door.base() }/v1/`,
			NetServerVersion: version,
			NetServerAssembly: version.split( '.' ).slice( 0, 2 ).join( '.' ) + '.0.0',
			NetServerDate: '2026-04-01',
			NetServerLabel: 'Lab',
			NetServer: `SuperOffice NetServer ${ version }`,
			Services: 'Services88',
			Version: 'v1',
		};
	}

	/** Rows of an archive by the query of a REST call. */
	public rows( call: Call, provider: string ): Answer {
		const { switches } = this.installation.state;
		const source = archive( this.installation, provider, this.major() );
		if ( source === undefined ) {
			return this.refuse( 404, 'NotFound', 'No such archive.' );
		}
		if ( provider.toLowerCase() === 'allusers' && this.door.edition === 'online' ) {
			if ( switches.onlineUserList === 'refused' ) {
				return this.refuse( 403, 'SoSecurityException', 'Access denied.' );
			}
			if ( switches.onlineUserList === 'empty' ) {
				return json( 200, { 'odata.metadata': `${ this.door.url() }${ call.path }`, 'odata.nextLink': null, value: [] } );
			}
		}
		const wanted = ( call.query.get( '$select' ) ?? '' ).split( ',' ).map( ( column ) => column.trim() ).filter( ( column ) => column !== '' );
		const strange = wanted.filter( ( column ) => ! source.columns.includes( column.toLowerCase() ) );
		if ( strange.length > 0 && switches.unknownColumn === 'rejected' ) {
			throw new ArchiveError( `The archive has no column ${ strange.join( ', ' ) }.` );
		}
		const text = call.query.get( '$filter' ) ?? '';
		const matching = text === '' ? source.rows : source.rows.filter( filter( text, source.columns, switches.filterQuote ) );
		const ordered = sorted( matching, call.query.get( '$orderby' ) ?? call.query.get( '$orderBy' ) ?? '', source.columns );
		const top = Math.min( Number( call.query.get( '$top' ) ?? 50 ), MOST_ROWS );
		const skip = Number( call.query.get( '$skip' ) ?? 0 );
		const next = new URLSearchParams( call.query );
		next.set( '$skip', String( skip + top ) );
		const known = wanted.filter( ( column ) => source.columns.includes( column.toLowerCase() ) );
		const write = ( row: ArchiveRow ) => ( {
			PrimaryKey: String( row.primaryKey ),
			EntityName: row.entityName,
			...Object.fromEntries( known.map( ( column ) => [ column, shown( row.cells[ column.toLowerCase() ] ?? null, switches.archiveBooleans ) ] ) ),
		} );
		return json( 200, {
			'odata.metadata': `${ this.door.url() }${ call.path }`,
			'odata.nextLink': skip + top < ordered.length ? `${ this.door.url() }${ call.path }?${ next.toString() }` : null,
			value: ordered.slice( skip, skip + top ).map( write ),
		} );
	}

	private ticket( kind: 'ticket' | 'access-token', credential: string ): string {
		const found = this.installation.state.tickets.find( ( one ) => one.kind === kind && one.value === credential );
		return found !== undefined && found.expiresAt > this.installation.now() ? found.clientId : '';
	}

	private route( call: Call ): { route: Route; groups: string[] } | undefined {
		const base = this.door.base();
		const path = call.path.toLowerCase().startsWith( base.toLowerCase() ) ? call.path.slice( base.length ) : call.path;
		for ( const route of ROUTES ) {
			const match = route.method === call.method ? route.path.exec( path ) : null;
			if ( match !== null ) {
				return { route, groups: match.slice( 1 ) };
			}
		}
		return undefined;
	}
}

/** Takes effect unless the lab was told to let writes come to nothing. */
const unlessIgnored = ( host: ApiHost, write: () => void ): void => {
	if ( ! host.installation.state.switches.ignoreWrites ) {
		write();
	}
};

function modifiedAfter( call: Call, header: string, person: Person ): boolean | null {
	const moment = Date.parse( String( call.headers[ header ] ?? '' ) );
	return Number.isNaN( moment ) ? null : Math.floor( person.updatedAt / 1000 ) > Math.floor( moment / 1000 );
}

function withPerson( host: ApiHost, id: string, answer: ( person: Person ) => Answer ): Answer {
	const person = host.installation.person( Number( id ) );
	return person === undefined ? host.refuse( 404, 'NotFound', 'No such person.' ) : answer( person );
}

/** A partial record, or a list of RFC 6902 operations. */
function patch( person: Person, body: Json | undefined ): void {
	if ( Array.isArray( body ) ) {
		for ( const operation of listOf( body ) ) {
			const [ name = '', index, part ] = textOf( member( operation, 'path' ) ).replace( /^\//, '' ).split( '/' );
			const email = name.toLowerCase() === 'emails' && part?.toLowerCase() === 'value' ? person.emails[ Number( index ) ] : undefined;
			if ( email !== undefined ) {
				email.value = textOf( member( operation, 'value' ) );
				email.bounces = 0;
			} else if ( index === undefined ) {
				patch( person, { [ name ]: member( operation, 'value' ) ?? null } );
			}
		}
		return;
	}
	const emails = member( body, 'Emails' );
	if ( emails !== undefined ) {
		const before = person.emails;
		person.emails = listOf( emails ).map( ( email ) => {
			const address = textOf( member( email, 'Value' ) );
			return { value: address, bounces: before.find( ( one ) => one.value === address )?.bounces ?? 0 };
		} );
	}
	person.firstname = textOf( member( body, 'Firstname' ) ) || person.firstname;
	person.lastname = textOf( member( body, 'Lastname' ) ) || person.lastname;
	const retired = member( body, 'Retired' );
	person.retired = typeof retired === 'boolean' ? retired : person.retired;
}

const REST: readonly Route[] = [
	{ method: 'GET', path: /^\/?$/i, kind: 'read', right: 'persons', answer: ( host ) => json( 200, host.version() ) },
	{ method: 'GET', path: /^\/v1\/Archive\/(\w+)$/i, kind: 'read', right: 'users', answer: ( host, call, provider = '' ) => host.rows( call, provider ) },
	{ method: 'GET', path: /^\/v1\/Person$/i, kind: 'read', right: 'persons', answer: ( host, call ) => host.rows( call, 'Person' ) },
	{
		method: 'GET',
		path: /^\/v1\/Person\/(\d+)$/i,
		kind: 'read',
		right: 'persons',
		answer: ( host, call, id = '' ) =>
			withPerson( host, id, ( person ) => ( modifiedAfter( call, 'if-modified-since', person ) === false ? { status: 304 } : json( 200, personEntity( host.installation, person ) ) ) ),
	},
	{
		method: 'PATCH',
		path: /^\/v1\/Person\/(\d+)$/i,
		kind: 'write',
		right: 'persons',
		answer: ( host, call, id = '' ) =>
			withPerson( host, id, ( person ) => {
				if ( modifiedAfter( call, 'if-unmodified-since', person ) === true ) {
					return host.refuse( 412, 'PreconditionFailed', 'The person has changed.' );
				}
				unlessIgnored( host, () => {
					patch( person, bodyOf( call ) );
					person.updatedAt = host.installation.now();
				} );
				return json( 200, personEntity( host.installation, person ) );
			} ),
	},
];

type Agent = ( host: ApiHost, sent: Json | undefined, call: Call ) => Answer;

const associateOf = ( host: ApiHost, sent: Json | undefined ): Associate | undefined => host.installation.associate( numberOf( member( sent, 'AssociateId' ) ) );

const orNull = ( associate: Associate | undefined, write: ( associate: Associate ) => object ): Answer => value( associate === undefined ? null : write( associate ) );

/** Names of every module licence that a sent user has ticked. */
const ticked = ( sent: Json | undefined ): string[] =>
	listOf( member( sent, 'LicenseOwners' ) )
		.flatMap( ( owner ) => listOf( member( owner, 'RestrictedModuleLicenses' ) ) )
		.filter( ( link ) => member( link, 'Assigned' ) === true )
		.map( ( link ) => textOf( member( link, 'Name' ) ) );

const saveUser: Agent = ( host, sent ) => {
	const { installation } = host;
	const associate = associateOf( host, sent );
	if ( associate === undefined ) {
		return host.refuse( 400, 'ArgumentException', 'New users are made in Settings and maintenance.' );
	}
	if ( [ 'ExtraFields', 'CustomFields' ].some( ( name ) => Array.isArray( member( sent, name ) ) ) ) {
		return host.refuse( 400, 'JsonSerializationException', 'A dictionary cannot be read from a list.' );
	}
	const licences = ticked( sent );
	const full = installation.state.modules.filter( ( module ) => installation.count( module ).free === 0 ).map( ( module ) => module.name );
	const over = licences.filter( ( name ) => full.includes( name ) && ! associate.licences.includes( name ) );
	if ( over.length > 0 ) {
		return host.refuse( 400, 'SoLicenseException', `No licence is free: ${ over.join( ', ' ) }.` );
	}
	unlessIgnored( host, () => installation.saveUser( associate, licences, member( sent, 'Deleted' ) === true ) );
	return value( user( installation, associate ) );
};

const AGENTS: Readonly< Record< string, { readonly kind: 'read' | 'write'; readonly right: Route[ 'right' ]; readonly act: Agent } > > = {
	'User/GetUserInfo': { kind: 'read', right: 'users', act: ( host, _sent, call ) => orNull( host.installation.associate( Number( call.query.get( 'userInfoId' ) ) ), ( one ) => userInfo( host.installation, one ) ) },
	'User/GetUser': { kind: 'read', right: 'users', act: ( host, _sent, call ) => orNull( host.installation.associate( Number( call.query.get( 'userId' ) ) ), ( one ) => user( host.installation, one ) ) },
	'User/GetUserFromName': {
		kind: 'read',
		right: 'users',
		act: ( host, sent ) => {
			const name = textOf( member( sent, 'UserName' ) ).toLowerCase();
			return orNull( host.installation.state.associates.find( ( one ) => one.userName.toLowerCase() === name ), ( one ) => user( host.installation, one ) );
		},
	},
	'User/GetUserFromPersonId': {
		kind: 'read',
		right: 'users',
		act: ( host, sent ) => value( host.installation.associatesOf( numberOf( member( sent, 'PersonId' ) ) ).map( ( one ) => user( host.installation, one ) ) ),
	},
	'User/IsUserNameValidWithReason': {
		kind: 'read',
		right: 'users',
		act: ( host, sent ) => {
			const name = textOf( member( sent, 'UserName' ) ).toLowerCase();
			const isTaken = host.installation.state.associates.some( ( one ) => one.userName.toLowerCase() === name && one.associateId !== numberOf( member( sent, 'AssociateId' ) ) );
			return value( { Result: name !== '' && ! isTaken, Reason: isTaken ? 'The user name is taken.' : '' } );
		},
	},
	'User/SaveUser': { kind: 'write', right: 'users', act: saveUser },
	'User/RemoveLicenses': {
		kind: 'write',
		right: 'users',
		act: ( host, sent ) => {
			const associate = associateOf( host, sent );
			if ( associate !== undefined ) {
				unlessIgnored( host, () => host.installation.removeLicences( associate ) );
			}
			return NOTHING;
		},
	},
	'User/MakeRetired': {
		kind: 'write',
		right: 'users',
		act: ( host, sent ) => {
			const associate = associateOf( host, sent );
			if ( associate !== undefined ) {
				unlessIgnored( host, () => host.installation.makeRetired( associate, member( sent, 'Retired' ) === true ) );
			}
			return NOTHING;
		},
	},
	'License/GetUserAndInstallationLicenceStatus': {
		kind: 'read',
		right: 'licences',
		act: ( host, sent ) => {
			const { licence } = host.installation.state;
			return value( {
				AdminWarningDate: time( licence.adminWarningAt ),
				ExpiryDate: time( licence.expiresAt ),
				GraceDate: time( licence.graceEndsAt ),
				CompanyName: licence.companyName,
				SerialNr: licence.serialNr,
				UserLicenses: associateOf( host, sent )?.licences ?? [],
			} );
		},
	},
	'License/GetUserLicenses': { kind: 'read', right: 'licences', act: ( host, sent ) => value( licenceOwners( host.installation, associateOf( host, sent ) ?? null ) ) },
	'Person/GetPersonEntity': {
		kind: 'read',
		right: 'persons',
		act: ( host, _sent, call ) => {
			const person = host.installation.person( Number( call.query.get( 'personEntityId' ) ) );
			return value( person === undefined ? null : personEntity( host.installation, person ) );
		},
	},
	'Archive/GetArchiveListByColumns': {
		kind: 'read',
		right: 'users',
		act: ( host, sent ) => {
			const source = archive( host.installation, textOf( member( sent, 'ProviderName' ) ), host.major() );
			if ( source === undefined ) {
				return host.refuse( 400, 'ArgumentException', 'No such archive.' );
			}
			const columns = ( member( sent, 'Columns' ) as string[] | undefined ) ?? [];
			const restrictions = listOf( member( sent, 'Restriction' ) );
			const size = Math.min( numberOf( member( sent, 'PageSize' ) ) || MOST_ROWS, MOST_ROWS );
			const start = numberOf( member( sent, 'Page' ) ) * size;
			const fits = ( row: ArchiveRow ) =>
				restrictions.every( ( one ) => holds( row, textOf( member( one, 'Name' ) ), textOf( member( one, 'Operator' ) ), ( member( one, 'Values' ) as string[] | undefined ) ?? [] ) );
			return value(
				source.rows
					.filter( fits )
					.slice( start, start + size )
					.map( ( row ) => ( {
						EntityName: row.entityName,
						PrimaryKey: row.primaryKey,
						ColumnData: Object.fromEntries( columns.map( ( column ) => [ column, { DisplayValue: String( row.cells[ column.toLowerCase() ] ?? '' ), TooltipHint: '', LinkHint: '' } ] ) ),
						LinkHint: '',
						StyleHint: '',
					} ) )
			);
		},
	},
};

const ROUTES: readonly Route[] = [
	...REST,
	...Object.entries( AGENTS ).map(
		( [ name, { kind, right, act } ] ): Route => ( {
			method: 'POST',
			path: new RegExp( `^/v1/Agents/${ name }$`, 'i' ),
			kind,
			right,
			answer: ( host, call ) => act( host, bodyOf( call ), call ),
		} )
	),
];
