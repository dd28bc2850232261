/**
 * The API host: who calls, with which consent, for which organisation, within which credits; then the route.
 */
import { empty, json, type Answer, type Call } from '../http';
import { isObject, parseJson, type Json, type JsonObject } from '../json';
import { covers } from '../zoho-crm/scopes';
import { absent, invalid, massAction, refuse, Shapes } from './answers';
import type { Desk, InvitationOutcome } from './desk';
import { number, range, sorted, words } from './paging';
import type { AccessToken, Contact, HelpCenterUser } from './state';

interface Context {
	readonly desk: Desk;
	readonly call: Call;
	readonly shapes: Shapes;
}

interface Route {
	readonly method: 'GET' | 'POST' | 'PATCH';
	/** Path after `/api/v1`. */
	readonly path: RegExp;
	readonly scopes: readonly string[];
	/** What the agent's profile must allow. */
	readonly right: string;
	/** False only where no organisation has been chosen yet. */
	readonly needsOrganisation?: false;
	answer: ( context: Context, ...groups: string[] ) => Answer;
}

const SEARCH_FROM_MOST = 999;

/** Values of one parameter of a search. */
const SEARCH_VALUES_MOST = 30;

const IDS_MOST = 20;
const FIELDS_MOST = 30;
const FIELD_NAMES_MOST = 300;

/** The first member that came out as null or false, by its JSON pointer; undefined where all are well. */
const firstWrong = ( checks: Readonly< Record< string, unknown > > ): string | undefined =>
	Object.entries( checks ).find( ( [ , value ] ) => value === null || value === false )?.[ 0 ];

const body = ( call: Call ): JsonObject | undefined => {
	const sent = parseJson( call.body.toString( 'utf8' ) );
	return isObject( sent ) ? sent : undefined;
};

const text = ( value: Json | undefined ): string => ( typeof value === 'string' || typeof value === 'number' ? String( value ) : '' );

const isId = ( value: string ): boolean => /^\d{1,19}$/.test( value );

/** Whether a value fits what is searched for: `*` stands for anything, the empty and the filled can be asked for. */
function fits( value: string | null, wanted: string ): boolean {
	const known = ( value ?? '' ).toLowerCase();
	if ( wanted === '${empty}' || wanted === '${notempty}' ) {
		return ( known === '' ) === ( wanted === '${empty}' );
	}
	const pattern = wanted
		.toLowerCase()
		.split( '*' )
		.map( ( part ) => part.replace( /[.+?^${}()|[\]\\]/g, '\\$&' ) )
		.join( '.*' );
	return known !== '' && new RegExp( `^${ pattern }$` ).test( known );
}

const CONTACT_SORTING: Readonly< Record< string, ( contact: Contact ) => string | number > > = {
	firstName: ( contact ) => contact.firstName ?? '',
	lastName: ( contact ) => contact.lastName,
	phone: ( contact ) => contact.phone ?? '',
	email: ( contact ) => contact.email ?? '',
	account: ( contact ) => contact.accountId ?? '',
	createdTime: ( contact ) => contact.createdAt,
	modifiedTime: ( contact ) => contact.modifiedAt,
};

const USER_SORTING: Readonly< Record< string, ( user: HelpCenterUser ) => string | number > > = {
	email: ( user ) => user.email.toLowerCase(),
	modifiedTime: ( user ) => user.modifiedAt,
};

function listContacts( { desk, call, shapes }: Context ): Answer {
	const limit = number( call, 'limit', 1, 100, 10 );
	const from = number( call, 'from', 0, 999_999_999, 0 );
	const fields = words( call, 'fields' );
	const rows = sorted( desk.state.contacts, call.query.get( 'sortBy' ) ?? 'createdTime', CONTACT_SORTING );
	if ( limit === null || from === null || rows === null || fields.length > FIELDS_MOST ) {
		return invalid( firstWrong( { '/limit': limit, '/from': from, '/sortBy': rows } ) ?? '/fields' );
	}
	const data = rows.slice( from, from + limit ).map( ( contact ) => {
		if ( fields.length === 0 ) {
			return shapes.contactRow( contact );
		}
		const whole: JsonObject = { ...shapes.contactDetail( contact, false, [] ), ...contact.cf };
		return { id: contact.id, ...Object.fromEntries( fields.flatMap( ( name ): [ string, Json ][] => ( whole[ name ] === undefined ? [] : [ [ name, whole[ name ] ] ] ) ) ) };
	} );
	return json( 200, { data } );
}

