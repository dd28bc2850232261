/**
 * The control API: sets and reads the account, plays what people do in HubSpot's own screens.
 */
import { isObject, type Json, type JsonObject } from '../json';
import { ControlError } from '../simulator';
import type { Account } from './account';
import { textOf, textsOf } from './answers';
import { mergeContacts, setProperties } from './records';
import { COMPANIES, newContact, newProperty, USER_NAME } from './scenario';
import { DAY_MS, type CrmRecord, type HubSpotState, type PrivateApp, type Property, type PublicApp } from './state';

type Operation = ( account: Account, order: JsonObject ) => JsonObject | void;

const numberOf = ( value: Json | undefined ): number => ( typeof value === 'number' ? value : 0 );

function contact( account: Account, id: Json | undefined ): CrmRecord {
	const found = account.state.contacts.find( ( one ) => one.id === textOf( id ) );
	if ( found === undefined ) {
		throw new ControlError( `There is no contact ${ JSON.stringify( id ?? null ) }.` );
	}
	return found;
}

function property( account: Account, name: Json | undefined ): Property {
	const found = account.state.properties.find( ( one ) => one.name === textOf( name ) );
	if ( found === undefined ) {
		throw new ControlError( `There is no property ${ JSON.stringify( name ?? null ) }.` );
	}
	return found;
}

/** Apps that an order is about: the named one, else all. */
function apps( account: Account, order: JsonObject ): ( PrivateApp | PublicApp )[] {
	const { privateApps, publicApps } = account.state;
	const name = textOf( order.client );
	return [ ...privateApps, ...publicApps ].filter( ( app ) => name === '' || ( 'name' in app ? app.name : app.clientId ) === name );
}

const onContact =
	( change: ( one: CrmRecord, order: JsonObject, account: Account ) => void ): Operation =>
	( account, order ) =>
		account.change( contact( account, order.id ), ( one ) => change( one, order, account ) );

/** The same numbers for the same seed (Lehmer). */
function randomness( seed: number ): () => number {
	let state = ( Math.abs( Math.trunc( seed ) ) % 2147483646 ) + 1;
	return () => ( state = ( state * 48271 ) % 2147483647 ) / 2147483647;
}

const populate: Operation = ( account, order ) => {
	const people = numberOf( order.people );
	const random = randomness( typeof order.seed === 'number' ? order.seed : 1 );
	const now = account.now();
	for ( let count = 0; count < people; count++ ) {
		const id = account.nextId();
		const one = newContact( id, random() < 0.02 ? '' : `person.${ id }@populated.example`, now, { firstname: 'Person', lastname: id } );
		one.companies = random() < 0.05 ? [] : [ random() < 0.5 ? COMPANIES.northwind.id : COMPANIES.southgate.id ];
		one.createdAt = now - 500 * DAY_MS;
		one.updatedAt = now - Math.floor( random() * 400 * DAY_MS );
		one.archivedAt = random() < 0.01 ? now - Math.floor( random() * 80 * DAY_MS ) : null;
		account.state.contacts.push( one );
	}
	return { people };
};

