/**
 * The control API: sets and reads the organisation's state, plays what people do in Salesforce's own screens.
 */
import { isObject, type Json, type JsonObject } from '../json';
import { ControlError } from '../simulator';
import { id18, recordId } from './ids';
import { objectOfId, Refusal, type Org } from './org';
import { ACCOUNTS, LICENCES, PROFILES, STAFF, stamps } from './scenario';
import type { ConnectedApp, ObjectName, OrgState, SfRecord } from './state';

const text = ( value: Json | undefined, name: string ): string => {
	if ( typeof value !== 'string' || value === '' ) {
		throw new ControlError( `"${ name }" is missing.` );
	}
	return value;
};

const number = ( value: Json | undefined, otherwise: number ): number => ( typeof value === 'number' ? value : otherwise );

type Operation = ( org: Org, order: JsonObject, byUserId: string ) => JsonObject | void;

function record( org: Org, object: ObjectName, id: string, mayBeDeleted = false ): SfRecord {
	const found = org.find( object, id18( id ) );
	if ( found === undefined || ( found.IsDeleted === true && ! mayBeDeleted ) ) {
		throw new ControlError( `There is no ${ object } ${ id }.` );
	}
	return found;
}

const contact = ( org: Org, order: JsonObject, mayBeDeleted = false ): SfRecord => record( org, 'Contact', text( order.id, 'id' ), mayBeDeleted );
const user = ( org: Org, order: JsonObject ): SfRecord => record( org, 'User', text( order.id, 'id' ) );

/** The app that an order is about: the one it names, or the only one. */
function app( org: Org, order: JsonObject ): ConnectedApp {
	const found = typeof order.client === 'string' ? org.app( order.client ) : org.state.apps[ 0 ];
	if ( found === undefined ) {
		throw new ControlError( 'There is no such connected app.' );
	}
	return found;
}

const setContact = ( changes: ( order: JsonObject ) => JsonObject ): Operation => ( org, order, by ) => org.change( 'Contact', contact( org, order ), changes( order ), by );

const setLogin = ( fields: JsonObject ): Operation => ( org, order, by ) => org.change( 'UserLogin', org.login( user( org, order ).Id ), fields, by );

const setActive = ( isActive: boolean ): Operation => ( org, order, by ) => org.setActive( user( org, order ), isActive, by );

/** Rights and hidden fields belong to the app's run-as user unless another one is named. */
const subject = ( org: Org, order: JsonObject ): string => ( typeof order.user === 'string' ? order.user : app( org, order ).runAsUserId );

const setList = ( list: 'denied' | 'hiddenFields', key: 'field' | 'right', isThere: boolean ): Operation => ( org, order ) => {
	const who = subject( org, order );
	const others = ( org.state[ list ][ who ] ?? [] ).filter( ( one ) => one !== order[ key ] );
	org.state[ list ][ who ] = isThere ? [ ...others, text( order[ key ], key ) ] : others;
	schemaChanged( org );
};

const schemaChanged = ( org: Org ): void => {
	org.state.schemaChangedAt = Math.ceil( org.now() / 1000 ) * 1000;
};

/** Numbers that look random and are the same for the same seed. */
function lottery( seed: number ): () => number {
	const range = 2 ** 31 - 1;
	let state = ( seed % range ) + 1;
	return () => {
		state = ( state * 48_271 ) % range;
		return state / range;
	};
}

/** Far above the numbers of the scenario, so that the table stays in the order of its ids. */
const CROWD_FROM = 5_000_000_000;