function searchContacts( { desk, call, shapes }: Context ): Answer {
	const limit = number( call, 'limit', 1, 100, 10 );
	const from = number( call, 'from', 0, SEARCH_FROM_MOST, 0 );
	const emails = words( call, 'email' );
	if ( limit === null || from === null || emails.length > SEARCH_VALUES_MOST ) {
		return invalid( firstWrong( { '/limit': limit, '/from': from } ) ?? '/email' );
	}
	let found = desk.indexed();
	if ( emails.length > 0 ) {
		const bears = ( { email, secondaryEmail }: Contact, wanted: string ): boolean => fits( email, wanted ) || ( secondaryEmail !== null && fits( secondaryEmail, wanted ) );
		found = found.filter( ( contact ) => emails.some( ( wanted ) => bears( contact, wanted ) ) );
	}
	for ( const [ name, key ] of [ [ 'modifiedTimeRange', 'modifiedAt' ], [ 'createdTimeRange', 'createdAt' ] ] as const ) {
		const sent = call.query.get( name );
		const bounds = sent === null ? undefined : range( sent );
		if ( bounds === null ) {
			return invalid( `/${ name }` );
		}
		if ( bounds !== undefined ) {
			found = found.filter( ( contact ) => contact[ key ] >= bounds.from && contact[ key ] <= bounds.to );
		}
	}
	const rows = sorted( found, call.query.get( 'sortBy' ) ?? '-modifiedTime', CONTACT_SORTING );
	if ( rows === null ) {
		return invalid( '/sortBy' );
	}
	const page = rows.slice( from, from + limit );
	return page.length === 0 && desk.state.switches.emptySearch === '204' ? empty( 204 ) : json( 200, { data: page.map( ( contact ) => shapes.contactRow( contact ) ), count: found.length } );
}

function contactsByIds( { desk, call, shapes }: Context ): Answer {
	const ids = words( call, 'ids' );
	if ( ids.length === 0 || ids.length > IDS_MOST || ! ids.every( isId ) ) {
		return invalid( '/ids', ids.length === 0 ? 'missing' : 'invalid' );
	}
	return json( 200, { data: ids.flatMap( ( id ) => desk.contact( id ) ?? [] ).map( ( contact ) => shapes.contactRow( contact ) ) } );
}

function getContact( { desk, call, shapes }: Context, id: string ): Answer {
	const include = words( call, 'include' );
	if ( ! include.every( ( name ) => [ 'accounts', 'owner' ].includes( name ) ) ) {
		return invalid( '/include' );
	}
	const trashed = desk.trash().find( ( one ) => one.contact.id === id && desk.state.switches.trashedContact === 'shown' );
	const contact = desk.contact( id ) ?? trashed?.contact;
	return contact === undefined ? absent( desk ) : json( 200, shapes.contactDetail( contact, trashed !== undefined, include ) );
}

function updateContact( context: Context, id: string ): Answer {
	const { desk, call, shapes } = context;
	const contact = desk.contact( id );
	if ( contact === undefined ) {
		return absent( desk );
	}
	const sent = body( call );
	if ( sent === undefined || Object.keys( sent ).length === 0 ) {
		return refuse( 'EMPTY_PAYLOAD' );
	}
	const { accountId } = sent;
	if ( accountId !== undefined && accountId !== null && ! desk.state.accounts.some( ( account ) => account.id === text( accountId ) ) ) {
		return invalid( '/accountId' );
	}
	const taken = Object.fromEntries( Object.entries( sent ).filter( ( [ name ] ) => [ 'firstName', 'lastName', 'email', 'secondaryEmail', 'phone' ].includes( name ) ) ) as Partial< Contact >;
	if ( ! desk.state.switches.ignoreWrites ) {
		desk.change( contact, { ...taken, ...( accountId === undefined ? {} : { accountId: accountId === null ? null : text( accountId ) } ) } );
	}
	return json( 200, shapes.contactDetail( contact, false, [] ) );
}

