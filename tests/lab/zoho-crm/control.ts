/**
 * The control API: sets and reads the CRM's state, plays what people do in the CRM's own screens.
 */
import { isObject, type Json, type JsonObject } from '../json';
import { ControlError } from '../simulator';
import type { Crm, Actor } from './crm';
import type { CrmRecord, CrmState, DeletedRecord, Field, OAuthClient } from './state';

const text = ( value: Json | undefined, name: string ): string => {
	if ( typeof value !== 'string' || value === '' ) {
		throw new ControlError( `"${ name }" is missing.` );
	}
	return value;
};

const number = ( value: Json | undefined, otherwise: number ): number =>
	typeof value === 'number' ? value : otherwise;

const done = ( isDone: boolean, what: string ): void => {
	if ( ! isDone ) {
		throw new ControlError( `There is no ${ what }.` );
	}
};

type Operation = ( crm: Crm, order: JsonObject, actor: Actor ) => JsonObject | void;

function contact( crm: Crm, order: JsonObject ): CrmRecord {
	const id = text( order.id, 'id' );
	const record = crm.find( 'Contacts', id );
	if ( record === undefined ) {
		throw new ControlError( `There is no contact ${ id }.` );
	}
	return record;
}

function field( crm: Crm, order: JsonObject ): Field {
	const apiName = text( order.field, 'field' );
	const found = crm.fields( 'Contacts' ).find( ( one ) => one.apiName === apiName );
	if ( found === undefined ) {
		throw new ControlError( `Contacts has no field ${ apiName }.` );
	}
	return found;
}

/** The clients that an order is about: the one it names, or all. */
function clients( crm: Crm, order: JsonObject ): OAuthClient[] {
	const clientId = order.client;
	if ( clientId === undefined ) {
		return crm.state.clients;
	}
	const client = crm.client( text( clientId, 'client' ) );
	if ( client === undefined ) {
		throw new ControlError( `There is no OAuth client ${ String( clientId ) }.` );
	}
	return [ client ];
}

const setContact = ( changes: ( order: JsonObject ) => JsonObject ): Operation => ( crm, order, actor ) => {
	crm.change( 'Contacts', contact( crm, order ), changes( order ), actor );
};

const setUse = ( use: Field[ 'use' ] ): Operation => ( crm, order ) => {
	field( crm, order ).use = use;
};

const setPermission = ( permission: 'hidden' | 'read_write' ): Operation => ( crm, order ) => {
	const found = field( crm, order );
	const profileIds =
		typeof order.profile === 'string'
			? [ order.profile ]
			: clients( crm, order ).map( ( client ) => crm.user( client.userId )?.profileId ?? '' );
	for ( const id of profileIds ) {
		found.permissions[ id ] = permission;
	}
};

