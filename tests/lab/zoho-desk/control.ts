/**
 * The control API: sets and reads the organisation, plays what people do in Zoho Desk's own screens and in the Help Center.
 */
import { isObject, type Json, type JsonObject } from '../json';
import { ControlError } from '../simulator';
import type { Desk } from './desk';
import { HELP_CENTER, newContact, newUser, OTHER_ORG_ID } from './scenario';
import { DAY_MS, type Contact, type DeskField, type DeskState, type HelpCenterUser, type OAuthClient } from './state';

type Operation = ( desk: Desk, order: JsonObject ) => JsonObject | void;

const text = ( value: Json | undefined ): string => ( typeof value === 'string' || typeof value === 'number' ? String( value ) : '' );

const numberOf = ( value: Json | undefined, otherwise: number ): number => ( typeof value === 'number' ? value : otherwise );

function found< Thing >( thing: Thing | undefined, what: string ): Thing {
	if ( thing === undefined ) {
		throw new ControlError( `There is no ${ what }.` );
	}
	return thing;
}

const contact = ( desk: Desk, id: Json | undefined ): Contact => found( desk.contact( text( id ) ), `contact ${ text( id ) }` );

const onContact =
	( change: ( one: Contact, order: JsonObject, desk: Desk ) => Partial< Contact > ): Operation =>
	( desk, order ) => {
		const one = contact( desk, order.id );
		desk.change( one, change( one, order, desk ) );
	};

/** An order names a user by its id, or by the id of its contact. */
const user = ( desk: Desk, order: JsonObject ): HelpCenterUser => found( desk.user( text( order.id ) ) ?? desk.usersOf( text( order.id ) )[ 0 ], `user ${ text( order.id ) }` );

const onUser =
	( change: ( one: HelpCenterUser, order: JsonObject, desk: Desk ) => Partial< HelpCenterUser > ): Operation =>
	( desk, order ) => {
		const one = user( desk, order );
		desk.touch( one, change( one, order, desk ) );
	};

const onField =
	( changes: Partial< DeskField > ): Operation =>
	( desk, order ) => {
		Object.assign( found( desk.state.fields.find( ( one ) => one.apiName === order.field ), `field ${ text( order.field ) }` ), changes );
	};

const onClients =
	( change: ( client: OAuthClient, order: JsonObject, desk: Desk ) => void ): Operation =>
	( desk, order ) =>
		desk.state.clients.forEach( ( client ) => change( client, order, desk ) );

/** The same numbers for the same seed (Lehmer). */
function randomness( seed: number ): () => number {
	let state = ( Math.abs( Math.trunc( seed ) ) % 2147483646 ) + 1;
	return () => ( state = ( state * 48271 ) % 2147483647 ) / 2147483647;
}

const populate: Operation = ( desk, order ) => {
	const { state } = desk;
	const people = numberOf( order.people, 0 );
	const random = randomness( numberOf( order.seed, 1 ) );
	for ( let count = 0; count < people; count++ ) {
		const id = desk.newId();
		const email = `person.${ id }@populated.example`;
		const createdAt = desk.now() - Math.floor( 100 + random() * 400 ) * DAY_MS;
		const modifiedAt = createdAt + Math.floor( random() * 90 ) * DAY_MS;
		const account = state.accounts[ Math.floor( random() * state.accounts.length ) ];
		state.contacts.push( newContact( { id, firstName: 'Person', lastName: id, email: random() < 0.02 ? null : email, accountId: random() < 0.05 ? null : account?.id ?? null, createdAt, modifiedAt }, createdAt ) );
		if ( random() < 0.6 ) {
			const isVerified = random() >= 0.1;
			state.users.push( newUser( { id: desk.newId(), email, contactId: id, name: `Person ${ id }`, status: random() < 0.05 ? 'DISABLED' : 'ACTIVE', isVerified, lastAccessedAt: isVerified ? modifiedAt : null, modifiedAt }, modifiedAt ) );
		}
	}
	return { people };
};