/** An outcome as a row of a mass action tells it. */
const rowOf = ( id: string, outcome: InvitationOutcome ): { id: string; errorCode?: 'FORBIDDEN' | 'UNPROCESSABLE_ENTITY' } => {
	if ( outcome === 'sent' || outcome === 'taken' ) {
		return { id };
	}
	return { id, errorCode: outcome === 'license' ? 'FORBIDDEN' : 'UNPROCESSABLE_ENTITY' };
};

function inviteOne( { desk, call }: Context, id: string ): Answer {
	const contact = desk.contact( id );
	if ( contact === undefined ) {
		return absent( desk );
	}
	const helpCenterId = text( body( call )?.helpCenterId );
	if ( desk.helpCenter( helpCenterId ) === undefined ) {
		return invalid( '/helpCenterId', helpCenterId === '' ? 'missing' : 'invalid' );
	}
	const outcome = desk.state.switches.ignoreWrites ? 'taken' : desk.invite( contact, helpCenterId );
	switch ( outcome ) {
		case 'license':
			return refuse( 'LICENSE_ACCESS_LIMITED', { feature: 'AGENTS', maxAllowedEntity: String( desk.state.license.maxUsers ), editionType: desk.state.organisation.edition, isTrial: false } );
		case 'no-address':
			return invalid( '/email', 'missing' );
		case 'refused':
			return refuse( 'UNPROCESSABLE_ENTITY' );
		default:
			return empty( 204 );
	}
}

function inviteMany( { desk, call }: Context ): Answer {
	const sent = body( call ) ?? {};
	const helpCenterId = text( sent.helpCenterId );
	const ids = Array.isArray( sent.contactIds ) ? sent.contactIds.map( text ) : [];
	if ( desk.helpCenter( helpCenterId ) === undefined || ids.length === 0 ) {
		return invalid( ids.length === 0 ? '/contactIds' : '/helpCenterId' );
	}
	return massAction(
		ids.map( ( id ) => {
			const contact = desk.contact( id );
			return contact === undefined ? { id, errorCode: 'INVALID_DATA' } : rowOf( id, desk.state.switches.ignoreWrites ? 'taken' : desk.invite( contact, helpCenterId ) );
		} )
	);
}

const decide =
	( isApproved: boolean ) =>
	( { desk, call }: Context, id: string ): Answer => {
		const sent = body( call )?.helpCenterIds;
		const ids = Array.isArray( sent ) ? sent.map( text ) : [];
		if ( ids.length === 0 ) {
			return invalid( '/helpCenterIds', 'missing' );
		}
		const waiting = desk.usersOf( id ).filter( ( user ) => user.awaitsApproval && ids.includes( user.helpCenterId ) );
		if ( waiting.length === 0 ) {
			return refuse( 'UNPROCESSABLE_ENTITY' );
		}
		if ( ! desk.state.switches.ignoreWrites ) {
			waiting.forEach( ( user ) => desk.touch( user, isApproved ? { awaitsApproval: false, isVerified: true } : { awaitsApproval: false, status: 'DELETED' } ) );
		}
		return desk.state.switches.approval === 'empty' ? empty( 204 ) : massAction( ids.map( ( one ) => ( { id: one } ) ) );
	};

