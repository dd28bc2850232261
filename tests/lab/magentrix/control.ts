/**
 * The control API: sets and reads the portal, plays what people do on its pages and in the CRM.
 */
import { isObject, type Json, type JsonObject } from '../json';
import { ControlError } from '../simulator';
import { crmId, nativeId } from './ids';
import type { Portal } from './portal';
import { newContact, newUser } from './scenario';
import { DAY_MS, type Contact, type CrmSystem, type PortalUser, type Right, type UserType } from './state';

type Operation = ( portal: Portal, order: JsonObject ) => JsonObject | void;

const textOf = ( value: Json | undefined ): string => ( typeof value === 'string' ? value : '' );
const numberOf = ( value: Json | undefined ): number => ( typeof value === 'number' ? value : 0 );

function userOf( portal: Portal, order: JsonObject ): PortalUser {
	const found = portal.user( textOf( order.id ) );
	if ( found === undefined ) {
		throw new ControlError( `There is no user ${ JSON.stringify( order.id ?? null ) }.` );
	}
	return found;
}

function contactOf( portal: Portal, id: Json | undefined ): Contact {
	const found = portal.crmContact( textOf( id ) );
	if ( found === undefined ) {
		throw new ControlError( `The CRM has no contact ${ JSON.stringify( id ?? null ) }.` );
	}
	return found;
}

/** Somebody edits a user on the portal's page. */
const onUser =
	( change: ( user: PortalUser, order: JsonObject, portal: Portal ) => void ): Operation =>
	( portal, order ) => {
		const user = userOf( portal, order );
		change( user, order, portal );
		user.modifiedAt = portal.now();
	};

/** Somebody edits a contact in the CRM. */
const onContact =
	( change: ( contact: Contact, order: JsonObject ) => void ): Operation =>
	( portal, order ) => {
		const contact = contactOf( portal, order.id );
		change( contact, order );
		portal.changeInCrm( contact );
	};

/** The same numbers for the same seed (Lehmer). */
function randomness( seed: number ): () => number {
	let state = ( Math.abs( Math.trunc( seed ) ) % 2147483646 ) + 1;
	return () => ( state = ( state * 48271 ) % 2147483647 ) / 2147483647;
}

const populate: Operation = ( portal, order ) => {
	const { state } = portal;
	const people = numberOf( order.people );
	const random = randomness( numberOf( order.seed ) || 1 );
	const now = portal.now();
	for ( let count = 0; count < people; count++ ) {
		const number = portal.nextId();
		const email = `person.${ number }@populated.example`;
		const type: UserType = random() < 0.05 ? 'Employee' : 'Partner';
		const contact = newContact( crmId( state.crm.system, 'contact', number ), 'Person', String( number ), email, state.accounts[ count % state.accounts.length ]?.id ?? null, now );
		const user = newUser( nativeId( '005', number ), 'Person', String( number ), email, type, type === 'Employee' || random() < 0.02 ? null : contact.id, now );
		user.isActive = random() >= 0.04;
		user.roleId = random() < 0.01 ? null : user.roleId;
		user.lastLoginAt = random() < 0.1 ? null : now - Math.floor( random() * 400 ) * DAY_MS;
		state.users.push( user );
		state.crmContacts.push( contact );
		state.contacts.push( { ...contact } );
	}
	return { people };
};