function populate( org: Org, order: JsonObject ): JsonObject {
	const people = number( order.people, 1000 );
	const draw = lottery( number( order.seed, 1 ) );
	const at = org.now();
	const counts = { contacts: people, inRecycleBin: 0, merged: 0, withoutAccount: 0, withoutEmail: 0, users: 0 };
	const { Contact, User } = org.state.tables;
	for ( let index = 0; index < people; index++ ) {
		const fate = draw();
		const isBinned = fate < 0.01;
		const isMerged = ! isBinned && fate < 0.013 && index > 0;
		const hasAccount = draw() > 0.02;
		const hasEmail = draw() > 0.01;
		const id = recordId( 'Contact', CROWD_FROM + index );
		const email = `${ draw().toString( 36 ).slice( 2, 8 ) }.${ index }@crowd.example`;
		const isGone = isBinned || isMerged;
		Contact.push( {
			Id: id,
			FirstName: 'P',
			LastName: String( index ),
			Name: `P ${ index }`,
			Email: hasEmail ? email : null,
			AccountId: hasAccount ? ACCOUNTS.alder.id : null,
			MasterRecordId: isMerged ? recordId( 'Contact', CROWD_FROM + index - 1 ) : null,
			...stamps( at, STAFF.administrator ),
			IsDeleted: isGone,
		} );
		if ( isGone ) {
			org.state.deletions.push( { object: 'Contact', id, at } );
		}
		counts.inRecycleBin += isBinned ? 1 : 0;
		counts.merged += isMerged ? 1 : 0;
		counts.withoutAccount += hasAccount ? 0 : 1;
		counts.withoutEmail += hasEmail ? 0 : 1;
		if ( order.users === true && ! isGone && hasEmail ) {
			counts.users++;
			User.push( {
				Id: recordId( 'User', CROWD_FROM + index ),
				FirstName: 'P',
				LastName: String( index ),
				Name: `P ${ index }`,
				Username: email,
				Email: email,
				IsActive: draw() > 0.03,
				ContactId: id,
				AccountId: hasAccount ? ACCOUNTS.alder.id : null,
				UserType: 'PowerCustomerSuccess',
				ProfileId: PROFILES.customer,
				LastLoginDate: draw() > 0.1 ? at : null,
				IsPortalEnabled: true,
				...stamps( at, STAFF.administrator ),
			} );
		}
	}
	return counts;
}

