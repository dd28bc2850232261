/**
 * The CRM itself: its records, its clock, and everything that can happen to a record. Knows nothing of HTTP.
 */
import { randomBytes } from 'node:crypto';
import type { Json, JsonObject } from '../json';
import { isObject } from '../json';
import { ID_PREFIX, northwind } from '../scenarios/northwind';
import {
	crmTime,
	DAY_MS,
	RECYCLE_DAYS,
	type CrmRecord,
	type CrmState,
	type DeletedRecord,
	type Field,
	type Moment,
	type OAuthClient,
	type Profile,
	type TimelineEntry,
	type UserRecord,
} from './state';

export type ModuleName = 'Contacts' | 'Accounts';

export const MODULES: readonly string[] = [ 'Contacts', 'Accounts' ];

/** Who acts: the user behind a token, or somebody in the CRM's own screens. */
export interface Actor {
	readonly userId: string;
	readonly source: TimelineEntry[ 'source' ];
}

/** Deleted records beyond which a restore becomes a job, children counted. */
const IMMEDIATE_RESTORE_LIMIT = 1000;

export class Crm {
	public state: CrmState;

	public constructor() {
		this.state = northwind( Date.now() );
	}

	public now(): Moment {
		return Date.now() + this.state.clock.offsetSeconds * 1000;
	}

	/** Puts the org back to how the demo starts. */
	public reset(): void {
		this.state = northwind( Date.now() );
	}

	public time( moment: Moment ): string {
		return crmTime( moment, this.state.org.utcOffsetMinutes );
	}

	public newId(): string {
		return ID_PREFIX + String( this.state.nextId++ ).padStart( 6, '0' );
	}

	public newToken(): string {
		return `1000.${ randomBytes( 16 ).toString( 'hex' ) }.${ randomBytes( 16 ).toString( 'hex' ) }`;
	}

	public records( module: ModuleName ): CrmRecord[] {
		return module === 'Contacts' ? this.state.contacts : this.state.accounts;
	}

	public find( module: ModuleName, id: string ): CrmRecord | undefined {
		return this.records( module ).find( ( record ) => record.id === id );
	}

	public user( id: string ): UserRecord | undefined {
		return this.state.users.find( ( user ) => user.id === id );
	}

	public userName( id: string ): string {
		const user = this.user( id );
		return user === undefined ? '' : `${ user.firstName } ${ user.lastName }`;
	}

	public userRef( id: string ): { name: string; id: string } {
		return { name: this.userName( id ), id };
	}

	public client( clientId: string ): OAuthClient | undefined {
		return this.state.clients.find( ( client ) => client.clientId === clientId );
	}

	public profileOf( userId: string ): Profile | undefined {
		const profileId = this.user( userId )?.profileId;
		return this.state.profiles.find( ( profile ) => profile.id === profileId );
	}

	public may( userId: string, right: string ): boolean {
		return ! ( this.profileOf( userId )?.denied ?? [] ).includes( right );
	}

	public fields( module: ModuleName ): Field[] {
		return this.state.fields.filter( ( field ) => field.module === module );
	}

	/**
	 * Finds a field that the user may read; none for one that is removed, unused or hidden from the user's profile.
	 *
	 * @param module  Module.
	 * @param apiName API name.
	 * @param userId  Who asks.
	 */
	public readableField( module: ModuleName, apiName: string, userId: string ): Field | undefined {
		const profileId = this.user( userId )?.profileId ?? '';
		return this.fields( module ).find(
			( field ) =>
				field.apiName === apiName && field.use === 'used' && field.permissions[ profileId ] !== 'hidden'
		);
	}

	/**
	 * The record as the user may see it: id and every readable field, or those asked for. Unknown names are passed over.
	 *
	 * @param module Module.
	 * @param record Record.
	 * @param userId Who asks.
	 * @param only   API names; null for all.
	 */
	public view( module: ModuleName, record: CrmRecord, userId: string, only: readonly string[] | null ): CrmRecord {
		const seen: CrmRecord = { id: record.id };
		for ( const field of this.fields( module ) ) {
			const isAsked = only === null || only.includes( field.apiName );
			if ( isAsked && this.readableField( module, field.apiName, userId ) !== undefined ) {
				seen[ field.apiName ] = record[ field.apiName ] ?? null;
			}
		}
		return seen;
	}

	/**
	 * Modified time in whole seconds, as a moment.
	 *
	 * @param record Record.
	 */
	public modifiedAt( record: CrmRecord ): Moment {
		return Date.parse( String( record.Modified_Time ) );
	}