const OPERATIONS: Readonly< Record< string, Operation > > = {
	// In the CRM.
	'delete-contact': onContact( ( contact ) => {
		contact.isDeleted = true;
	} ),
	'restore-contact': onContact( ( contact ) => {
		contact.isDeleted = false;
	} ),
	/** The loser goes; the winner keeps its own address. */
	'merge-contacts': ( portal, order ) => {
		const loser = contactOf( portal, order.loser );
		contactOf( portal, order.winner );
		loser.isDeleted = true;
		portal.changeInCrm( loser );
	},
	'create-contact': ( portal, order ) => {
		const contact = newContact( crmId( portal.state.crm.system, 'contact', portal.nextId() ), textOf( order.firstname ), textOf( order.lastname ), textOf( order.email ), textOf( order.accountId ) || null, portal.now() );
		portal.state.crmContacts.push( contact );
		portal.changeInCrm( contact );
		return { id: contact.id };
	},
	'set-contact-email': onContact( ( contact, order ) => {
		contact.email = textOf( order.email ) || null;
	} ),
	'unlink-account': onContact( ( contact ) => {
		contact.accountId = null;
	} ),
	'link-account': onContact( ( contact, order ) => {
		contact.accountId = textOf( order.accountId );
	} ),
	'untick-community-user': onContact( ( contact ) => {
		contact.communityUser = false;
	} ),
	'tick-community-user': onContact( ( contact ) => {
		contact.communityUser = true;
	} ),
	// On the portal's pages.
	'create-user': ( portal, order ) => {
		const id = nativeId( '005', portal.nextId() );
		const type = ( textOf( order.type ) || 'Partner' ) as UserType;
		portal.state.users.push( newUser( id, textOf( order.firstname ), textOf( order.lastname ), textOf( order.email ), type, textOf( order.contactId ) || null, portal.now() ) );
		return { id };
	},
	'link-user': onUser( ( user, order ) => {
		user.contactId = textOf( order.contactId );
	} ),
	'unlink-user': onUser( ( user ) => {
		user.contactId = null;
	} ),
	'deactivate-user': onUser( ( user, _order, portal ) => portal.setActive( user, false ) ),
	'activate-user': onUser( ( user, _order, portal ) => portal.setActive( user, true ) ),
	'clear-role': onUser( ( user ) => {
		user.roleId = null;
	} ),
	'set-role': onUser( ( user, order ) => {
		user.roleId = textOf( order.roleId );
	} ),
	'set-type': onUser( ( user, order ) => {
		user.type = textOf( order.type ) as UserType;
	} ),
	'set-user-email': onUser( ( user, order ) => {
		user.email = textOf( order.email );
		user.username = textOf( order.username ) || user.email;
	} ),
	/** Answers what stops the user (`in` where nothing does), and whether they see any record then. */
	'try-login': ( portal, order ) => {
		const user = userOf( portal, order );
		const outcome = portal.mayLogIn( user );
		if ( outcome === 'in' ) {
			user.lastLoginAt = portal.now();
			portal.state.logins.push( { id: nativeId( '0lh', portal.nextId() ), ownerId: user.id, loginAt: portal.now() } );
		}
		return { outcome, seesData: portal.seesData( user ) };
	},
	'set-seats': ( portal, order ) => {
		portal.state.seats[ ( textOf( order.type ) || 'Partner' ) as UserType ] = numberOf( order.seats );
	},
	/** Changes in the CRM come through no more. */
	'break-sync': ( portal ) => {
		portal.state.sync.isStuck = true;
	},
	/** Extend → the CRM → Contact → Refresh. */
	'refresh-schema': ( portal ) => {
		portal.state.sync.isStuck = false;
		portal.state.sync.pending.forEach( ( change ) => ( change.dueAt = portal.now() ) );
		portal.synchronise();
	},
	'synchronise-now': ( portal ) => {
		portal.state.sync.pending.forEach( ( change ) => ( change.dueAt = portal.now() ) );
		portal.synchronise();
	},
	/** Another CRM stands behind the portal: everything begins anew, with its ids. */
	'connect-crm': ( portal, order ) => portal.reset( textOf( order.system ) as CrmSystem ),
	// The API itself.
	'expire-sessions': ( portal ) => {
		portal.state.sessions.forEach( ( session ) => ( session.expiresAt = Math.min( session.expiresAt, portal.now() ) ) );
	},
	'revoke-key': ( portal, order ) => {
		portal.state.apiKeys.filter( ( key ) => key.client === ( textOf( order.client ) || 'causeway' ) ).forEach( ( key ) => ( key.isRevoked = true ) );
	},
	'replace-key': ( portal, order ) => {
		portal.state.apiKeys.filter( ( key ) => key.client === ( textOf( order.client ) || 'causeway' ) ).forEach( ( key ) => ( key.key = textOf( order.key ) ) );
	},
	'deny-right': ( portal, order ) => {
		portal.state.switches.denied.push( textOf( order.right ) as Right );
	},
	populate,
	'advance-clock': ( portal, order ) => {
		portal.state.clock.offsetSeconds += numberOf( order.seconds );
		portal.synchronise();
	},
};