const OPERATIONS: Readonly< Record< string, Operation > > = {
	'delete-contact': ( crm, order, actor ) =>
		done( crm.delete( 'Contacts', contact( crm, order ).id, actor, number( order.children, 0 ) ), 'such contact' ),
	'purge-contact': ( crm, order, actor ) =>
		done( crm.purge( 'Contacts', text( order.id, 'id' ), actor ), 'such contact, nor one in the recycle bin' ),
	'restore-contact': ( crm, order, actor ) =>
		done( crm.restore( text( order.id, 'id' ), actor ), 'such contact in the recycle bin' ),
	'merge-contacts': ( crm, order, actor ) =>
		done( crm.merge( text( order.winner, 'winner' ), text( order.loser, 'loser' ), actor ), 'such pair of contacts' ),
	'set-contact': setContact( ( order ) => ( isObject( order.fields ) ? order.fields : {} ) ),
	'unlink-account': setContact( () => ( { Account_Name: null } ) ),
	'link-account': ( crm, order, actor ) => {
		const account = crm.accountRef( { id: text( order.account, 'account' ) } );
		done( account !== null, 'such account' );
		crm.change( 'Contacts', contact( crm, order ), { Account_Name: account }, actor );
	},
	'delete-account': ( crm, order, actor ) =>
		done( crm.delete( 'Accounts', text( order.id, 'id' ), actor ), 'such account' ),
	'blank-email': setContact( () => ( { Email: '' } ) ),
	'null-email': setContact( () => ( { Email: null } ) ),
	'remove-field': ( crm, order ) => {
		const found = field( crm, order );
		crm.state.fields = crm.state.fields.filter( ( one ) => one !== found );
		for ( const record of crm.state.contacts ) {
			delete record[ found.apiName ];
		}
	},
	'unuse-field': setUse( 'unused' ),
	'use-field': setUse( 'used' ),
	'hide-field': setPermission( 'hidden' ),
	'show-field': setPermission( 'read_write' ),
	'spend-credits': ( crm, order ) => {
		const left = crm.creditsLeft();
		crm.spend( typeof order.amount === 'number' ? order.amount : left - number( order.leave, 0 ) );
	},
	'refill-credits': ( crm ) => {
		crm.state.credits.ledger = [];
	},
	/** The user takes consent back: live access tokens die with it unless `keepAccessTokens`. */
	'revoke-refresh-token': ( crm, order ) => {
		for ( const client of clients( crm, order ) ) {
			client.refreshTokens.forEach( ( entry ) => ( entry.isRevoked = true ) );
			if ( order.keepAccessTokens !== true ) {
				crm.state.tokens = crm.state.tokens.filter( ( token ) => token.clientId !== client.clientId );
			}
		}
	},
	'renew-refresh-token': ( crm, order ) => {
		for ( const client of clients( crm, order ) ) {
			client.refreshTokens.forEach( ( entry ) => ( entry.isRevoked = false ) );
		}
	},
	'expire-access-tokens': ( crm, order ) => {
		const ids = clients( crm, order ).map( ( client ) => client.clientId );
		for ( const token of crm.state.tokens ) {
			if ( ids.includes( token.clientId ) ) {
				token.expiresAt = Math.min( token.expiresAt, crm.now() );
			}
		}
	},
	/** Forgets how many access tokens were asked for. */
	'forgive-token-rate': ( crm ) => {
		crm.state.tokenGrants = [];
	},
	'drop-scope': ( crm, order ) => {
		const scope = text( order.scope, 'scope' );
		const without = ( scopes: readonly string[] ) => scopes.filter( ( one ) => one !== scope );
		for ( const client of clients( crm, order ) ) {
			done( client.scopes.includes( scope ), `scope ${ scope } of ${ client.clientId }` );
			client.scopes = without( client.scopes );
			for ( const token of crm.state.tokens.filter( ( one ) => one.clientId === client.clientId ) ) {
				token.scopes = without( token.scopes );
			}
		}
	},
	'add-scope': ( crm, order ) => {
		for ( const client of clients( crm, order ) ) {
			client.scopes.push( text( order.scope, 'scope' ) );
		}
	},
	/** A consent in the browser: gives the code that `authorization_code` exchanges. */
	'grant-code': ( crm, order ) => {
		const code = crm.newToken();
		for ( const client of clients( crm, { client: order.client ?? '' } ) ) {
			client.grantCodes.push( { code, expiresAt: crm.now() + 10 * 60_000 } );
		}
		return { code };
	},
	'deny-right': ( crm, order ) => {
		for ( const client of clients( crm, order ) ) {
			crm.profileOf( client.userId )?.denied.push( text( order.right, 'right' ) );
		}
	},
	/** Many contacts, each a copy of the first one under an id and an address of its own; one in twenty without an Account. */
	populate: ( crm, order ) => {
		const pattern = crm.state.contacts[ 0 ];
		done( pattern !== undefined, 'contact to copy' );
		const people = number( order.people, 0 );
		for ( let count = 0; count < people; count++ ) {
			const id = String( 5843104000001000000n + BigInt( count ) );
			crm.state.contacts.push( { ...pattern, id, Email: `person.${ id }@populated.example`, ...( count % 20 === 7 ? { Account_Name: null } : {} ) } as CrmRecord );
		}
		return { people };
	},
	'advance-clock': ( crm, order ) => {
		crm.state.clock.offsetSeconds += number( order.seconds, 0 );
		crm.settle();
	},
};

const LISTS = [ 'profiles', 'users', 'fields', 'contacts', 'accounts', 'deleted', 'clients', 'tokens' ] as const;
const OBJECTS = [ 'org', 'credits', 'concurrency', 'licenses', 'clock', 'switches' ] as const;

function completed( crm: Crm, list: ( typeof LISTS )[ number ], sent: JsonObject ): JsonObject {
	if ( list === 'deleted' ) {
		const { deletedAt } = sent;
		const base: DeletedRecord = {
			id: text( sent.id, 'id' ),
			module: 'Contacts',
			kind: 'recycle',
			deletedAt: crm.now(),
			deletedByUserId: crm.state.users[ 0 ]?.id ?? '',
			displayName: '',
			record: null,
			children: 0,
		};
		const moment = typeof deletedAt === 'string' ? { deletedAt: Date.parse( deletedAt ) } : {};
		return { ...base, ...sent, ...moment };
	}
	if ( list === 'clients' ) {
		const { refreshToken, ...rest } = sent;
		const tokens = typeof refreshToken === 'string' ? { refreshTokens: [ { token: refreshToken, issuedAt: crm.now(), isRevoked: false } ] } : {};
		return { ...rest, ...tokens };
	}
	return sent;
}

const keyOf = ( list: ( typeof LISTS )[ number ] ): string => {
	if ( list === 'clients' ) {
		return 'clientId';
	}
	return list === 'tokens' ? 'token' : 'id';
};