	/**
	 * Changes a record; writes its timeline, and keeps for search what the index still believes.
	 *
	 * @param module  Module.
	 * @param record  Record.
	 * @param changes New values.
	 * @param actor   Who.
	 * @param action  How the timeline calls it.
	 */
	public change(
		module: ModuleName,
		record: CrmRecord,
		changes: JsonObject,
		actor: Actor,
		action: TimelineEntry[ 'action' ] = 'updated'
	): void {
		this.remember( record.id, { ...record } );
		const history = Object.entries( changes ).map( ( [ field, to ] ) => ( {
			field,
			from: record[ field ] ?? null,
			to,
		} ) );
		Object.assign( record, changes );
		if ( module === 'Contacts' && ( 'First_Name' in changes || 'Last_Name' in changes ) ) {
			record.Full_Name = [ record.First_Name, record.Last_Name ]
				.filter( ( part ) => typeof part === 'string' && part !== '' )
				.join( ' ' );
		}
		record.Modified_Time = this.time( this.now() );
		record.Modified_By = this.userRef( actor.userId );
		this.log( record.id, action, actor, history );
	}

	/**
	 * Moves a record to the recycle bin. False where there is no such record.
	 *
	 * @param module   Module.
	 * @param id       Record.
	 * @param actor    Who.
	 * @param children Notes, attachments and the like that go with it.
	 */
	public delete( module: ModuleName, id: string, actor: Actor, children = 0 ): boolean {
		const record = this.take( module, id );
		if ( record === undefined ) {
			return false;
		}
		this.state.deleted.unshift( {
			id,
			module,
			kind: 'recycle',
			deletedAt: this.now(),
			deletedByUserId: actor.userId,
			displayName: this.displayName( module, record ),
			record,
			children,
		} );
		this.log( id, 'deleted', actor );
		return true;
	}

	/**
	 * Deletes for good: from the modules or from the bin. Nothing brings the record back.
	 *
	 * @param module Module.
	 * @param id     Record.
	 * @param actor  Who.
	 */
	public purge( module: ModuleName, id: string, actor: Actor ): boolean {
		if ( this.find( module, id ) !== undefined ) {
			this.delete( module, id, actor );
		}
		const deleted = this.inBin( id );
		if ( deleted === undefined ) {
			return false;
		}
		this.makePermanent( deleted, this.now() );
		return true;
	}

	public inBin( id: string ): DeletedRecord | undefined {
		return this.bin().find( ( deleted ) => deleted.id === id );
	}

	/** What can still be restored, newest first. Records whose sixty days are over turn permanent here. */
	public bin(): DeletedRecord[] {
		const expired = this.now() - RECYCLE_DAYS * DAY_MS;
		for ( const deleted of this.state.deleted ) {
			if ( deleted.kind === 'recycle' && deleted.deletedAt < expired ) {
				this.makePermanent( deleted, deleted.deletedAt + RECYCLE_DAYS * DAY_MS );
			}
		}
		return this.state.deleted
			.filter( ( deleted ) => deleted.kind === 'recycle' )
			.sort( ( a, b ) => b.deletedAt - a.deletedAt );
	}

	public restoreIsScheduled( deleted: readonly DeletedRecord[] ): boolean {
		const records = deleted.reduce( ( sum, entry ) => sum + 1 + entry.children, 0 );
		return this.state.switches.restore === 'scheduled' || records > IMMEDIATE_RESTORE_LIMIT;
	}

	/**
	 * Brings a record back from the bin. False where it is not there, or nothing is left of it.
	 *
	 * @param id    Record.
	 * @param actor Who.
	 */
	public restore( id: string, actor: Actor ): boolean {
		const deleted = this.inBin( id );
		if ( deleted === undefined || deleted.record === null ) {
			return false;
		}
		const record = deleted.record;
		this.state.deleted = this.state.deleted.filter( ( entry ) => entry !== deleted );
		this.records( deleted.module ).push( record );
		this.remember( id, null );
		record.Modified_Time = this.time( this.now() );
		this.log( id, 'restored', actor );
		return true;
	}

	/** Lets the background catch up with the clock: scheduled restores that are due. */
	public settle(): void {
		const now = this.now();
		const due = this.state.pendingRestores.filter( ( pending ) => pending.at <= now );
		if ( due.length === 0 ) {
			return;
		}
		this.state.pendingRestores = this.state.pendingRestores.filter( ( pending ) => pending.at > now );
		for ( const { id } of due ) {
			this.restore( id, { userId: this.state.users[ 0 ]?.id ?? '', source: 'crm_api' } );
		}
	}

