/**
 * The simulated account: its records, and what can happen to them.
 */
import { randomUUID } from 'node:crypto';
import { northwind } from './scenario';
import { BIN_MS, type CrmRecord, type HubSpotState, type Moment, type ObjectType, type Property } from './state';

const ACCESS_TOKEN_MS = 30 * 60 * 1000;

/** Who calls: a private app, or a public app that was let in by a token. */
export interface Caller {
	readonly kind: 'private' | 'public';
	readonly name: string;
	readonly scopes: readonly string[];
}

export const DAILY_RESET_HOURS = 24;

export class Account {
	public state: HubSpotState = northwind( Date.now() );

	/** Times of lately answered calls, by caller. */
	private lately: { readonly name: string; readonly at: Moment; readonly isSearch: boolean }[] = [];

	/** What the search knew of a record before its last change, and until when it still does. */
	private stale = new Map< string, { readonly record: CrmRecord; readonly until: Moment } >();

	public now(): Moment {
		return Date.now() + this.state.clock.offsetSeconds * 1000;
	}

	public reset(): void {
		this.state = northwind( Date.now() );
		this.lately = [];
		this.stale = new Map();
	}

	public nextId(): string {
		return String( this.state.nextId++ );
	}

	/** Active records, and deleted ones as long as they can be restored. */
	public records( type: ObjectType, isArchived: boolean ): CrmRecord[] {
		return this.state[ type ].filter( ( record ) => this.isListed( record, isArchived ) );
	}

	/** What the search finds: active records as it last saw them. */
	public searched( type: ObjectType ): CrmRecord[] {
		const now = this.now();
		return this.state[ type ].flatMap( ( record ) => {
			const stale = this.stale.get( record.id );
			const seen = stale !== undefined && stale.until > now ? stale.record : record;
			return this.isListed( seen, false ) ? [ seen ] : [];
		} );
	}

	public record( type: ObjectType, id: string, isArchived: boolean ): CrmRecord | undefined {
		const found = this.state[ type ].find( ( record ) => record.id === id );
		if ( found === undefined || found.mergedInto === '' ) {
			return found !== undefined && this.isListed( found, isArchived ) ? found : undefined;
		}
		switch ( this.state.switches.mergedRecord ) {
			case 'absent':
				return undefined;
			case 'archived':
				return isArchived ? found : undefined;
			default:
				return isArchived ? undefined : this.record( type, found.mergedInto, false );
		}
	}

	public contactByEmail( email: string, isArchived: boolean ): CrmRecord | undefined {
		const { emailCase, additionalEmail } = this.state.switches;
		const wanted = emailCase === 'insensitive' ? email.toLowerCase() : email;
		return this.records( 'contacts', isArchived ).find(
			( contact ) => contact.properties.email === wanted || ( additionalEmail === 'by-email' && this.additionalEmails( contact ).includes( wanted ) )
		);
	}

	/** The active contact that keeps an address from being used a second time. */
	public holderOf( email: string ): CrmRecord | undefined {
		return this.records( 'contacts', false ).find( ( contact ) => contact.properties.email === email.toLowerCase() || this.additionalEmails( contact ).includes( email.toLowerCase() ) );
	}

	public additionalEmails( contact: CrmRecord ): string[] {
		return ( contact.properties.hs_additional_emails ?? '' ).split( ';' ).filter( ( email ) => email !== '' );
	}

	/** Companies of a contact that are there, the primary one first. */
	public companiesOf( contact: CrmRecord ): CrmRecord[] {
		return contact.companies.flatMap( ( id ) => this.record( 'companies', id, false ) ?? [] );
	}

	public property( name: string, isArchived: boolean ): Property | undefined {
		return this.state.properties.find( ( one ) => one.name === name && ( one.archivedAt !== null ) === isArchived );
	}

	/**
	 * Changes a record, and remembers for the search what it was.
	 *
	 * @param record Which.
	 * @param change What happens to it.
	 */
	public change( record: CrmRecord, change: ( record: CrmRecord ) => void ): void {
		const lag = this.state.switches.searchLagSeconds * 1000;
		if ( lag > 0 ) {
			this.stale.set( record.id, { record: structuredClone( record ), until: this.now() + lag } );
		}
		change( record );
		record.updatedAt = this.now();
	}

	public issueToken( clientId: string ): string {
		const value = `eu1-${ randomUUID() }-lab`;
		this.state.accessTokens.push( { value, clientId, expiresAt: this.now() + ACCESS_TOKEN_MS } );
		return value;
	}

	/** Who holds a token; a reason where nobody does. */
	public caller( token: string ): Caller | 'unknown' | 'expired' {
		const app = this.state.privateApps.find( ( one ) => one.token === token );
		if ( app !== undefined ) {
			return { kind: 'private', name: app.name, scopes: app.scopes };
		}
		const issued = this.state.accessTokens.find( ( one ) => one.value === token );
		const owner = this.state.publicApps.find( ( one ) => one.clientId === issued?.clientId );
		if ( issued === undefined || owner === undefined ) {
			return 'unknown';
		}
		return issued.expiresAt <= this.now() ? 'expired' : { kind: 'public', name: owner.clientId, scopes: owner.scopes };
	}

	/**
	 * Counts a call, or says which limit it would break.
	 *
	 * @param caller   Whose call.
	 * @param isSearch Whether it also counts against the search.
	 */
	public count( caller: Caller, isSearch: boolean ): 'counted' | 'daily' | 'ten-seconds' | 'search' {
		const { limits } = this.state;
		if ( caller.kind === 'private' && limits.usedToday >= limits.daily ) {
			return 'daily';
		}
		const now = this.now();
		this.lately = this.lately.filter( ( call ) => call.at > now - 10_000 );
		const own = this.lately.filter( ( call ) => call.name === caller.name );
		if ( own.length >= limits.perTenSeconds ) {
			return 'ten-seconds';
		}
		if ( isSearch && own.filter( ( call ) => call.isSearch && call.at > now - 1000 ).length >= limits.searchesPerSecond ) {
			return 'search';
		}
		this.lately.push( { name: caller.name, at: now, isSearch } );
		if ( caller.kind === 'private' ) {
			limits.usedToday++;
		}
		return 'counted';
	}

	/** Calls of the last ten seconds that a caller still has. */
	public leftInWindow( caller: Caller ): number {
		return this.state.limits.perTenSeconds - this.lately.filter( ( call ) => call.name === caller.name ).length;
	}

	/** Midnight by the account's clock, here taken as UTC. */
	public resetsAt(): Moment {
		const day = DAILY_RESET_HOURS * 3600 * 1000;
		return ( Math.floor( this.now() / day ) + 1 ) * day;
	}

	private isListed( record: CrmRecord, isArchived: boolean ): boolean {
		if ( record.archivedAt === null || ! isArchived ) {
			return ( record.archivedAt !== null ) === isArchived;
		}
		if ( record.mergedInto !== '' ) {
			return this.state.switches.mergedRecord === 'archived';
		}
		return this.state.switches.expiredRecords === 'listed' || record.archivedAt > this.now() - BIN_MS;
	}
}