function associateAccounts( { desk, call }: Context, id: string ): Answer {
	const contact = desk.contact( id );
	if ( contact === undefined ) {
		return absent( desk );
	}
	const sent = body( call )?.data;
	const rows = Array.isArray( sent ) ? sent.filter( isObject ) : [];
	if ( rows.length === 0 ) {
		return invalid( '/data', 'missing' );
	}
	return massAction(
		rows.map( ( row ) => {
			const accountId = text( row.id );
			if ( ! desk.state.accounts.some( ( account ) => account.id === accountId ) ) {
				return { id: accountId, errorCode: 'INVALID_DATA' };
			}
			if ( ! desk.state.switches.ignoreWrites ) {
				desk.change( contact, { accountId: contact.accountId ?? accountId } );
			}
			return { id: accountId };
		} )
	);
}

function helpCentersOf( { desk, call }: Context, id: string ): Answer {
	if ( desk.contact( id ) === undefined ) {
		return absent( desk );
	}
	const { deletedUser, pendingSignUp } = desk.state.switches;
	const only = call.query.get( 'helpCenterId' );
	const data = desk
		.usersOf( id )
		.filter( ( user ) => only === null || user.helpCenterId === only )
		.filter( ( user ) => ! ( user.status === 'DELETED' && deletedUser === 'left-out' ) && ! ( user.awaitsApproval && pendingSignUp === 'left-out' ) )
		.map( ( user ) => {
			const center = desk.helpCenter( user.helpCenterId );
			return {
				helpCenter: center === undefined ? null : { id: center.id, name: center.name, url: center.url, status: center.status },
				userStatus: user.awaitsApproval ? pendingSignUp : user.status,
				userId: user.id,
			};
		} );
	return json( 200, { data } );
}

function listHelpCenters( { desk, call, shapes }: Context ): Answer {
	const limit = number( call, 'limit', 1, 50, 50 );
	const from = number( call, 'from', 1, 999_999_999, 1 );
	return limit === null || from === null
		? invalid( firstWrong( { '/limit': limit, '/from': from } ) ?? '/from' )
		: json( 200, { data: desk.state.helpCenters.slice( from - 1, from - 1 + limit ).map( ( center ) => shapes.helpCenter( center ) ) } );
}

function listUsers( { desk, call, shapes }: Context ): Answer {
	const limit = number( call, 'limit', 1, 50, 50 );
	const from = number( call, 'from', 1, 999_999_999, 1 );
	const status = call.query.get( 'status' ) ?? 'ACTIVE';
	const needle = call.query.get( 'searchBy' );
	const isLongEnough = needle === null || needle.length >= 2;
	if ( limit === null || from === null || ! isLongEnough || ! [ 'ACTIVE', 'DISABLED', 'DELETED', 'ALL' ].includes( status ) ) {
		return invalid( firstWrong( { '/limit': limit, '/from': from, '/searchBy': isLongEnough } ) ?? '/status' );
	}
	const center = call.query.get( 'helpCenterId' );
	const found = desk.state.users
		.filter( ( user ) => status === 'ALL' || user.status === status )
		.filter( ( user ) => center === null || user.helpCenterId === center )
		.filter( ( user ) => needle === null || `${ user.name } ${ user.email }`.toLowerCase().includes( needle.toLowerCase() ) );
	const rows = sorted( found, call.query.get( 'sortBy' ) ?? 'email', USER_SORTING );
	if ( rows === null ) {
		return invalid( '/sortBy' );
	}
	const data = rows.slice( from - 1, from - 1 + limit ).map( ( user ) => shapes.userRow( user ) );
	return json( 200, words( call, 'include' ).includes( 'count' ) ? { data, count: String( found.length ) } : { data } );
}

function getUser( { desk, call, shapes }: Context, id: string ): Answer {
	const user = desk.user( id );
	if ( user === undefined ) {
		return absent( desk );
	}
	if ( ! words( call, 'include' ).every( ( name ) => name === 'contact' ) ) {
		return invalid( '/include' );
	}
	return json( 200, shapes.userDetail( user ) );
}

