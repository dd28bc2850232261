/**
 * The control API: sets and reads the platform, plays what people do in Partner Center, Business App and their mailboxes.
 */
import { isObject, type Json, type JsonObject } from '../json';
import { ControlError } from '../simulator';
import { textOf } from './answers';
import type { Platform } from './platform';
import { LOCATIONS, newId, newUser } from './scenario';
import type { Category, User, VendastaState } from './state';

type Operation = ( platform: Platform, order: JsonObject ) => JsonObject | void;

const numberOf = ( value: Json | undefined ): number => ( typeof value === 'number' ? value : 0 );

function user( platform: Platform, order: JsonObject ): User {
	const found = platform.user( textOf( order.id ) );
	if ( found === undefined || found.isDeleted ) {
		throw new ControlError( `There is no user ${ JSON.stringify( order.id ?? null ) }.` );
	}
	return found;
}

/** A change of permissions, which leaves the profile's date alone. */
const onAccess =
	( change: ( one: User, order: JsonObject ) => void ): Operation =>
	( platform, order ) =>
		change( user( platform, order ), order );

const onProfile =
	( change: ( one: User, order: JsonObject ) => void ): Operation =>
	( platform, order ) => {
		const one = user( platform, order );
		change( one, order );
		one.updatedAt = platform.now();
	};

/** The same numbers for the same seed (Lehmer). */
function randomness( seed: number ): () => number {
	let state = ( Math.abs( Math.trunc( seed ) ) % 2147483646 ) + 1;
	return () => ( state = ( state * 48271 ) % 2147483647 ) / 2147483647;
}

const DAY = 24 * 60 * 60 * 1000;

const populate: Operation = ( platform, order ) => {
	const people = numberOf( order.people );
	const random = randomness( typeof order.seed === 'number' ? order.seed : 1 );
	const first = platform.state.users.length;
	const places = Object.values( LOCATIONS );
	for ( let count = 0; count < people; count++ ) {
		const number = String( first + count ).padStart( 12, '0' );
		const made = platform.now() - Math.floor( 1 + random() * 400 ) * DAY;
		const one = newUser( `U-00000000-0000-4000-8000-${ number }`, `person.${ number }@populated.example`, made );
		one.givenName = 'Person';
		one.familyName = number;
		one.emailVerified = random() >= 0.1;
		one.businessLocations = random() < 0.03 ? [] : [ places[ Math.floor( random() * places.length ) ] ?? LOCATIONS.bakery ];
		platform.state.users.push( one );
	}
	return { people };
};

