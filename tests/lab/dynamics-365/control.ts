/**
 * The control API: sets and reads the environment's state, plays what people do in Dynamics 365, in Power Pages and in Microsoft's admin centres.
 */
import { isObject, type Json, type JsonObject } from '../json';
import { ControlError } from '../simulator';
import type { Environment } from './environment';
import { ACCOUNTS, contactRow, INVITATION_REDEEMED, INVITATION_SENT, iso, NO_LOGIN, PORTAL_COLUMNS, settingRow, USERS } from './scenario';
import type { Application, Column, Depth, Row, SystemUser } from './state';

const text = ( value: Json | undefined, name: string ): string => {
	if ( typeof value !== 'string' || value === '' ) {
		throw new ControlError( `"${ name }" is missing.` );
	}
	return value;
};

const number = ( value: Json | undefined, otherwise: number ): number => ( typeof value === 'number' ? value : otherwise );

const done = ( isDone: boolean, what: string ): void => {
	if ( ! isDone ) {
		throw new ControlError( `There is no ${ what }.` );
	}
};

type Operation = ( environment: Environment, order: JsonObject ) => JsonObject | void;

function contact( environment: Environment, order: JsonObject, key = 'id' ): Row {
	const id = text( order[ key ], key );
	const row = environment.contact( id );
	if ( row === undefined ) {
		throw new ControlError( `There is no contact ${ id }.` );
	}
	return row;
}

function column( environment: Environment, order: JsonObject ): Column {
	const name = text( order.column, 'column' );
	const found = environment.column( name );
	if ( found === undefined ) {
		throw new ControlError( `The contact table has no column ${ name }.` );
	}
	return found;
}

/** The applications that an order is about: the one it names, or all. */
function applications( environment: Environment, order: JsonObject ): Application[] {
	if ( order.client === undefined ) {
		return environment.state.applications;
	}
	const found = environment.application( text( order.client, 'client' ) );
	if ( found === undefined ) {
		throw new ControlError( `There is no application ${ String( order.client ) }.` );
	}
	return [ found ];
}

const applicationUsers = ( environment: Environment, order: JsonObject ): SystemUser[] =>
	applications( environment, order ).flatMap( ( one ) => environment.user( one.userId ) ?? [] );

const by = ( order: JsonObject ): string => ( typeof order.user === 'string' ? order.user : USERS.admin.id );

const sets = ( values: ( environment: Environment, order: JsonObject ) => JsonObject ): Operation => ( environment, order ) => {
	environment.change( contact( environment, order ), values( environment, order ), by( order ) );
};

/** Figures that look random and are the same for the same seed. */
function* figures( seed: number ): Generator< number, never > {
	let state = seed % 2 ** 32;
	for ( ;; ) {
		state = ( state * 1_664_525 + 1_013_904_223 ) % 2 ** 32;
		yield state;
	}
}