function updateUser( { desk, call, shapes }: Context, id: string ): Answer {
	const user = desk.user( id );
	if ( user === undefined ) {
		return absent( desk );
	}
	const sent = body( call );
	if ( sent === undefined || Object.keys( sent ).length === 0 ) {
		return refuse( 'EMPTY_PAYLOAD' );
	}
	const { status, email } = sent;
	const address = Array.isArray( email ) && email.length === 1 && isObject( email[ 0 ] ) ? text( email[ 0 ].emailAddress ) : '';
	if ( ( status !== undefined && status !== 'ACTIVE' && status !== 'DISABLED' ) || ( email !== undefined && address === '' ) ) {
		return invalid( status === 'ACTIVE' || status === 'DISABLED' || status === undefined ? '/email' : '/status' );
	}
	if ( user.status === 'DELETED' ) {
		return refuse( 'UNPROCESSABLE_ENTITY' );
	}
	if ( ! desk.state.switches.ignoreWrites ) {
		desk.touch( user, { ...( status === undefined ? {} : { status } ), ...( address === '' ? {} : { email: address, isVerified: false } ) } );
	}
	return json( 200, shapes.userDetail( user ) );
}

function recycleBin( { desk, call, shapes }: Context ): Answer {
	const limit = number( call, 'limit', 1, 100, 10 );
	const from = number( call, 'from', 0, 999_999_999, 0 );
	const module = desk.state.switches.binFilter === 'ignored' ? null : call.query.get( 'module' );
	const contacts = desk.trash().map( ( one ) => ( { id: one.contact.id, name: one.contact.lastName, module: 'contacts', one } ) );
	const tickets = desk.state.trashedTickets.map( ( one ) => ( { id: one.id, name: one.subject, module: 'tickets', one } ) );
	const rows = sorted(
		[ ...contacts, ...tickets ].filter( ( row ) => module === null || row.module === module ),
		call.query.get( 'sortBy' ) ?? 'name',
		{
			name: ( row ) => row.name,
			type: ( row ) => row.module,
			department: () => '',
			deletedBy: ( { one } ) => one.deletedById,
			deletedTime: ( { one } ) => one.deletedAt,
		}
	);
	if ( limit === null || from === null || rows === null ) {
		return invalid( firstWrong( { '/limit': limit, '/from': from } ) ?? '/sortBy' );
	}
	return json( 200, { data: rows.slice( from, from + limit ).map( ( { one } ) => shapes.trashed( one, words( call, 'include' ) ) ) } );
}

function restore( { desk, call }: Context ): Answer {
	const sent = body( call )?.ids;
	const ids = Array.isArray( sent ) ? sent.map( text ) : [];
	if ( ids.length === 0 ) {
		return invalid( '/ids', 'missing' );
	}
	return massAction( ids.map( ( id ) => ( desk.state.switches.ignoreWrites || desk.restore( id ) ? { id } : { id, errorCode: 'UNPROCESSABLE_ENTITY' } ) ) );
}

const listFields =
	( shape: 'field' | 'organisationField' ) =>
	( { desk, call, shapes }: Context ): Answer => {
		const module = call.query.get( 'module' );
		const names = words( call, 'apiNames' );
		if ( module === null || names.length > FIELD_NAMES_MOST ) {
			return invalid( module === null ? '/module' : '/apiNames', module === null ? 'missing' : 'invalid' );
		}
		const fields = module === 'contacts' ? desk.state.fields : [];
		return json( 200, { data: fields.filter( ( one ) => names.length === 0 || names.includes( one.apiName ) ).map( ( one ) => shapes[ shape ]( one ) ) } );
	};

function getAccount( { desk }: Context, id: string ): Answer {
	const account = desk.state.accounts.find( ( one ) => one.id === id );
	return account === undefined ? absent( desk ) : json( 200, { ...account, phone: null, code: null, ownerId: null, cf: {} } );
}

const organisations = ( { desk, shapes }: Context ): Answer => json( 200, { data: [ shapes.organisation( { ...desk.state.organisation, id: desk.state.tokenOrganisationId } ) ] } );

