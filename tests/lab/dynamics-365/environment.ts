/**
 * The environment behind the API: its rows, and what happens to them. Knows nothing of HTTP.
 */
import { randomBytes } from 'node:crypto';
import type { Json, JsonObject } from '../json';
import { iso, northwind } from './scenario';
import { isReference, type Application, type Column, type Depth, type EnvironmentState, type Moment, type Reference, type Row, type SystemUser } from './state';

export const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export type RestoreRefusal = 'absent' | 'exists' | 'account-gone';

export class Environment {
	public state: EnvironmentState = northwind( Date.now() );
	private byId = new Map< string, Row >();

	public constructor() {
		this.reset();
	}

	public reset(): void {
		this.state = northwind( Date.now() );
		this.reindex();
	}

	/** Must follow any change of the list of contacts that does not go through this class. */
	public reindex(): void {
		this.byId = new Map( this.state.contacts.map( ( row ) => [ String( row.contactid ), row ] ) );
	}

	public now(): Moment {
		return Date.now() + this.state.clock.offsetSeconds * 1000;
	}

	/** Empties the bin of what it has kept long enough. */
	public settle(): void {
		const oldest = this.now() - this.state.recycleBin.keepDays * 86_400_000;
		this.state.bin = this.state.bin.filter( ( entry ) => entry.deletedAt > oldest );
	}

	public newGuid(): string {
		const hex = randomBytes( 16 ).toString( 'hex' );
		return `${ hex.slice( 0, 8 ) }-${ hex.slice( 8, 12 ) }-ef11-9f89-${ hex.slice( 20 ) }`;
	}

	public application( clientId: string ): Application | undefined {
		return this.state.applications.find( ( one ) => one.clientId === clientId );
	}

	public user( id: string ): SystemUser | undefined {
		return this.state.users.find( ( one ) => one.id === id );
	}

	public depth( userId: string, privilege: string ): Depth | null {
		return this.user( userId )?.privileges[ privilege ] ?? null;
	}

	/** Whether a user's role reaches a contact. */
	public reaches( userId: string, privilege: string, row: Row ): boolean {
		const depth = this.depth( userId, privilege );
		if ( depth === null || depth === 'Global' ) {
			return depth !== null;
		}
		const unit = row.owningbusinessunit;
		return isReference( unit ) && unit.id === this.user( userId )?.businessUnitId;
	}

	public contact( id: string ): Row | undefined {
		return this.byId.get( id.toLowerCase() );
	}

	public account( id: string ): Row | undefined {
		return this.state.accounts.find( ( row ) => row.accountid === id.toLowerCase() );
	}

	public column( logicalName: string ): Column | undefined {
		return this.state.columns.find( ( one ) => one.logicalName === logicalName );
	}

	/** The name that a lookup shows. */
	public nameOf( reference: Reference ): string {
		const row = reference.table === 'account' ? this.account( reference.id ) : this.contact( reference.id );
		return String( row?.name ?? row?.fullname ?? '' );
	}

	public change( row: Row, values: JsonObject, userId = '' ): void {
		Object.assign( row, values, { modifiedon: iso( this.now() ), versionnumber: ++this.state.version } );
		if ( 'firstname' in values || 'lastname' in values ) {
			row.fullname = [ row.firstname, row.lastname ].filter( ( part ) => typeof part === 'string' && part !== '' ).join( ' ' );
		}
		if ( 'emailaddress1' in values && 'adx_identity_emailaddress1confirmed' in row ) {
			row.adx_identity_emailaddress1confirmed = false;
		}
		this.audit( String( row.contactid ), 2, userId );
	}

	public create( values: JsonObject, userId = '' ): Row {
		const now = iso( this.now() );
		const blank = Object.fromEntries( this.state.columns.map( ( column ): [ string, Json ] => [ column.logicalName, column.type === 'Boolean' ? false : null ] ) );
		const unit: Reference = { id: this.state.org.businessUnitId, table: 'businessunit' };
		const own = { statecode: 0, statuscode: 1, createdon: now, modifiedon: now, owningbusinessunit: unit, contactid: this.newGuid() };
		const row: Row = { ...blank, ...own, ...values, versionnumber: ++this.state.version };
		row.fullname ??= [ row.firstname, row.lastname ].filter( ( part ) => typeof part === 'string' && part !== '' ).join( ' ' );
		this.add( row );
		this.audit( String( row.contactid ), 1, userId );
		return row;
	}