const OPERATIONS: Readonly< Record< string, Operation > > = {
	/** Into the recycle bin, by the named user. */
	'delete-contact': onContact( ( one, order, account ) => {
		one.archivedAt = account.now();
		account.state.audit.push( { id: account.nextId(), at: account.now(), action: 'DELETE', category: 'CRM_OBJECT', objectId: one.id, userId: 1187, userEmail: textOf( order.by ) || 'tidy.admin@northwind.example' } );
	} ),
	/** For good: out of the bin, and its addresses are kept out from now on. */
	'purge-contact': ( account, order ) => {
		const { id, properties } = contact( account, order.id );
		account.state.contacts = account.state.contacts.filter( ( one ) => one.id !== id );
		account.state.blocklist.push( ...( properties.email === undefined ? [] : [ properties.email ] ) );
	},
	/** By hand in the screen "Restore records"; refused while an active contact has one of its addresses. */
	'restore-contact': ( account, order ) => {
		const one = contact( account, order.id );
		const emails = [ one.properties.email ?? '', ...account.additionalEmails( one ) ].filter( ( email ) => email !== '' );
		const isRestorable = account.records( 'contacts', true ).includes( one );
		if ( ! isRestorable || emails.some( ( email ) => account.holderOf( email ) !== undefined ) ) {
			return { outcome: isRestorable ? 'address-taken' : 'not-in-bin' };
		}
		account.change( one, () => ( one.archivedAt = null ) );
		return { outcome: 'restored' };
	},
	/** Answers `id`: what became of the two. */
	'merge-contacts': ( account, order ) => ( { id: mergeContacts( account, contact( account, order.winner ), contact( account, order.loser ) ).id } ),
	/** Answers `id`, or why HubSpot's own form refuses. */
	'create-contact': ( account, order ) => {
		const email = textOf( order.email ).toLowerCase();
		if ( email !== '' && ( account.holderOf( email ) !== undefined || account.state.blocklist.includes( email ) ) ) {
			return { outcome: account.holderOf( email ) !== undefined ? 'address-taken' : 'address-blocked' };
		}
		const one = newContact( account.nextId(), email, account.now(), ( isObject( order.properties ) ? order.properties : {} ) as Record< string, string > );
		account.state.contacts.push( { ...one, createdAt: account.now(), updatedAt: account.now(), companies: textsOf( order.companies ) } );
		return { outcome: 'created', id: one.id };
	},
	/** Sets properties; '' empties one. */
	'set-contact': onContact( ( one, order ) => setProperties( one, ( isObject( order.properties ) ? order.properties : {} ) as Record< string, string > ) ),
	'set-email': onContact( ( one, order ) => setProperties( one, { email: textOf( order.email ).toLowerCase() } ) ),
	'link-company': onContact( ( one, order ) => void ( one.companies = [ textOf( order.company ), ...one.companies.filter( ( id ) => id !== textOf( order.company ) ) ] ) ),
	'unlink-companies': onContact( ( one ) => void ( one.companies = [] ) ),
	'delete-company': ( account, order ) => {
		account.state.companies.filter( ( one ) => one.id === textOf( order.id ) ).forEach( ( one ) => ( one.archivedAt = account.now() ) );
	},
	'archive-property': ( account, order ) => {
		property( account, order.name ).archivedAt = account.now();
	},
	'restore-property': ( account, order ) => {
		property( account, order.name ).archivedAt = null;
	},
	/** For good, with all values. */
	'purge-property': ( account, order ) => {
		const { name } = property( account, order.name );
		account.state.properties = account.state.properties.filter( ( one ) => one.name !== name );
		account.state.contacts.forEach( ( one ) => delete one.properties[ name ] );
	},
	'create-property': ( account, order ) => {
		account.state.properties.push( newProperty( textOf( order.name ) || USER_NAME, account.now() ) );
	},
	/** The person follows the link of the registration mail. */
	register: onContact( ( one, _order, account ) =>
		setProperties( one, { hs_content_membership_registered_at: new Date( account.now() ).toISOString(), hs_content_membership_status: 'active', hs_content_membership_email: one.properties.email ?? '' } )
	),
	/** The app's token is replaced, as when somebody rotates it. */
	'rotate-token': ( account, order ) => {
		account.state.privateApps.filter( ( app ) => textOf( order.client ) === '' || app.name === textOf( order.client ) ).forEach( ( app ) => ( app.token = `${ app.token }-rotated` ) );
	},
	'revoke-refresh-tokens': ( account ) => {
		account.state.publicApps.forEach( ( app ) => app.refreshTokens.forEach( ( one ) => ( one.isRevoked = true ) ) );
	},
	'expire-access-tokens': ( account ) => {
		account.state.accessTokens.forEach( ( token ) => ( token.expiresAt = Math.min( token.expiresAt, account.now() ) ) );
	},
	'drop-scope': ( account, order ) => {
		apps( account, order ).forEach( ( app ) => ( app.scopes = app.scopes.filter( ( scope ) => scope !== textOf( order.scope ) ) ) );
	},
	'add-scope': ( account, order ) => {
		apps( account, order ).forEach( ( app ) => app.scopes.push( textOf( order.scope ) ) );
	},
	/** Uses up today's calls but for `leave`. */
	'spend-calls': ( account, order ) => {
		const { limits } = account.state;
		limits.usedToday = limits.daily - numberOf( order.leave );
	},
	'refill-calls': ( account ) => {
		account.state.limits.usedToday = 0;
	},
	populate,
	'advance-clock': ( account, order ) => {
		const day = Math.floor( account.now() / DAY_MS );
		account.state.clock.offsetSeconds += numberOf( order.seconds );
		if ( Math.floor( account.now() / DAY_MS ) > day ) {
			account.state.limits.usedToday = 0;
		}
	},
};

const KEYS = { contacts: 'id', companies: 'id', properties: 'name', privateApps: 'name', publicApps: 'clientId', audit: 'id' } as const;
const OBJECTS = [ 'account', 'limits', 'clock', 'switches' ] as const;

/** Sets state. With `merge` other parts stay and lists merge by their keys; without it they go back to the scenario's. */
function setState( account: Account, sent: JsonObject ): void {
	const { merge, ...parts } = sent;
	const known: readonly string[] = [ ...Object.keys( KEYS ), ...OBJECTS ];
	const strange = Object.keys( parts ).filter( ( name ) => ! known.includes( name ) );
	if ( strange.length > 0 ) {
		throw new ControlError( `The state has no ${ strange.join( ', ' ) }; it has ${ known.join( ', ' ) }.` );
	}
	if ( merge !== true ) {
		account.reset();
	}
	const state = account.state as unknown as Record< string, Json >;
	for ( const name of OBJECTS ) {
		const part = parts[ name ];
		if ( isObject( part ) ) {
			state[ name ] = { ...( state[ name ] as JsonObject ), ...part };
		}
	}
	for ( const [ name, key ] of Object.entries( KEYS ) ) {
		const part = parts[ name ];
		if ( part === undefined ) {
			continue;
		}
		if ( ! Array.isArray( part ) || ! part.every( isObject ) ) {
			throw new ControlError( `"${ name }" is a list of objects.` );
		}
		const rows = merge === true ? ( state[ name ] as JsonObject[] ) : [];
		for ( const row of part ) {
			const old = rows.find( ( one ) => one[ key ] === row[ key ] );
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
 * @param account The account.
 * @param sent    `{ "do": … }`, a list of such, or parts of the state.
 */
export function command( account: Account, sent: Json ): JsonObject {
	if ( Array.isArray( sent ) ) {
		return sent.reduce< JsonObject >( ( answer, one ) => ( { ...answer, ...command( account, one ) } ), {} );
	}
	if ( ! isObject( sent ) ) {
		throw new ControlError( 'Send an object: parts of the state, or { "do": "delete-contact", "id": "70215" }.' );
	}
	if ( sent.do === undefined ) {
		setState( account, sent );
		return {};
	}
	const operation = OPERATIONS[ String( sent.do ) ];
	if ( operation === undefined ) {
		throw new ControlError( `Nobody can "${ String( sent.do ) }"; there is ${ Object.keys( OPERATIONS ).join( ', ' ) }.` );
	}
	return operation( account, sent ) ?? {};
}

export const snapshot = ( account: Account ): HubSpotState & { readonly now: string } => ( {
	...account.state,
	now: new Date( account.now() ).toISOString(),
} );