const CONTACT = '/contacts/(\\d+)';
const USER = '/users/(\\d+)';
const path = ( pattern: string ): RegExp => new RegExp( `^${ pattern }$` );

const READ = [ 'Desk.contacts.READ' ];
const UPDATE = [ 'Desk.contacts.UPDATE' ];
const ORGANISATION = [ 'Desk.basic.READ', 'Desk.organization.READ', 'Desk.settings.READ' ];

const ROUTES: readonly Route[] = [
	{ method: 'GET', path: path( '/organizations' ), scopes: ORGANISATION, right: 'basic', needsOrganisation: false, answer: organisations },
	{ method: 'GET', path: path( '/accessibleOrganizations' ), scopes: ORGANISATION, right: 'basic', answer: organisations },
	{
		method: 'GET',
		path: path( '/organizations/(\\d+)' ),
		scopes: ORGANISATION,
		right: 'basic',
		answer: ( { desk, shapes }, id ) => ( id === desk.state.organisation.id ? json( 200, shapes.organisation( desk.state.organisation ) ) : absent( desk ) ),
	},
	{ method: 'GET', path: path( '/contacts' ), scopes: READ, right: 'contacts', answer: listContacts },
	{ method: 'GET', path: path( '/contacts/search' ), scopes: [ ...READ, 'Desk.search.READ' ], right: 'contacts', answer: searchContacts },
	{ method: 'GET', path: path( '/contacts/contactsByIds' ), scopes: READ, right: 'contacts', answer: contactsByIds },
	{ method: 'POST', path: path( '/contacts/inviteAsEndUser' ), scopes: UPDATE, right: 'write', answer: inviteMany },
	{ method: 'GET', path: path( CONTACT ), scopes: READ, right: 'contacts', answer: getContact },
	{ method: 'PATCH', path: path( CONTACT ), scopes: UPDATE, right: 'write', answer: updateContact },
	{ method: 'POST', path: path( `${ CONTACT }/inviteAsEndUser` ), scopes: UPDATE, right: 'write', answer: inviteOne },
	{ method: 'POST', path: path( `${ CONTACT }/approveEndUserInvite` ), scopes: UPDATE, right: 'write', answer: decide( true ) },
	{ method: 'POST', path: path( `${ CONTACT }/rejectEndUserInvite` ), scopes: UPDATE, right: 'write', answer: decide( false ) },
	{ method: 'POST', path: path( `${ CONTACT }/associateAccounts` ), scopes: UPDATE, right: 'write', answer: associateAccounts },
	{ method: 'GET', path: path( `${ CONTACT }/helpCenters` ), scopes: READ, right: 'contacts', answer: helpCentersOf },
	{ method: 'GET', path: path( '/helpCenters' ), scopes: [ 'Desk.basic.READ', 'Desk.settings.READ' ], right: 'settings', answer: listHelpCenters },
	{ method: 'GET', path: path( '/users' ), scopes: [ ...READ, 'Desk.settings.READ', 'Desk.basic.READ', 'Desk.search.READ' ], right: 'users', answer: listUsers },
	{ method: 'GET', path: path( USER ), scopes: [ ...READ, 'Desk.settings.READ', 'Desk.basic.READ' ], right: 'users', answer: getUser },
	{ method: 'PATCH', path: path( USER ), scopes: [ ...UPDATE, 'Desk.settings.UPDATE' ], right: 'write', answer: updateUser },
	{ method: 'GET', path: path( '/recycleBin' ), scopes: [ 'Desk.settings.READ' ], right: 'settings', answer: recycleBin },
	{ method: 'POST', path: path( '/recycleBin/restore' ), scopes: [ 'Desk.settings.UPDATE' ], right: 'write', answer: restore },
	{ method: 'GET', path: path( '/fields' ), scopes: [ 'Desk.basic.READ', 'Desk.fields.READ' ], right: 'fields', answer: listFields( 'field' ) },
	{ method: 'GET', path: path( '/organizationFields' ), scopes: [ 'Desk.basic.READ', 'Desk.fields.READ' ], right: 'fields', answer: listFields( 'organisationField' ) },
	{ method: 'GET', path: path( '/accounts/(\\d+)' ), scopes: READ, right: 'contacts', answer: getAccount },
];