const OPERATIONS: Readonly< Record< string, Operation > > = {
	'delete-contact': ( desk, order ) => desk.delete( contact( desk, order.id ) ),
	'purge-contact': ( desk, order ) => void found( desk.purge( text( order.id ) ) || undefined, 'such contact' ),
	'restore-contact': ( desk, order ) => void found( desk.restore( text( order.id ) ) || undefined, 'such contact in the recycle bin' ),
	'merge-contacts': ( desk, order ) => {
		if ( ! desk.merge( contact( desk, order.winner ), contact( desk, order.loser ) ) ) {
			throw new ControlError( 'The contact of a portal user cannot be merged away.' );
		}
	},
	'create-contact': ( desk, order ) => {
		const id = desk.newId();
		desk.state.contacts.push( newContact( { id, ...( isObject( order.fields ) ? ( order.fields as Partial< Contact > ) : {} ) }, desk.now() ) );
		return { id };
	},
	'set-contact': onContact( ( _one, order ) => ( isObject( order.fields ) ? ( order.fields as Partial< Contact > ) : {} ) ),
	'set-email': onContact( ( _one, order ) => ( { email: text( order.email ) === '' ? null : text( order.email ) } ) ),
	'link-account': onContact( ( _one, order, desk ) => ( { accountId: found( desk.state.accounts.find( ( one ) => one.id === order.account ), 'such account' ).id } ) ),
	'unlink-account': onContact( () => ( { accountId: null } ) ),
	'delete-account': ( desk, order ) => {
		const { id } = found( desk.state.accounts.find( ( one ) => one.id === order.id ), 'such account' );
		desk.state.accounts = desk.state.accounts.filter( ( one ) => one.id !== id );
		desk.state.contacts.filter( ( one ) => one.accountId === id ).forEach( ( one ) => desk.change( one, { accountId: null } ) );
	},
	/** The button Invite, or Re-Invite. */
	invite: ( desk, order ) => ( { outcome: desk.invite( contact( desk, order.id ), text( order.helpCenter ) || HELP_CENTER.id ) } ),
	/** The person follows the link of the invitation and chooses a password. */
	confirm: onUser( () => ( { isVerified: true } ) ),
	/** The person logs in at the Help Center. */
	visit: onUser( ( _one, _order, desk ) => ( { lastAccessedAt: desk.now() } ) ),
	'deactivate-user': onUser( () => ( { status: 'DISABLED' } ) ),
	'activate-user': onUser( () => ( { status: 'ACTIVE' } ) ),
	'delete-user': onUser( () => ( { status: 'DELETED' } ) ),
	'unlink-user': onUser( () => ( { contactId: null } ) ),
	'link-user': onUser( ( _one, order, desk ) => ( { contactId: contact( desk, order.contact ).id } ) ),
	'change-user-email': onUser( ( _one, order ) => ( { email: text( order.email ), isVerified: order.isVerified === true } ) ),
	/** Somebody signs up at the Help Center by themselves. */
	'sign-up': ( desk, order ) => {
		const one = contact( desk, order.id );
		const id = desk.newId();
		desk.state.users.push( newUser( { id, email: one.email ?? '', contactId: one.id, name: one.lastName, awaitsApproval: true, isVerified: false, lastAccessedAt: null, invitations: 0, modifiedAt: desk.now() }, desk.now() ) );
		return { id };
	},
	'approve-sign-up': onUser( () => ( { awaitsApproval: false, isVerified: true } ) ),
	'reject-sign-up': onUser( () => ( { awaitsApproval: false, status: 'DELETED' } ) ),
	'try-login': ( desk, order ) => ( { outcome: desk.tryLogin( text( order.email ) ) } ),
	'switch-help-center': ( desk, order ) => {
		const id = text( order.id ) || HELP_CENTER.id;
		found( desk.helpCenter( id ), 'such Help Center' ).status = order.status === 'DISABLED' ? 'DISABLED' : 'ACTIVE';
	},
	'add-help-center': ( desk, order ) => {
		const id = desk.newId();
		desk.state.helpCenters.push( { id, name: text( order.name ) || 'Second', url: 'https://second.northwind.example/portal', isDefault: false, status: 'ACTIVE' } );
		return { id };
	},
	'remove-field': ( desk, order ) => {
		const field = found( desk.state.fields.find( ( one ) => one.apiName === order.field ), 'such field' );
		desk.state.fields = desk.state.fields.filter( ( one ) => one !== field );
		desk.state.contacts.forEach( ( one ) => delete one.cf[ field.apiName ] );
	},
	'switch-field-off': onField( { isPresence: false } ),
	'switch-field-on': onField( { isPresence: true } ),
	'hide-field': onField( { showToHelpCenter: false } ),
	'show-field': onField( { showToHelpCenter: true } ),
	/** The edition's limit of users becomes what there are now, and `more`. */
	'fill-license': ( desk, order ) => {
		desk.state.license.maxUsers = desk.state.users.filter( ( one ) => one.status === 'ACTIVE' ).length + numberOf( order.more, 0 );
	},
	'spend-credits': ( desk, order ) => {
		const { credits } = desk.state;
		credits.spent = typeof order.amount === 'number' ? credits.spent + order.amount : credits.limit - numberOf( order.leave, 0 );
	},
	'refill-credits': ( desk ) => {
		desk.state.credits.spent = 0;
	},
	/** The agent behind the connection moves to another organisation. */
	'move-organisation': ( desk, order ) => {
		desk.state.tokenOrganisationId = text( order.organisation ) || OTHER_ORG_ID;
	},
	'revoke-refresh-token': onClients( ( client, order, desk ) => {
		client.refreshTokens.forEach( ( entry ) => ( entry.isRevoked = true ) );
		if ( order.keepAccessTokens !== true ) {
			desk.state.tokens = desk.state.tokens.filter( ( token ) => token.clientId !== client.clientId );
		}
	} ),
	'renew-refresh-token': onClients( ( client ) => client.refreshTokens.forEach( ( entry ) => ( entry.isRevoked = false ) ) ),
	'expire-access-tokens': ( desk ) => desk.state.tokens.forEach( ( token ) => ( token.expiresAt = Math.min( token.expiresAt, desk.now() ) ) ),
	'forgive-token-rate': ( desk ) => {
		desk.state.tokenGrants = [];
	},
	'drop-scope': ( desk, order ) => {
		const without = ( scopes: readonly string[] ): string[] => scopes.filter( ( one ) => one !== order.scope );
		desk.state.clients.forEach( ( client ) => ( client.scopes = without( client.scopes ) ) );
		desk.state.tokens.forEach( ( token ) => ( token.scopes = without( token.scopes ) ) );
	},
	'add-scope': onClients( ( client, order ) => void client.scopes.push( text( order.scope ) ) ),
	'grant-code': ( desk ) => {
		const code = desk.newToken();
		desk.state.clients.forEach( ( client ) => client.grantCodes.push( { code, expiresAt: desk.now() + 10 * 60_000 } ) );
		return { code };
	},
	'deny-right': ( desk, order ) => void desk.state.switches.denied.push( text( order.right ) ),
	populate,
	'advance-clock': ( desk, order ) => {
		desk.state.clock.offsetSeconds += numberOf( order.seconds, 0 );
	},
};