	/** Deletes a contact; it goes to the bin where that is on. Rows that hang on it go with it or lose their link. */
	public delete( id: string, userId: string ): boolean {
		const row = this.contact( id );
		if ( row === undefined ) {
			return false;
		}
		this.state.contacts.splice( this.state.contacts.indexOf( row ), 1 );
		this.byId.delete( id );
		if ( this.state.recycleBin.isOn ) {
			this.state.bin.push( { row, deletedAt: this.now() } );
		}
		this.state.tombstones.push( { id, version: ++this.state.version } );
		this.state.invitations = this.state.invitations.filter( ( one ) => ! isReference( one.adx_invitecontact ) || one.adx_invitecontact.id !== id );
		this.audit( id, 3, userId );
		return true;
	}

	public purge( id: string, userId: string ): boolean {
		const inBin = this.state.bin.some( ( entry ) => entry.row.contactid === id );
		const isGone = inBin || this.delete( id, userId );
		this.state.bin = this.state.bin.filter( ( entry ) => entry.row.contactid !== id );
		return isGone;
	}

	/** Puts a contact back from the bin, with values written over its own. */
	public restore( id: string, overwrite: JsonObject, userId: string ): Row | RestoreRefusal {
		if ( this.contact( id ) !== undefined ) {
			return 'exists';
		}
		const entry = this.state.bin.find( ( one ) => one.row.contactid === id );
		if ( entry === undefined ) {
			return 'absent';
		}
		const parent = entry.row.parentcustomerid;
		if ( isReference( parent ) && ! ( 'parentcustomerid' in overwrite ) && this.nameOf( parent ) === '' ) {
			return 'account-gone';
		}
		this.state.bin = this.state.bin.filter( ( one ) => one !== entry );
		this.state.tombstones = this.state.tombstones.filter( ( one ) => one.id !== id );
		Object.assign( entry.row, overwrite, { modifiedon: iso( this.now() ), versionnumber: ++this.state.version } );
		this.add( entry.row );
		this.audit( id, 1, userId );
		return entry.row;
	}

	/** The loser stays as a row: inactive, marked as merged, pointing to the winner. */
	public merge( winnerId: string, loserId: string, userId: string ): boolean {
		const winner = this.contact( winnerId );
		const loser = this.contact( loserId );
		if ( winner === undefined || loser === undefined || winner === loser ) {
			return false;
		}
		for ( const [ name, value ] of Object.entries( loser ) ) {
			if ( winner[ name ] === null && value !== null && ! name.startsWith( 'adx_' ) ) {
				winner[ name ] = value;
			}
		}
		this.change( winner, {}, userId );
		this.change( loser, { merged: true, masterid: { id: winnerId, table: 'contact' }, statecode: 1, statuscode: 2 }, userId );
		return true;
	}

	public deleteAccount( id: string ): boolean {
		const row = this.account( id );
		if ( row === undefined ) {
			return false;
		}
		this.state.accounts.splice( this.state.accounts.indexOf( row ), 1 );
		for ( const contact of this.state.contacts ) {
			if ( isReference( contact.parentcustomerid ) && contact.parentcustomerid.id === id ) {
				this.change( contact, { parentcustomerid: null } );
			}
		}
		return true;
	}

	/** Calls of a user that still count. */
	public recentCalls( userId: string ): Moment[] {
		const oldest = this.now() - this.state.limits.windowSeconds * 1000;
		const recent = ( this.state.calls[ userId ] ?? [] ).filter( ( moment ) => moment > oldest );
		this.state.calls[ userId ] = recent;
		return recent;
	}

	private add( row: Row ): void {
		this.state.contacts.push( row );
		this.byId.set( String( row.contactid ), row );
	}

	private audit( objectId: string, operation: number, userId: string ): void {
		if ( this.state.auditing.isOn ) {
			this.state.audits.push( { id: this.newGuid(), at: this.now(), objectId, operation, userId } );
		}
	}
}
