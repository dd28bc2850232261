/**
 * The control API: sets and reads the installation, plays what people do in its own screens.
 */
import { isObject, type Json, type JsonObject } from '../json';
import { ControlError } from '../simulator';
import { numberOf, textOf } from './answers';
import type { Installation } from './installation';
import { newAssociate } from './scenario';
import type { Application, Associate, Person, SuperOfficeState, TenantState } from './state';

type Operation = ( installation: Installation, order: JsonObject ) => JsonObject | void;

function associate( installation: Installation, order: JsonObject ): Associate {
	const found = installation.associate( numberOf( order.id ) );
	if ( found === undefined ) {
		throw new ControlError( `There is no user ${ JSON.stringify( order.id ?? null ) }.` );
	}
	return found;
}

function person( installation: Installation, order: JsonObject ): Person {
	const found = installation.person( numberOf( order.id ) );
	if ( found === undefined ) {
		throw new ControlError( `There is no person ${ JSON.stringify( order.id ?? null ) }.` );
	}
	return found;
}

const onUser =
	( change: ( one: Associate, order: JsonObject, installation: Installation ) => void ): Operation =>
	( installation, order ) =>
		change( associate( installation, order ), order, installation );

const onPerson =
	( change: ( one: Person, order: JsonObject ) => void ): Operation =>
	( installation, order ) => {
		const one = person( installation, order );
		change( one, order );
		one.updatedAt = installation.now();
	};

/** The same numbers for the same seed (Lehmer). */
function randomness( seed: number ): () => number {
	let state = ( Math.abs( Math.trunc( seed ) ) % 2147483646 ) + 1;
	return () => ( state = ( state * 48271 ) % 2147483647 ) / 2147483647;
}

const DAY = 24 * 60 * 60 * 1000;

const populate: Operation = ( installation, order ) => {
	const { state } = installation;
	const people = numberOf( order.people );
	const random = randomness( typeof order.seed === 'number' ? order.seed : 1 );
	const company = state.companies[ 0 ]?.contactId ?? 0;
	for ( const module of state.modules ) {
		module.total += people;
	}
	for ( let count = 0; count < people; count++ ) {
		const personId = installation.nextId();
		const email = `person.${ personId }@populated.example`;
		const updatedAt = installation.now() - Math.floor( random() * 400 ) * DAY;
		state.persons.push( { personId, firstname: 'Person', lastname: String( personId ), emails: random() < 0.02 ? [] : [ { value: email, bounces: random() < 0.01 ? 1 : 0 } ], contactId: company, retired: false, updatedAt } );
		const user = newAssociate( installation.nextId(), personId, email, `P${ personId }` );
		user.canLogin = random() >= 0.05;
		user.licences = random() < 0.03 ? [] : user.licences;
		user.lastLogin = random() < 0.1 ? null : updatedAt;
		state.associates.push( user );
	}
	return { people };
};

