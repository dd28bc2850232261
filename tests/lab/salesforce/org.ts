/**
 * The organisation itself: its records, what people do to them, its clock and its allowance of calls.
 */
import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../json';
import { PREFIXES, recordId } from './ids';
import { northwind, stamps, STAFF } from './scenario';
import { Soql } from './soql';
import { DAY_MS, RECYCLE_DAYS, type ConnectedApp, type ObjectName, type OrgState, type Session, type SfRecord } from './state';

/** Salesforce refuses a change; the word is the API's own. */
export class Refusal extends Error {
	public constructor(
		public readonly errorCode: string,
		message: string,
		public readonly fields: readonly string[] = []
	) {
		super( message );
	}
}

/** What a user needs to see an object. */
const RIGHTS: Readonly< Partial< Record< ObjectName, string > > > = { Contact: 'ReadContacts', Account: 'ReadAccounts', UserLogin: 'ManageUsers' };

export class Org {
	public state: OrgState = northwind( Date.now() );

	public reset(): void {
		this.state = northwind( Date.now() );
	}

	public now(): number {
		return Date.now() + this.state.clock.offsetSeconds * 1000;
	}

	public newNumber(): number {
		return this.state.nextNumber++;
	}

	public newSecret(): string {
		return randomBytes( 48 ).toString( 'base64url' );
	}

	/** What time does: the recycle bin forgets, and what was emptied from it disappears. */
	public settle(): void {
		const { tables, emptied, switches } = this.state;
		const oldest = this.now() - RECYCLE_DAYS * DAY_MS;
		const lingers = ( id: string ): boolean => switches.emptiedBin === 'lingers' && ( emptied[ id ] ?? 0 ) > this.now() - DAY_MS;
		for ( const object of [ 'Contact', 'Account' ] as const ) {
			const isGone = ( row: SfRecord ) => row.IsDeleted === true && ( row.Id in emptied ? ! lingers( row.Id ) : this.deletedAt( row ) < oldest );
			if ( tables[ object ].some( isGone ) ) {
				tables[ object ] = tables[ object ].filter( ( row ) => ! isGone( row ) );
			}
		}
	}

	public find( object: ObjectName, id: string ): SfRecord | undefined {
		return this.state.tables[ object ].find( ( row ) => row.Id === id );
	}