const OPERATIONS: Readonly< Record< string, Operation > > = {
	'delete-contact': ( org, order, by ) => org.delete( 'Contact', contact( org, order ), by ),
	/** A clean-up that goes wrong: so many live contacts at once, `ids` or the first ones. */
	'delete-contacts': ( org, order, by ) => {
		const live = org.state.tables.Contact.filter( ( row ) => row.IsDeleted !== true ).map( ( row ) => row.Id );
		const ids = Array.isArray( order.ids ) ? order.ids.map( String ) : live.slice( 0, number( order.count, 10 ) );
		ids.forEach( ( id ) => org.delete( 'Contact', record( org, 'Contact', id ), by ) );
	},
	'purge-contact': ( org, order, by ) => {
		const row = contact( org, order, true );
		if ( row.IsDeleted !== true ) {
			org.delete( 'Contact', row, by );
		}
		org.purge( row );
	},
	'restore-contact': ( org, order, by ) => org.undelete( 'Contact', id18( text( order.id, 'id' ) ), by ),
	'merge-contacts': ( org, order, by ) => org.merge( record( org, 'Contact', text( order.winner, 'winner' ) ), record( org, 'Contact', text( order.loser, 'loser' ) ), by ),
	'create-contact': ( org, order, by ) => {
		const fields: JsonObject = { FirstName: '', LastName: 'New', Name: 'New', Email: null, AccountId: null, MasterRecordId: null, ...( isObject( order.fields ?? null ) ? ( order.fields as JsonObject ) : {} ) };
		return { id: org.add( 'Contact', fields, by ).Id };
	},
	'set-contact': setContact( ( order ) => ( isObject( order.fields ?? null ) ? ( order.fields as JsonObject ) : {} ) ),
	'unlink-account': setContact( () => ( { AccountId: null } ) ),
	'link-account': ( org, order, by ) => org.change( 'Contact', contact( org, order ), { AccountId: record( org, 'Account', text( order.account, 'account' ) ).Id }, by ),
	'blank-email': setContact( () => ( { Email: null } ) ),
	'delete-account': ( org, order, by ) => org.delete( 'Account', record( org, 'Account', text( order.id, 'id' ) ), by ),
	/** Enable Customer User on a contact: `id` is the contact's. */
	'create-user': ( org, order, by ) => {
		const owner = contact( org, order );
		const address = String( owner.Email ?? text( order.username, 'username' ) );
		const row = org.add(
			'User',
			{
				FirstName: owner.FirstName ?? '',
				LastName: owner.LastName ?? '',
				Name: owner.Name ?? '',
				Username: typeof order.username === 'string' ? order.username : address,
				Email: address,
				IsActive: false,
				ContactId: owner.Id,
				AccountId: owner.AccountId ?? null,
				UserType: 'PowerCustomerSuccess',
				ProfileId: PROFILES.customer,
				LastLoginDate: null,
				IsPortalEnabled: true,
			},
			by
		);
		org.setActive( row, true, by );
		org.login( row.Id );
		return { id: row.Id };
	},
	'set-user': ( org, order, by ) => org.change( 'User', user( org, order ), isObject( order.fields ?? null ) ? ( order.fields as JsonObject ) : {}, by ),
	'activate-user': setActive( true ),
	'deactivate-user': setActive( false ),
	'freeze-user': setLogin( { IsFrozen: true } ),
	'unfreeze-user': setLogin( { IsFrozen: false } ),
	'lock-user': setLogin( { IsPasswordLocked: true } ),
	'unlock-user': setLogin( { IsPasswordLocked: false } ),
	/** A login on the organisation's page: `status` as the history writes it. */
	login: ( org, order ) => ( { id: org.recordLogin( user( org, order ), text( order.status, 'status' ) ).Id } ),
	'take-licences': ( org, order ) => {
		const licence = record( org, 'UserLicense', typeof order.id === 'string' ? order.id : LICENCES.customer );
		licence.UsedLicenses = Number( licence.TotalLicenses ) - number( order.leave, 0 );
	},
	'remove-field': ( org, order ) => {
		const name = text( order.field, 'field' );
		org.state.customFields = org.state.customFields.filter( ( field ) => field.name !== name );
		org.state.tables.Contact.forEach( ( row ) => delete row[ name ] );
		schemaChanged( org );
	},
	'hide-field': setList( 'hiddenFields', 'field', true ),
	'show-field': setList( 'hiddenFields', 'field', false ),
	'deny-right': setList( 'denied', 'right', true ),
	'grant-right': setList( 'denied', 'right', false ),
	'spend-calls': ( org, order ) => org.spend( typeof order.amount === 'number' ? order.amount : org.state.calls.max - org.callsUsed() - number( order.leave, 0 ) ),
	'refill-calls': ( org ) => {
		org.state.calls.ledger = [];
	},
	'expire-access-tokens': ( org ) => {
		org.state.sessions.forEach( ( session ) => ( session.expiresAt = org.now() ) );
	},
	'revoke-refresh-token': ( org, order ) => {
		const owner = app( org, order );
		owner.refreshTokens.forEach( ( token ) => ( token.isRevoked = true ) );
		org.state.sessions = org.state.sessions.filter( ( session ) => session.clientId !== owner.clientId );
	},
	/** The administrator takes the app away from everybody: no grant of it works any more. */
	'block-app': ( org, order ) => {
		const owner = app( org, order );
		owner.runAsUserId = '';
		owner.approvedUsernames = [];
		owner.refreshTokens.forEach( ( token ) => ( token.isRevoked = true ) );
		org.state.sessions = org.state.sessions.filter( ( session ) => session.clientId !== owner.clientId );
	},
	'drop-scope': ( org, order ) => {
		const owner = app( org, order );
		owner.scopes = owner.scopes.filter( ( scope ) => scope !== text( order.scope, 'scope' ) );
		org.state.sessions = org.state.sessions.filter( ( session ) => session.clientId !== owner.clientId );
	},
	/** Settings of the connected app: `rotates`, `issuesJwt`. */
	'set-app': ( org, order ) => {
		const owner = app( org, order );
		owner.rotates = typeof order.rotates === 'boolean' ? order.rotates : owner.rotates;
		owner.issuesJwt = typeof order.issuesJwt === 'boolean' ? order.issuesJwt : owner.issuesJwt;
		org.state.sessions = org.state.sessions.filter( ( session ) => session.clientId !== owner.clientId );
	},
	populate,
	'advance-clock': ( org, order ) => {
		org.state.clock.offsetSeconds += number( order.seconds, 0 );
		org.settle();
	},
};