const OPERATIONS: Readonly< Record< string, Operation > > = {
	/** Deletes a contact card for good; its users stay behind without one. */
	'delete-person': ( installation, order ) => {
		const { personId } = person( installation, order );
		installation.state.persons = installation.state.persons.filter( ( one ) => one.personId !== personId );
		installation.state.associates.filter( ( one ) => one.personId === personId ).forEach( ( one ) => ( one.personId = 0 ) );
	},
	'delete-user': ( installation, order ) => {
		const { associateId } = associate( installation, order );
		installation.state.associates = installation.state.associates.filter( ( one ) => one.associateId !== associateId );
	},
	/** The winner keeps its card and takes the loser's addresses and users. */
	'merge-persons': ( installation, order ) => {
		const winner = person( installation, { id: order.winner ?? 0 } );
		const loser = person( installation, { id: order.loser ?? 0 } );
		winner.emails = [ ...loser.emails, ...winner.emails ];
		winner.updatedAt = installation.now();
		installation.state.persons = installation.state.persons.filter( ( one ) => one !== loser );
		installation.state.associates.filter( ( one ) => one.personId === loser.personId ).forEach( ( one ) => ( one.personId = winner.personId ) );
	},
	'set-email': onPerson( ( one, order ) => {
		const email = textOf( order.email );
		one.emails = email === '' ? [] : [ { value: email, bounces: 0 } ];
	} ),
	'add-email': onPerson( ( one, order ) => void one.emails.push( { value: textOf( order.email ), bounces: 0 } ) ),
	'bounce-email': onPerson( ( one ) => one.emails.forEach( ( email ) => ( email.bounces += 1 ) ) ),
	'retire-person': onPerson( ( one ) => {
		one.retired = true;
	} ),
	'create-user': ( installation, order ) => {
		const one = person( installation, order );
		const associateId = installation.nextId();
		installation.state.associates.push( newAssociate( associateId, one.personId, textOf( order.userName ) || ( one.emails[ 0 ]?.value ?? '' ), textOf( order.name ) || `U${ associateId }` ) );
		return { associateId };
	},
	'rename-user': onUser( ( one, order ) => {
		one.userName = textOf( order.userName );
	} ),
	'remove-licences': onUser( ( one, _order, installation ) => installation.removeLicences( one ) ),
	'give-licence': onUser( ( one, order, installation ) => installation.saveUser( one, [ ...one.licences, textOf( order.licence ) || ( installation.plans()[ 0 ]?.name ?? '' ) ], one.deleted ) ),
	'switch-login-off': onUser( ( one ) => {
		one.canLogin = false;
	} ),
	'switch-login-on': onUser( ( one ) => {
		one.canLogin = true;
	} ),
	'retire-user': onUser( ( one, _order, installation ) => installation.makeRetired( one, true ) ),
	'unretire-user': onUser( ( one, _order, installation ) => installation.makeRetired( one, false ) ),
	'await-approval': onUser( ( one ) => {
		one.waitingForApproval = true;
	} ),
	'approve-user': onUser( ( one ) => {
		one.waitingForApproval = false;
	} ),
	/** The person follows the link of the activation mail, or logs in for the first time. */
	activate: onUser( ( one, _order, installation ) => {
		one.lastLogin = installation.now();
	} ),
	/** Answers `in`, or what stops the user. */
	'try-login': ( installation, order ) => ( { outcome: installation.tryLogin( associate( installation, order ), order.edition === 'online' ? 'online' : 'onsite' ) } ),
	/** Buys or gives back seats: `total` of every plan. */
	'set-seats': ( installation, order ) => installation.plans().forEach( ( plan ) => ( plan.total = numberOf( order.total ) ) ),
	/** Lets the installation's licence run out: after its grace, or within it. */
	'expire-licence': ( installation, order ) => {
		const { licence } = installation.state;
		const now = installation.now();
		licence.adminWarningAt = now - 40 * DAY;
		licence.expiresAt = now - 20 * DAY;
		licence.graceEndsAt = order.inGrace === true ? now + 5 * DAY : now - DAY;
	},
	'renew-licence': ( installation ) => {
		const now = installation.now();
		Object.assign( installation.state.licence, { adminWarningAt: now + 300 * DAY, expiresAt: now + 365 * DAY, graceEndsAt: now + 379 * DAY } );
	},
	'set-tenant-state': ( installation, order ) => {
		installation.state.tenant.state = textOf( order.state ) as TenantState;
	},
	/** The load balancer takes the tenant to the other host. */
	'move-tenant': ( installation ) => {
		const { tenant } = installation.state;
		tenant.host = tenant.host === 'first' ? 'second' : 'first';
	},
	'set-approval': ( installation, order ) => {
		installation.state.application.approval = textOf( order.approval ) as Application[ 'approval' ];
	},
	'expire-tickets': ( installation ) => {
		installation.state.tickets.forEach( ( ticket ) => ( ticket.expiresAt = Math.min( ticket.expiresAt, installation.now() ) ) );
	},
	'revoke-refresh-tokens': ( installation ) => {
		installation.state.application.refreshTokens.forEach( ( one ) => ( one.isRevoked = true ) );
	},
	'change-password': ( installation, order ) => {
		installation.state.server.password = textOf( order.password ) || 'another-password';
		installation.state.server.ticket = '';
	},
	'set-version': ( installation, order ) => {
		installation.state.server.netServerVersion = textOf( order.version );
	},
	'deny-right': ( installation, order ) => {
		installation.state.switches.denied.push( textOf( order.right ) );
	},
	populate,
	'advance-clock': ( installation, order ) => {
		installation.state.clock.offsetSeconds += numberOf( order.seconds );
	},
};

const KEYS = { persons: 'personId', associates: 'associateId', modules: 'moduleLicenseId', companies: 'contactId' } as const;
const OBJECTS = [ 'tenant', 'application', 'server', 'licence', 'clock', 'switches' ] as const;

/** Sets state. With `merge` other parts stay and lists merge by id; without it they go back to the scenario's. */
function setState( installation: Installation, sent: JsonObject ): void {
	const { merge, ...parts } = sent;
	const known: readonly string[] = [ ...Object.keys( KEYS ), ...OBJECTS ];
	const strange = Object.keys( parts ).filter( ( name ) => ! known.includes( name ) );
	if ( strange.length > 0 ) {
		throw new ControlError( `The state has no ${ strange.join( ', ' ) }; it has ${ known.join( ', ' ) }.` );
	}
	if ( merge !== true ) {
		installation.reset();
	}
	const state = installation.state as unknown as Record< string, Json >;
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
 * @param installation The installation.
 * @param sent         `{ "do": … }`, a list of such, or parts of the state.
 */
export function command( installation: Installation, sent: Json ): JsonObject {
	if ( Array.isArray( sent ) ) {
		return sent.reduce< JsonObject >( ( answer, one ) => ( { ...answer, ...command( installation, one ) } ), {} );
	}
	if ( ! isObject( sent ) ) {
		throw new ControlError( 'Send an object: parts of the state, or { "do": "retire-user", "id": 41 }.' );
	}
	if ( sent.do === undefined ) {
		setState( installation, sent );
		return {};
	}
	const operation = OPERATIONS[ String( sent.do ) ];
	if ( operation === undefined ) {
		throw new ControlError( `Nobody can "${ String( sent.do ) }"; there is ${ Object.keys( OPERATIONS ).join( ', ' ) }.` );
	}
	return operation( installation, sent ) ?? {};
}

export const snapshot = ( installation: Installation ): SuperOfficeState & { readonly now: string } => ( {
	...installation.state,
	now: new Date( installation.now() ).toISOString(),
} );