	/** Rows that a user may see; null where they may not see the object at all. */
	public visible( object: ObjectName, userId: string ): readonly SfRecord[] | null {
		const right = RIGHTS[ object ];
		if ( right !== undefined && ! this.may( userId, right ) ) {
			if ( object !== 'UserLogin' || this.state.switches.hiddenObject === 'invalid-type' ) {
				return null;
			}
			if ( this.state.switches.hiddenObject === 'insufficient-access' ) {
				throw new Refusal( 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object' );
			}
			return [];
		}
		const rows = this.state.tables[ object ];
		// Everybody may see their own logins; those of others need a right.
		return object === 'LoginHistory' && ! this.may( userId, 'ManageUsers' ) ? rows.filter( ( row ) => row.UserId === userId ) : rows;
	}

	public soql( userId: string ): Soql {
		return new Soql( this.state, userId, ( object ) => this.visible( object, userId ) );
	}

	public may( userId: string, right: string ): boolean {
		return ! ( this.state.denied[ userId ] ?? [] ).includes( right );
	}

	public app( clientId: string ): ConnectedApp | undefined {
		return this.state.apps.find( ( app ) => app.clientId === clientId );
	}

	/** A session that lives, prolonged by being used. */
	public session( token: string ): Session | undefined {
		const session = this.state.sessions.find( ( one ) => one.token === token );
		if ( session === undefined || session.expiresAt <= this.now() || this.find( 'User', session.userId )?.IsActive !== true ) {
			return undefined;
		}
		session.expiresAt = this.now() + this.state.sessionSeconds * 1000;
		return session;
	}

	public open( app: ConnectedApp, userId: string ): Session {
		const { Id: organisation } = this.state.tables.Organization[ 0 ] ?? { Id: '' };
		const token = app.issuesJwt
			? [ { typ: 'JWT', alg: 'RS256', kid: '240' }, { sub: `uid:${ userId }`, iss: organisation } ].map( ( part ) => Buffer.from( JSON.stringify( part ) ).toString( 'base64url' ) ).join( '.' ) + `.${ this.newSecret() }`
			: `${ organisation.slice( 0, 15 ) }!${ this.newSecret() }`;
		const session: Session = { token, clientId: app.clientId, userId, scopes: [ ...app.scopes ], expiresAt: this.now() + this.state.sessionSeconds * 1000 };
		this.state.sessions = [ ...this.state.sessions.filter( ( one ) => one.expiresAt > this.now() ), session ].slice( -50 );
		return session;
	}

	public callsUsed(): number {
		const since = this.now() - DAY_MS;
		this.state.calls.ledger = this.state.calls.ledger.filter( ( entry ) => entry.at > since );
		return this.state.calls.ledger.reduce( ( sum, entry ) => sum + entry.count, 0 );
	}

	public spend( count: number ): void {
		const last = this.state.calls.ledger[ this.state.calls.ledger.length - 1 ];
		const now = this.now();
		// One entry a minute: a long audit must not make a long ledger.
		if ( last !== undefined && now - last.at < 60_000 ) {
			this.state.calls.ledger[ this.state.calls.ledger.length - 1 ] = { at: last.at, count: last.count + count };
		} else {
			this.state.calls.ledger.push( { at: now, count } );
		}
	}

	/** Changes fields of a live record, as a person or the API does. */
	public change( object: ObjectName, row: SfRecord, fields: JsonObject, byUserId: string ): void {
		Object.assign( row, fields, { LastModifiedDate: this.now(), LastModifiedById: byUserId } );
		if ( 'SystemModstamp' in row ) {
			row.SystemModstamp = this.now();
		}
		if ( 'FirstName' in fields || 'LastName' in fields ) {
			row.Name = [ row.FirstName, row.LastName ].filter( Boolean ).join( ' ' );
		}
	}

	public add( object: 'Account' | 'Contact' | 'User', fields: JsonObject, byUserId: string ): SfRecord {
		const row: SfRecord = { ...stamps( this.now(), byUserId ), ...fields, Id: recordId( object, this.newNumber() ) };
		const table = this.state.tables[ object ];
		const at = table.findIndex( ( one ) => one.Id > row.Id );
		table.splice( at < 0 ? table.length : at, 0, row );
		return row;
	}

	public delete( object: 'Account' | 'Contact', row: SfRecord, byUserId: string ): void {
		this.change( object, row, { IsDeleted: true }, byUserId );
		this.state.deletions.push( { object, id: row.Id, at: this.now() } );
		if ( object === 'Account' ) {
			for ( const contact of this.state.tables.Contact.filter( ( one ) => one.AccountId === row.Id && one.IsDeleted !== true ) ) {
				this.delete( 'Contact', contact, byUserId );
			}
		}
	}

	/** Empties one record from the recycle bin. */
	public purge( row: SfRecord ): void {
		this.state.emptied[ row.Id ] = this.now();
		this.settle();
	}

	/** Brings a record back; a merged one comes without what its master took over. */
	public undelete( object: 'Account' | 'Contact', id: string, byUserId: string ): void {
		const row = this.find( object, id );
		if ( row === undefined || row.IsDeleted !== true || id in this.state.emptied ) {
			throw new Refusal( 'UNDELETE_FAILED', 'Entity is not in the recycle bin' );
		}
		this.change( object, row, { IsDeleted: false, ...( object === 'Contact' ? { MasterRecordId: null } : {} ) }, byUserId );
		this.state.deletions = this.state.deletions.filter( ( deletion ) => deletion.id !== id );
	}

	public merge( winner: SfRecord, loser: SfRecord, byUserId: string ): void {
		this.delete( 'Contact', loser, byUserId );
		loser.MasterRecordId = winner.Id;
		this.change( 'Contact', winner, {}, byUserId );
		for ( const user of this.state.tables.User.filter( ( one ) => one.ContactId === loser.Id ) ) {
			user.ContactId = winner.Id;
		}
	}

	public setActive( user: SfRecord, isActive: boolean, byUserId: string ): void {
		if ( user.IsActive === isActive ) {
			return;
		}
		const profile = this.find( 'Profile', String( user.ProfileId ) );
		const licence = this.find( 'UserLicense', String( profile?.UserLicenseId ?? '' ) );
		const used = Number( licence?.UsedLicenses ?? 0 );
		if ( licence !== undefined && isActive && used >= Number( licence.TotalLicenses ) ) {
			throw new Refusal( 'LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded', [ 'IsActive' ] );
		}
		if ( licence !== undefined ) {
			licence.UsedLicenses = used + ( isActive ? 1 : -1 );
		}
		this.change( 'User', user, { IsActive: isActive }, byUserId );
	}

	public login( userId: string ): SfRecord {
		const known = this.state.tables.UserLogin.find( ( row ) => row.UserId === userId );
		if ( known !== undefined ) {
			return known;
		}
		const row: SfRecord = { Id: recordId( 'UserLogin', this.newNumber() ), UserId: userId, IsFrozen: false, IsPasswordLocked: false, LastModifiedDate: this.now(), LastModifiedById: STAFF.administrator };
		this.state.tables.UserLogin.push( row );
		return row;
	}

	/** A login on one of the organisation's pages, let in or refused. */
	public recordLogin( user: SfRecord, status: string ): SfRecord {
		const written = this.state.switches.statusCase === 'sentence' ? status.charAt( 0 ).toUpperCase() + status.slice( 1 ).toLowerCase() : status;
		const row: SfRecord = {
			Id: recordId( 'LoginHistory', this.newNumber() ),
			UserId: user.Id,
			LoginTime: this.now() - ( this.now() % 1000 ),
			LoginType: 'Application',
			SourceIp: '203.0.113.24',
			Status: written,
			Application: 'Browser',
			Browser: 'Firefox 140',
			Platform: 'Windows 11',
		};
		this.state.tables.LoginHistory.push( row );
		if ( status === 'Success' ) {
			user.LastLoginDate = this.now();
		}
		return row;
	}

	private deletedAt( row: SfRecord ): number {
		return this.state.deletions.find( ( deletion ) => deletion.id === row.Id )?.at ?? Number( row.LastModifiedDate );
	}
}

export const objectOfId = ( id: string ): ObjectName | undefined =>
	( Object.entries( PREFIXES ) as [ string, string ][] ).find( ( [ , prefix ] ) => id.startsWith( prefix ) )?.[ 0 ] as ObjectName | undefined;