const LISTS = [ 'users', 'crmContacts', 'contacts', 'accounts', 'roles', 'logins' ] as const;
const OBJECTS = [ 'seats', 'sync', 'session', 'clock', 'switches' ] as const;

/** Sets state. With `merge` other parts stay and lists merge by id; without it they go back to the scenario's. */
function setState( portal: Portal, sent: JsonObject ): void {
	const { merge, ...parts } = sent;
	const known: readonly string[] = [ ...LISTS, ...OBJECTS ];
	const strange = Object.keys( parts ).filter( ( name ) => ! known.includes( name ) );
	if ( strange.length > 0 ) {
		throw new ControlError( `The state has no ${ strange.join( ', ' ) }; it has ${ known.join( ', ' ) }.` );
	}
	if ( merge !== true ) {
		portal.reset();
	}
	const state = portal.state as unknown as Record< string, Json >;
	for ( const name of OBJECTS ) {
		const part = parts[ name ];
		if ( isObject( part ) ) {
			state[ name ] = { ...( state[ name ] as JsonObject ), ...part };
		}
	}
	for ( const name of LISTS ) {
		const part = parts[ name ];
		if ( part === undefined ) {
			continue;
		}
		if ( ! Array.isArray( part ) || ! part.every( isObject ) ) {
			throw new ControlError( `"${ name }" is a list of objects.` );
		}
		const rows = merge === true ? ( state[ name ] as JsonObject[] ) : [];
		for ( const row of part ) {
			const old = rows.find( ( one ) => one.id === row.id );
			if ( old === undefined ) {
				rows.push( row );
			} else {
				Object.assign( old, row );
			}
		}
		state[ name ] = rows;
	}
}

/**
 * Carries out what came to `POST /state`: one operation, a list of operations, or state.
 *
 * @param portal The portal.
 * @param sent   `{ "do": … }`, a list of such, or parts of the state.
 */
export function command( portal: Portal, sent: Json ): JsonObject {
	if ( Array.isArray( sent ) ) {
		return sent.reduce< JsonObject >( ( answer, one ) => ( { ...answer, ...command( portal, one ) } ), {} );
	}
	if ( ! isObject( sent ) ) {
		throw new ControlError( 'Send an object: parts of the state, or { "do": "deactivate-user", "id": "0050…" }.' );
	}
	if ( sent.do === undefined ) {
		setState( portal, sent );
		return {};
	}
	const operation = Object.hasOwn( OPERATIONS, textOf( sent.do ) ) ? OPERATIONS[ textOf( sent.do ) ] : undefined;
	if ( operation === undefined ) {
		throw new ControlError( `There is no operation ${ JSON.stringify( sent.do ) }; there are ${ Object.keys( OPERATIONS ).join( ', ' ) }.` );
	}
	return operation( portal, sent ) ?? {};
}

/** Everything that the portal holds; sessions and keys only as counts. */
export function snapshot( portal: Portal ): object {
	portal.synchronise();
	const { sessions, apiKeys, ...rest } = portal.state;
	return { ...rest, sessions: sessions.length, apiKeys: apiKeys.map( ( { client, isRevoked } ) => ( { client, isRevoked } ) ), now: new Date( portal.now() ).toISOString() };
}