const OPERATIONS: Readonly< Record< string, Operation > > = {
	'create-user': ( platform, order ) => {
		const one = newUser( newId(), textOf( order.email ), platform.now() );
		one.category = ( textOf( order.category ) || 'business' ) as Category;
		one.emailVerified = false;
		one.businessLocations = one.category === 'business' && textOf( order.location ) !== '' ? [ textOf( order.location ) ] : [];
		platform.state.users.push( one );
		return { id: one.id };
	},
	/** For good: the id is never used again. */
	'delete-user': ( platform, order ) => platform.delete( user( platform, order ) ),
	rename: onProfile( ( one, order ) => {
		one.givenName = textOf( order.givenName );
		one.familyName = textOf( order.familyName );
	} ),
	'verify-email': onProfile( ( one ) => {
		one.emailVerified = true;
	} ),
	'unverify-email': onProfile( ( one ) => {
		one.emailVerified = false;
	} ),
	'silence-mail': onProfile( ( one ) => {
		one.emailSet = false;
	} ),
	'add-location': onAccess( ( one, order ) => {
		one.businessLocations = [ ...new Set( [ ...one.businessLocations, textOf( order.location ) ] ) ];
	} ),
	'remove-location': onAccess( ( one, order ) => {
		one.businessLocations = one.businessLocations.filter( ( location ) => location !== textOf( order.location ) );
	} ),
	'clear-locations': onAccess( ( one ) => {
		one.businessLocations = [];
	} ),
	'give-access': onAccess( ( one, order ) => {
		one.platformAccess = [ ...new Set( [ ...one.platformAccess, textOf( order.feature ) || 'pc:access' ] ) ];
	} ),
	'take-access': onAccess( ( one ) => {
		one.platformAccess = [];
	} ),
	/** Somebody chooses "Resend welcome email" in Partner Center. */
	'send-welcome': ( platform, order ) => void platform.send( user( platform, order ) ),
	/** The person follows the link of the newest mail: sets a password, and so proves the mailbox. */
	'follow-mail': ( platform, order ) => {
		const one = user( platform, order );
		if ( ! platform.state.mails.some( ( mail ) => mail.userId === one.id ) ) {
			throw new ControlError( 'No mail went to that user.' );
		}
		one.emailVerified = true;
		one.updatedAt = platform.now();
	},
	/** Answers `in`, or what is in the way. */
	'try-login': ( platform, order ) => ( { outcome: platform.tryLogin( textOf( order.email ) ) } ),
	'delete-key': ( platform ) => platform.state.account.keys.forEach( ( key ) => ( key.isDeleted = true ) ),
	'expire-tokens': ( platform ) => platform.state.tokens.forEach( ( token ) => ( token.expiresAt = Math.min( token.expiresAt, platform.now() ) ) ),
	'drop-scope': ( platform, order ) => {
		const isKept = ( scope: string ) => scope !== textOf( order.scope );
		platform.state.account.scopes = platform.state.account.scopes.filter( isKept );
		platform.state.tokens = platform.state.tokens.map( ( token ) => ( { ...token, scopes: token.scopes.filter( isKept ) } ) );
	},
	'add-scope': ( platform, order ) => void platform.state.account.scopes.push( textOf( order.scope ) ),
	/** The partner's plan with the API, or without. */
	'set-plan': ( platform, order ) => {
		platform.state.partner.hasApi = order.hasApi === true;
	},
	populate,
	'advance-clock': ( platform, order ) => {
		platform.state.clock.offsetSeconds += numberOf( order.seconds );
	},
};

const LISTS = [ 'users', 'locations' ] as const;
const OBJECTS = [ 'partner', 'account', 'clock', 'switches' ] as const;

/** Sets state. With `merge` other parts stay and lists merge by id; without it they go back to the scenario's. */
function setState( platform: Platform, sent: JsonObject ): void {
	const { merge, ...parts } = sent;
	const known: readonly string[] = [ ...LISTS, ...OBJECTS ];
	const strange = Object.keys( parts ).filter( ( name ) => ! known.includes( name ) );
	if ( strange.length > 0 ) {
		throw new ControlError( `The state has no ${ strange.join( ', ' ) }; it has ${ known.join( ', ' ) }.` );
	}
	if ( merge !== true ) {
		platform.reset();
	}
	const state = platform.state as unknown as Record< string, Json >;
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
				const made = { ...newUser( textOf( row.id ), textOf( row.email ), platform.now() - DAY ) } as unknown as JsonObject;
				rows.push( name === 'users' ? { ...made, ...row } : row );
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
 * @param platform The platform.
 * @param sent     `{ "do": … }`, a list of such, or parts of the state.
 */
export function command( platform: Platform, sent: Json ): JsonObject {
	if ( Array.isArray( sent ) ) {
		return sent.reduce< JsonObject >( ( answer, one ) => ( { ...answer, ...command( platform, one ) } ), {} );
	}
	if ( ! isObject( sent ) ) {
		throw new ControlError( 'Send an object: parts of the state, or { "do": "delete-user", "id": "U-…" }.' );
	}
	if ( sent.do === undefined ) {
		setState( platform, sent );
		return {};
	}
	const operation = OPERATIONS[ String( sent.do ) ];
	if ( operation === undefined ) {
		throw new ControlError( `Nobody can "${ String( sent.do ) }"; there is ${ Object.keys( OPERATIONS ).join( ', ' ) }.` );
	}
	return operation( platform, sent ) ?? {};
}

/** Everything but the tokens, which are credentials. */
export const snapshot = ( platform: Platform ): Omit< VendastaState, 'tokens' > & { readonly now: string } => {
	const { tokens: _, ...state } = platform.state;
	return { ...state, now: new Date( platform.now() ).toISOString() };
};