const OBJECTS = [ 'calls', 'clock', 'concurrency', 'switches' ] as const;

/** Sets parts of the state; rows of `tables` merge by id. What is not named goes back to the scenario without `merge`. */
function setState( org: Org, { merge, ...parts }: JsonObject ): void {
	const known = [ ...OBJECTS, 'sessionSeconds', 'tables' ];
	const strange = Object.keys( parts ).filter( ( name ) => ! known.includes( name ) );
	if ( strange.length > 0 ) {
		throw new ControlError( `The state has no ${ strange.join( ', ' ) }; it has ${ known.join( ', ' ) }.` );
	}
	if ( merge !== true ) {
		org.reset();
	}
	for ( const name of OBJECTS ) {
		const part = parts[ name ];
		if ( isObject( part ?? null ) ) {
			Object.assign( org.state[ name ], part );
		}
	}
	org.state.sessionSeconds = number( parts.sessionSeconds, org.state.sessionSeconds );
	for ( const [ name, rows ] of Object.entries( isObject( parts.tables ?? null ) ? ( parts.tables as JsonObject ) : {} ) ) {
		for ( const row of Array.isArray( rows ) ? rows : [] ) {
			if ( ! isObject( row ) || objectOfId( text( row.Id, 'Id' ) ) !== name ) {
				throw new ControlError( `"tables.${ name }" is a list of rows with an Id of that object.` );
			}
			Object.assign( record( org, name as ObjectName, String( row.Id ), true ), row );
		}
	}
}

/**
 * Carries out what came to `POST /state`: one operation, a list of operations, or state.
 *
 * @param org  The organisation.
 * @param sent `{ "do": … }`, a list of such, or parts of the state.
 */
export function command( org: Org, sent: Json ): JsonObject {
	if ( Array.isArray( sent ) ) {
		return sent.reduce< JsonObject >( ( answer, one ) => ( { ...answer, ...command( org, one ) } ), {} );
	}
	if ( ! isObject( sent ) ) {
		throw new ControlError( 'Send an object: parts of the state, or { "do": "delete-contact", "id": "…" }.' );
	}
	if ( sent.do === undefined ) {
		setState( org, sent );
		return {};
	}
	const operation = OPERATIONS[ String( sent.do ) ];
	if ( operation === undefined ) {
		throw new ControlError( `Nobody can "${ String( sent.do ) }"; there is ${ Object.keys( OPERATIONS ).join( ', ' ) }.` );
	}
	try {
		return operation( org, sent, typeof sent.by === 'string' ? sent.by : STAFF.administrator ) ?? {};
	} catch ( error ) {
		if ( error instanceof Refusal ) {
			throw new ControlError( `${ error.errorCode }: ${ error.message }` );
		}
		throw error;
	}
}

/** The state as `GET /state` shows it, with what the API itself never tells; without credentials. */
export function snapshot( org: Org ): Omit< OrgState, 'apps' | 'sessions' > & { readonly callsLeft: number; readonly now: string; readonly sessionCount: number } {
	org.settle();
	const { apps: _, sessions, ...rest } = org.state;
	return { ...rest, sessionCount: sessions.length, callsLeft: org.state.calls.max - org.callsUsed(), now: new Date( org.now() ).toISOString() };
}