const OPERATIONS: Readonly< Record< string, Operation > > = {
	'delete-contact': ( environment, order ) => done( environment.delete( text( order.id, 'id' ), by( order ) ), 'such contact' ),
	'purge-contact': ( environment, order ) => done( environment.purge( text( order.id, 'id' ), by( order ) ), 'such contact, nor one in the recycle bin' ),
	'restore-contact': ( environment, order ) => {
		const restored = environment.restore( text( order.id, 'id' ), {}, by( order ) );
		done( typeof restored !== 'string', `such contact that can be restored (${ String( restored ) })` );
	},
	'merge-contacts': ( environment, order ) => done( environment.merge( text( order.winner, 'winner' ), text( order.loser, 'loser' ), by( order ) ), 'such pair of contacts' ),
	'create-contact': ( environment, order ) => ( { id: String( environment.create( isObject( order.fields ) ? order.fields : {}, by( order ) ).contactid ) } ),
	'set-contact': sets( ( _, order ) => ( isObject( order.fields ) ? order.fields : {} ) ),
	'deactivate-contact': sets( () => ( { statecode: 1, statuscode: 2 } ) ),
	'activate-contact': sets( () => ( { statecode: 0, statuscode: 1 } ) ),
	'blank-email': sets( () => ( { emailaddress1: null } ) ),
	'unlink-account': sets( () => ( { parentcustomerid: null } ) ),
	'link-account': sets( ( environment, order ) => {
		const id = text( order.account, 'account' );
		done( environment.account( id ) !== undefined, 'such account' );
		return { parentcustomerid: { id, table: 'account' } };
	} ),
	'link-contact-as-company': sets( ( environment, order ) => ( { parentcustomerid: { id: String( contact( environment, order, 'parent' ).contactid ), table: 'contact' } } ) ),
	'delete-account': ( environment, order ) => done( environment.deleteAccount( text( order.id, 'id' ) ), 'such account' ),
	'move-to-business-unit': sets( ( _, order ) => ( { owningbusinessunit: { id: text( order.unit, 'unit' ), table: 'businessunit' } } ) ),

	'enable-login': sets( () => ( { adx_identity_logonenabled: true } ) ),
	'disable-login': sets( () => ( { adx_identity_logonenabled: false } ) ),
	'disable-local-login': sets( () => ( { adx_identity_locallogindisabled: true } ) ),
	'enable-local-login': sets( () => ( { adx_identity_locallogindisabled: false } ) ),
	'lock-login': sets( ( environment, order ) => ( { adx_identity_lockoutenddate: iso( environment.now() + number( order.minutes, 5 ) * 60_000 ) } ) ),
	'unlock-login': sets( () => ( { adx_identity_lockoutenddate: null, adx_identity_accessfailedcount: 0 } ) ),
	'confirm-email': sets( () => ( { adx_identity_emailaddress1confirmed: true } ) ),
	'unconfirm-email': sets( () => ( { adx_identity_emailaddress1confirmed: false } ) ),
	'remove-login': sets( () => ( { ...NO_LOGIN } ) ),
	/** A wrong password on the portal; the fifth in a row locks for five minutes. */
	'fail-login': ( environment, order ) => {
		const row = contact( environment, order );
		const failures = number( row.adx_identity_accessfailedcount, 0 ) + 1;
		const locked = { adx_identity_accessfailedcount: 0, adx_identity_lockoutenddate: iso( environment.now() + 5 * 60_000 ) };
		environment.change( row, failures >= 5 ? locked : { adx_identity_accessfailedcount: failures } );
	},
	'log-in': sets( ( environment ) => ( { adx_identity_lastsuccessfullogin: iso( environment.now() ), adx_identity_accessfailedcount: 0 } ) ),
	invite: ( environment, order ) => {
		const row = contact( environment, order );
		const id = environment.newGuid();
		environment.state.invitations.push( {
			adx_invitationid: id,
			adx_name: row.fullname ?? null,
			adx_invitationcode: `code-${ id }`,
			adx_invitecontact: { id: String( row.contactid ), table: 'contact' },
			adx_redeemedcontact: null,
			adx_expirydate: order.days === null ? null : iso( environment.now() + number( order.days, 30 ) * 86_400_000 ).slice( 0, 10 ),
			adx_type: 756150000,
			createdon: iso( environment.now() ),
			statecode: 0,
			statuscode: INVITATION_SENT,
			versionnumber: ++environment.state.version,
		} );
		return { invitation: id };
	},
	'redeem-invitation': ( environment, order ) => {
		const row = contact( environment, order );
		const isOpen = ( one: Row ): boolean => isObject( one.adx_invitecontact ) && one.adx_invitecontact.id === row.contactid && one.adx_redeemedcontact === null;
		const open = environment.state.invitations.find( isOpen );
		done( open !== undefined, 'open invitation of that contact' );
		Object.assign( open ?? {}, { statuscode: INVITATION_REDEEMED, adx_redeemedcontact: { id: String( row.contactid ), table: 'contact' } } );
		environment.change( row, {
			adx_identity_username: row.emailaddress1 ?? null,
			adx_identity_logonenabled: true,
			adx_identity_securitystamp: 'stamp',
			adx_identity_emailaddress1confirmed: true,
		} );
	},
	'link-identity': ( environment, order ) => {
		const row = contact( environment, order );
		environment.state.identities.push( {
			adx_externalidentityid: environment.newGuid(),
			adx_contactid: { id: String( row.contactid ), table: 'contact' },
			adx_username: 'subject',
			adx_identityprovidername: 'https://login.example/',
			createdon: iso( environment.now() ),
			versionnumber: ++environment.state.version,
		} );
	},
	'unlink-identities': ( environment, order ) => {
		const id = String( contact( environment, order ).contactid );
		environment.state.identities = environment.state.identities.filter( ( one ) => ! isObject( one.adx_contactid ) || one.adx_contactid.id !== id );
	},
	'grant-role': ( environment, order ) => {
		const id = String( contact( environment, order ).contactid );
		for ( const role of environment.state.webRoles ) {
			( environment.state.roleMembers[ String( role.id ) ] ??= [] ).push( id );
		}
	},
	'remove-role': ( environment, order ) => {
		const id = String( contact( environment, order ).contactid );
		for ( const [ role, members ] of Object.entries( environment.state.roleMembers ) ) {
			environment.state.roleMembers[ role ] = members.filter( ( member ) => member !== id );
		}
	},
	/** `website` names another site of the same environment; `value` null takes the setting away. */
	'set-site-setting': ( environment, order ) => {
		const name = text( order.name, 'name' );
		const website = typeof order.website === 'string' ? order.website : undefined;
		const { siteSettings } = environment.state;
		if ( website !== undefined ) {
			siteSettings.push( settingRow( siteSettings.length + 1, name, text( order.value, 'value' ), website ) );
			return;
		}
		const row = siteSettings.find( ( one ) => one.name === name );
		if ( order.value === null ) {
			environment.state.siteSettings = siteSettings.filter( ( one ) => one !== row );
		} else if ( row === undefined ) {
			siteSettings.push( settingRow( siteSettings.length + 1, name, text( order.value, 'value' ) ) );
		} else {
			row.value = text( order.value, 'value' );
		}
	},
	/** Takes Power Pages off the environment, columns and tables. */
	'uninstall-portal': ( environment ) => {
		const names = PORTAL_COLUMNS.map( ( one ) => one.logicalName );
		environment.state.columns = environment.state.columns.filter( ( one ) => ! names.includes( one.logicalName ) );
	},

	'remove-column': ( environment, order ) => {
		const found = column( environment, order );
		environment.state.columns = environment.state.columns.filter( ( one ) => one !== found );
		for ( const row of environment.state.contacts ) {
			delete row[ found.logicalName ];
		}
	},
	'secure-column': ( environment, order ) => {
		column( environment, order ).isSecured = true;
	},
	'unsecure-column': ( environment, order ) => {
		column( environment, order ).isSecured = false;
	},
	/** Adds the application to a column security profile that lets it read the column. */
	'let-read-column': ( environment, order ) => {
		const name = column( environment, order ).logicalName;
		applicationUsers( environment, order ).forEach( ( user ) => user.readableColumns.push( name ) );
	},

	'turn-recycle-bin-off': ( environment ) => {
		environment.state.recycleBin.isOn = false;
		environment.state.bin = [];
	},
	'turn-recycle-bin-on': ( environment ) => {
		environment.state.recycleBin.isOn = true;
	},
	'turn-change-tracking-on': ( environment ) => {
		environment.state.changeTracking.isOn = true;
	},
	'turn-auditing-off': ( environment ) => {
		environment.state.auditing.isOn = false;
		environment.state.audits = [];
	},

	'spend-requests': ( environment, order ) => {
		const now = environment.now();
		for ( const user of applicationUsers( environment, order ) ) {
			const recent = environment.recentCalls( user.id );
			const left = environment.state.limits.requests - recent.length;
			const amount = typeof order.amount === 'number' ? order.amount : left - number( order.leave, 0 );
			environment.state.calls[ user.id ] = [ ...recent, ...new Array< number >( Math.max( 0, amount ) ).fill( now ) ];
		}
	},
	'refill-requests': ( environment ) => {
		environment.state.calls = {};
	},
	'expire-secret': ( environment, order ) => {
		for ( const application of applications( environment, order ) ) {
			application.secrets.forEach( ( secret ) => ( secret.expiresAt = environment.now() ) );
		}
	},
	'delete-application': ( environment, order ) => {
		const gone = applications( environment, order );
		environment.state.applications = environment.state.applications.filter( ( one ) => ! gone.includes( one ) );
		environment.state.tokens = environment.state.tokens.filter( ( token ) => ! gone.some( ( one ) => one.clientId === token.clientId ) );
	},
	'expire-access-tokens': ( environment, order ) => {
		const ids = applications( environment, order ).map( ( one ) => one.clientId );
		environment.state.tokens.filter( ( token ) => ids.includes( token.clientId ) ).forEach( ( token ) => ( token.expiresAt = environment.now() ) );
	},
	'remove-application-user': ( environment, order ) => {
		applications( environment, order ).forEach( ( one ) => ( one.userId = '' ) );
	},
	'disable-application-user': ( environment, order ) => {
		applicationUsers( environment, order ).forEach( ( user ) => ( user.isDisabled = true ) );
	},
	'move-application-user': ( environment, order ) => {
		applicationUsers( environment, order ).forEach( ( user ) => ( user.businessUnitId = text( order.unit, 'unit' ) ) );
	},
	'deny-privilege': ( environment, order ) => {
		applicationUsers( environment, order ).forEach( ( user ) => delete user.privileges[ text( order.privilege, 'privilege' ) ] );
	},
	'set-privilege': ( environment, order ) => {
		applicationUsers( environment, order ).forEach( ( user ) => ( user.privileges[ text( order.privilege, 'privilege' ) ] = text( order.depth, 'depth' ) as Depth ) );
	},
	'change-organisation': ( environment, order ) => {
		environment.state.org = { ...environment.state.org, id: text( order.id, 'id' ) };
	},
	'advance-clock': ( environment, order ) => {
		environment.state.clock.offsetSeconds += number( order.seconds, 0 );
		environment.settle();
	},

	/** Adds people without end and without trouble: the same ones for the same seed. */
	populate: ( environment, order ) => {
		const next = figures( number( order.seed, 1 ) );
		const accounts = Object.keys( ACCOUNTS ) as ( keyof typeof ACCOUNTS )[];
		const ids: string[] = [];
		for ( let index = 0; index < number( order.people, 0 ); index++ ) {
			const [ a, b ] = [ next.next().value, next.next().value ];
			const contactId = `${ a.toString( 16 ).padStart( 8, '0' ) }-${ index.toString( 16 ).padStart( 8, '0' ).replace( /^(.{4})/, '$1-' ) }-8f00-${ b.toString( 16 ).padStart( 12, '0' ) }`;
			const who = { contactId, firstName: 'Person', lastName: String( index ), email: `person${ index }.${ b.toString( 36 ) }@alderfinch.example`, account: accounts[ b % accounts.length ] ?? null };
			environment.state.contacts.push( contactRow( who, environment.now(), ++environment.state.version ) );
			ids.push( contactId );
		}
		environment.reindex();
		return { first: ids[ 0 ] ?? '', last: ids[ ids.length - 1 ] ?? '' };
	},
};