	/**
	 * Merges one contact into another: the loser is gone, the winner keeps its address as secondary where it had none.
	 *
	 * @param winnerId Contact that stays.
	 * @param loserId  Contact that goes.
	 * @param actor    Who.
	 */
	public merge( winnerId: string, loserId: string, actor: Actor ): boolean {
		const winner = this.find( 'Contacts', winnerId );
		const loser = winner === undefined || winnerId === loserId ? undefined : this.take( 'Contacts', loserId );
		if ( winner === undefined || loser === undefined ) {
			return false;
		}
		const keepsAddress = winner.Secondary_Email === null || winner.Secondary_Email === undefined;
		this.change(
			'Contacts',
			winner,
			keepsAddress ? { Secondary_Email: loser.Email ?? null } : {},
			actor,
			'merged'
		);
		if ( this.state.switches.mergedRecord === 'permanent' ) {
			this.state.deleted.unshift( {
				id: loserId,
				module: 'Contacts',
				kind: 'permanent',
				deletedAt: this.now(),
				deletedByUserId: actor.userId,
				displayName: this.displayName( 'Contacts', loser ),
				record: null,
				children: 0,
			} );
		}
		return true;
	}

	/**
	 * The records as the search index knows them now: late for changes, at once for deletions.
	 *
	 * @param module Module.
	 */
	public indexed( module: ModuleName ): CrmRecord[] {
		const since = this.now() - this.state.switches.searchLagSeconds * 1000;
		this.state.searchLag = this.state.searchLag.filter( ( entry ) => entry.changedAt > since );
		return this.records( module ).flatMap( ( record ) => {
			const lagging = this.state.searchLag.find( ( entry ) => entry.id === record.id );
			if ( lagging === undefined ) {
				return [ record ];
			}
			return lagging.before === null ? [] : [ lagging.before ];
		} );
	}

	/** Credits left of the last 24 hours. */
	public creditsLeft(): number {
		const since = this.now() - DAY_MS;
		const { credits } = this.state;
		credits.ledger = credits.ledger.filter( ( entry ) => entry.at > since );
		return credits.limit - credits.ledger.reduce( ( sum, entry ) => sum + entry.cost, 0 );
	}

	public spend( cost: number ): void {
		const { ledger } = this.state.credits;
		const minute = Math.floor( this.now() / 60_000 ) * 60_000;
		const last = ledger[ ledger.length - 1 ];
		if ( last !== undefined && last.at === minute ) {
			ledger[ ledger.length - 1 ] = { at: minute, cost: last.cost + cost };
			return;
		}
		ledger.push( { at: minute, cost } );
	}

	public displayName( module: ModuleName, record: CrmRecord ): string {
		const name = record[ module === 'Contacts' ? 'Full_Name' : 'Account_Name' ];
		return typeof name === 'string' ? name : '';
	}

	/**
	 * A lookup's value from an id, null where the id leads nowhere.
	 *
	 * @param value What a caller sent: `{ id }`.
	 */
	public accountRef( value: Json ): { name: string; id: string } | null {
		const id = isObject( value ) && typeof value.id === 'string' ? value.id : '';
		const account = this.find( 'Accounts', id );
		return account === undefined ? null : { name: this.displayName( 'Accounts', account ), id };
	}

	private take( module: ModuleName, id: string ): CrmRecord | undefined {
		const records = this.records( module );
		const index = records.findIndex( ( record ) => record.id === id );
		return index < 0 ? undefined : records.splice( index, 1 )[ 0 ];
	}

	private makePermanent( deleted: DeletedRecord, at: Moment ): void {
		deleted.kind = 'permanent';
		deleted.deletedAt = at;
		deleted.record = null;
	}

	private remember( id: string, before: CrmRecord | null ): void {
		if ( ! this.state.searchLag.some( ( entry ) => entry.id === id ) ) {
			this.state.searchLag.push( { id, changedAt: this.now(), before } );
		}
	}

	private log(
		id: string,
		action: TimelineEntry[ 'action' ],
		actor: Actor,
		changes: TimelineEntry[ 'changes' ] = []
	): void {
		( this.state.timeline[ id ] ??= [] ).unshift( {
			at: this.now(),
			action,
			byUserId: actor.userId,
			source: actor.source,
			changes,
		} );
	}
}