/** A new entry of a list starts from what the control API lets a test leave out. */
function filled( crm: Crm, list: ( typeof LISTS )[ number ], sent: JsonObject ): JsonObject {
	switch ( list ) {
		case 'contacts':
		case 'accounts': {
			const owner = crm.state.users[ 0 ];
			const now = crm.time( crm.now() );
			const byWhom = owner === undefined ? null : crm.userRef( owner.id );
			const names = [ sent.First_Name, sent.Last_Name ].filter( ( part ) => typeof part === 'string' );
			const whole = list === 'contacts' ? { Full_Name: names.join( ' ' ), Account_Name: null, Email: null } : {};
			return { Owner: byWhom, Created_By: byWhom, Modified_By: byWhom, Created_Time: now, Modified_Time: now, ...whole, ...sent };
		}
		case 'clients':
			return { refreshTokens: [], grantCodes: [], scopes: [], userId: crm.state.users[ 0 ]?.id ?? '', ...sent };
		case 'fields':
			return { module: 'Contacts', label: sent.apiName ?? '', dataType: 'text', isCustom: true, isMandatory: false, isUnique: false, isReadOnly: false, length: 255, use: 'used', permissions: {}, id: crm.newId(), ...sent };
		case 'profiles':
			return { restoresAnything: false, denied: [], ...sent };
		default:
			return sent;
	}
}

/**
 * Sets state. Parts that are not named stay with `merge: true`, and go back to the scenario's without it; lists merge by id.
 *
 * @param crm  The CRM.
 * @param sent The parts, and `merge`.
 */
function setState( crm: Crm, sent: JsonObject ): void {
	const { merge, ...parts } = sent;
	const known: readonly string[] = [ ...LISTS, ...OBJECTS ];
	const strange = Object.keys( parts ).filter( ( name ) => ! known.includes( name ) );
	if ( strange.length > 0 ) {
		throw new ControlError( `The state has no ${ strange.join( ', ' ) }; it has ${ known.join( ', ' ) }.` );
	}
	if ( merge !== true ) {
		crm.reset();
	}
	const state = crm.state as unknown as Record< string, Json >;
	for ( const name of OBJECTS ) {
		const part = parts[ name ];
		if ( ! isObject( part ) ) {
			continue;
		}
		if ( name === 'credits' && typeof part.remaining === 'number' ) {
			const limit = number( part.limit, crm.state.credits.limit );
			crm.state.credits = { limit, ledger: [] };
			crm.spend( limit - part.remaining );
			continue;
		}
		state[ name ] = { ...( state[ name ] as JsonObject ), ...part };
	}
	for ( const name of LISTS ) {
		const part = parts[ name ];
		if ( part === undefined ) {
			continue;
		}
		if ( ! Array.isArray( part ) || ! part.every( isObject ) ) {
			throw new ControlError( `"${ name }" is a list of objects.` );
		}
		const rows = part.map( ( row ) => completed( crm, name, row ) );
		if ( merge !== true ) {
			state[ name ] = rows.map( ( row ) => filled( crm, name, row ) );
			continue;
		}
		const list = state[ name ] as JsonObject[];
		for ( const row of rows ) {
			const key = keyOf( name );
			const old = list.find( ( one ) => one[ key ] === row[ key ] );
			if ( old === undefined ) {
				list.push( filled( crm, name, row ) );
			} else {
				Object.assign( old, row );
			}
		}
	}
}

/**
 * Carries out what came to `POST /state`: one operation, a list of operations, or state.
 *
 * @param crm  The CRM.
 * @param sent `{ "do": … }`, a list of such, or parts of the state.
 */
export function command( crm: Crm, sent: Json ): JsonObject {
	if ( Array.isArray( sent ) ) {
		return sent.reduce< JsonObject >( ( answer, one ) => ( { ...answer, ...command( crm, one ) } ), {} );
	}
	if ( ! isObject( sent ) ) {
		throw new ControlError( 'Send an object: parts of the state, or { "do": "delete-contact", "id": "…" }.' );
	}
	if ( sent.do === undefined ) {
		setState( crm, sent );
		return {};
	}
	const operation = OPERATIONS[ String( sent.do ) ];
	if ( operation === undefined ) {
		throw new ControlError( `Nobody can "${ String( sent.do ) }"; there is ${ Object.keys( OPERATIONS ).join( ', ' ) }.` );
	}
	const userId = typeof sent.user === 'string' ? sent.user : crm.state.users[ 0 ]?.id ?? '';
	return operation( crm, sent, { userId, source: 'crm_ui' } ) ?? {};
}

/**
 * The state as `GET /state` shows it, with the figures that the API itself never tells.
 *
 * @param crm The CRM.
 */
export function snapshot( crm: Crm ): CrmState & { readonly creditsLeft: number; readonly now: string } {
	crm.settle();
	return { ...crm.state, creditsLeft: crm.creditsLeft(), now: crm.time( crm.now() ) };
}