const OBJECTS = [ 'organisation', 'credits', 'concurrency', 'license', 'clock', 'switches' ] as const;
const LISTS = [ 'helpCenters', 'accounts', 'contacts', 'users', 'agents', 'fields' ] as const;
const TEXTS = [ 'tokenOrganisationId' ] as const;

function filled( desk: Desk, list: ( typeof LISTS )[ number ], row: JsonObject ): JsonObject {
	const now = desk.now();
	switch ( list ) {
		case 'contacts':
			return newContact( row as unknown as Contact, now ) as unknown as JsonObject;
		case 'users':
			return newUser( row as unknown as HelpCenterUser, now ) as unknown as JsonObject;
		default:
			return row;
	}
}

/**
 * Sets parts of the state; with `merge` the other parts stay and lists merge by id, without it they go back to the scenario.
 *
 * @param desk The organisation.
 * @param sent The parts, and `merge`.
 */
function setState( desk: Desk, sent: JsonObject ): void {
	const { merge, ...parts } = sent;
	const known: readonly string[] = [ ...OBJECTS, ...LISTS, ...TEXTS ];
	const strange = Object.keys( parts ).filter( ( name ) => ! known.includes( name ) );
	if ( strange.length > 0 ) {
		throw new ControlError( `The state has no ${ strange.join( ', ' ) }; it has ${ known.join( ', ' ) }.` );
	}
	if ( merge !== true ) {
		desk.reset();
	}
	const state = desk.state as unknown as Record< string, Json >;
	for ( const [ name, part ] of Object.entries( parts ) ) {
		const list = LISTS.find( ( one ) => one === name );
		if ( list === undefined ) {
			state[ name ] = isObject( part ) ? { ...( state[ name ] as JsonObject ), ...part } : part;
			continue;
		}
		if ( ! Array.isArray( part ) || ! part.every( isObject ) ) {
			throw new ControlError( `"${ name }" is a list of objects.` );
		}
		const rows = merge === true ? ( state[ name ] as JsonObject[] ) : [];
		for ( const row of part ) {
			const old = rows.find( ( one ) => one.id === row.id );
			if ( old === undefined ) {
				rows.push( filled( desk, list, row ) );
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
 * @param desk The organisation.
 * @param sent `{ "do": … }`, a list of such, or parts of the state.
 */
export function command( desk: Desk, sent: Json ): JsonObject {
	if ( Array.isArray( sent ) ) {
		return sent.reduce< JsonObject >( ( answer, one ) => ( { ...answer, ...command( desk, one ) } ), {} );
	}
	if ( ! isObject( sent ) ) {
		throw new ControlError( 'Send an object: parts of the state, or { "do": "delete-contact", "id": "…" }.' );
	}
	if ( sent.do === undefined ) {
		setState( desk, sent );
		return {};
	}
	const operation = OPERATIONS[ text( sent.do ) ];
	if ( operation === undefined ) {
		throw new ControlError( `Nobody can "${ text( sent.do ) }"; there is ${ Object.keys( OPERATIONS ).join( ', ' ) }.` );
	}
	return operation( desk, sent ) ?? {};
}

/** The state as `GET /state` shows it, with its time. */
export const snapshot = ( desk: Desk ): DeskState & { readonly now: string } => {
	desk.trash();
	return { ...desk.state, now: new Date( desk.now() ).toISOString() };
};