const LISTS = {
	contacts: 'contactid',
	accounts: 'accountid',
	columns: 'logicalName',
	users: 'id',
	applications: 'clientId',
	invitations: 'adx_invitationid',
	identities: 'adx_externalidentityid',
	siteSettings: 'id',
	webRoles: 'id',
} as const;
const OBJECTS = [ 'org', 'recycleBin', 'changeTracking', 'auditing', 'limits', 'clock', 'switches', 'roleMembers' ] as const;

/**
 * Sets state. Parts that are not named stay with `merge: true`, and go back to the scenario's without it; lists merge by id.
 */
function setState( environment: Environment, sent: JsonObject ): void {
	const { merge, ...parts } = sent;
	const known: readonly string[] = [ ...Object.keys( LISTS ), ...OBJECTS ];
	const strange = Object.keys( parts ).filter( ( name ) => ! known.includes( name ) );
	if ( strange.length > 0 ) {
		throw new ControlError( `The state has no ${ strange.join( ', ' ) }; it has ${ known.join( ', ' ) }.` );
	}
	if ( merge !== true ) {
		environment.reset();
	}
	const state = environment.state as unknown as Record< string, Json >;
	for ( const name of OBJECTS ) {
		const part = parts[ name ];
		if ( isObject( part ) ) {
			const before = state[ name ] as JsonObject;
			const unknown = name === 'switches' ? Object.keys( part ).find( ( key ) => ! ( key in before ) ) : undefined;
			if ( unknown !== undefined ) {
				throw new ControlError( `There is no switch "${ unknown }"; there is ${ Object.keys( before ).join( ', ' ) }.` );
			}
			state[ name ] = { ...before, ...part };
		}
	}
	for ( const [ name, key ] of Object.entries( LISTS ) ) {
		const part = parts[ name ];
		if ( part === undefined ) {
			continue;
		}
		if ( ! Array.isArray( part ) || ! part.every( isObject ) ) {
			throw new ControlError( `"${ name }" is a list of objects.` );
		}
		const list = ( merge === true ? state[ name ] : [] ) as JsonObject[];
		for ( const row of part ) {
			const old = list.find( ( one ) => one[ key ] === row[ key ] );
			const version = { versionnumber: ++environment.state.version };
			if ( old === undefined ) {
				list.push( { ...row, ...version } );
			} else {
				Object.assign( old, row, version );
			}
		}
		state[ name ] = list;
	}
	environment.reindex();
}

/**
 * Carries out what came to `POST /state`: one operation, a list of operations, or state.
 */
export function command( environment: Environment, sent: Json ): JsonObject {
	if ( Array.isArray( sent ) ) {
		return sent.reduce< JsonObject >( ( answer, one ) => ( { ...answer, ...command( environment, one ) } ), {} );
	}
	if ( ! isObject( sent ) ) {
		throw new ControlError( 'Send an object: parts of the state, or { "do": "delete-contact", "id": "…" }.' );
	}
	if ( sent.do === undefined ) {
		setState( environment, sent );
		return {};
	}
	const operation = OPERATIONS[ String( sent.do ) ];
	if ( operation === undefined ) {
		throw new ControlError( `Nobody can "${ String( sent.do ) }"; there is ${ Object.keys( OPERATIONS ).join( ', ' ) }.` );
	}
	return operation( environment, sent ) ?? {};
}