const BASE = '/api/v1';

export class ApiHost {
	private underWay = 0;

	public constructor( private readonly desk: Desk, private readonly base: () => string ) {}

	/** The token that a call carries, dead or alive. */
	public token( call: Call ): AccessToken | undefined {
		const sent = /^Zoho-oauthtoken (\S+)$/.exec( String( call.headers.authorization ?? '' ) )?.[ 1 ];
		return this.desk.state.tokens.find( ( token ) => token.token === sent );
	}

	public kindOf( call: Call ): 'read' | 'write' {
		return call.method === 'GET' ? 'read' : 'write';
	}

	/** Counts a call as under way until the returned function is called. */
	public enter(): () => void {
		this.underWay++;
		return () => void this.underWay--;
	}

	public answer( call: Call ): Answer {
		const { state } = this.desk;
		const token = this.token( call );
		if ( token === undefined || token.expiresAt <= this.desk.now() ) {
			return refuse( token === undefined ? 'INVALID_OAUTH' : state.switches.expiredToken );
		}
		const fitting = call.path.startsWith( BASE ) ? ROUTES.filter( ( one ) => one.path.test( call.path.slice( BASE.length ) ) ) : [];
		const route = fitting.find( ( one ) => one.method === call.method );
		if ( route === undefined ) {
			return refuse( fitting.length > 0 ? 'METHOD_NOT_ALLOWED' : 'URL_NOT_FOUND' );
		}
		const isCovered = ( scope: string ): boolean => covers( token.scopes, scope );
		if ( ! ( state.switches.scopes === 'all' ? route.scopes.every( isCovered ) : route.scopes.some( isCovered ) ) ) {
			return refuse( 'SCOPE_MISMATCH', {}, state.switches.scopeMismatchStatus );
		}
		if ( route.needsOrganisation !== false ) {
			const orgId = String( call.headers.orgid ?? call.query.get( 'orgId' ) ?? '' );
			if ( orgId === '' ) {
				return refuse( 'UNPROCESSABLE_ENTITY' );
			}
			if ( orgId !== state.tokenOrganisationId || orgId !== state.organisation.id ) {
				const { otherOrganisation } = state.switches;
				return otherOrganisation === 'INVALID_DATA' ? invalid( '/orgId' ) : refuse( otherOrganisation );
			}
		}
		if ( state.switches.denied.includes( route.right ) ) {
			return refuse( 'FORBIDDEN' );
		}
		return this.metered( call, route );
	}

	private metered( call: Call, route: Route ): Answer {
		const { credits, concurrency, switches } = this.desk.state;
		const isSpent = credits.spent >= credits.limit;
		if ( isSpent || this.underWay > concurrency.limit ) {
			return { ...refuse( isSpent === ( switches.throttleWords === 'by-name' ) ? 'THRESHOLD_EXCEEDED' : 'TOO_MANY_REQUESTS' ), ...this.withQuota( {} ) };
		}
		credits.spent++;
		const groups = ( route.path.exec( call.path.slice( BASE.length ) ) ?? [] ).slice( 1 );
		const answer = route.answer( { desk: this.desk, call, shapes: new Shapes( this.desk, this.base() ) }, ...groups );
		return { ...answer, ...this.withQuota( answer.headers ?? {} ) };
	}

	private withQuota( headers: Readonly< Record< string, string > > ): { headers: Readonly< Record< string, string > > } {
		const { credits, switches } = this.desk.state;
		if ( switches.quotaHeaders === 'absent' ) {
			return { headers };
		}
		return { headers: { ...headers, 'X-Rate-Limit-Request-Weight-v3': '1', 'X-Rate-Limit-Remaining-v3': String( Math.max( 0, credits.limit - credits.spent ) ) } };
	}
}
