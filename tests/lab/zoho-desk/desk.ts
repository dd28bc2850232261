/**
 * The organisation at work: what its screens and its API do to its records.
 */
import { randomBytes } from 'node:crypto';
import type { TokenDesk } from '../zoho-crm/accounts-host';
import { AGENTS, ID_PREFIX, newUser, northwind } from './scenario';
import { BIN_DAYS, DAY_MS, type Contact, type DeskState, type HelpCenter, type HelpCenterUser, type Moment, type OAuthClient, type SearchMemory, type Trashed } from './state';

export type InvitationOutcome = 'sent' | 'taken' | 'refused' | 'no-address' | 'license';

export class Desk implements TokenDesk {
	public state: DeskState = northwind( Date.now() );

	private lag = new Map< string, SearchMemory >();

	public now(): Moment {
		return Date.now() + this.state.clock.offsetSeconds * 1000;
	}

	/** Puts the organisation back to how the demo starts. */
	public reset(): void {
		this.state = northwind( Date.now() );
		this.lag.clear();
	}

	public newId(): string {
		return ID_PREFIX + String( this.state.nextId++ ).padStart( 6, '0' );
	}

	public newToken(): string {
		return `1000.${ randomBytes( 16 ).toString( 'hex' ) }.${ randomBytes( 16 ).toString( 'hex' ) }`;
	}

	public client( clientId: string ): OAuthClient | undefined {
		return this.state.clients.find( ( client ) => client.clientId === clientId );
	}

	public contact( id: string ): Contact | undefined {
		return this.state.contacts.find( ( contact ) => contact.id === id );
	}

	public user( id: string ): HelpCenterUser | undefined {
		return this.state.users.find( ( user ) => user.id === id );
	}

	public usersOf( contactId: string ): HelpCenterUser[] {
		return this.state.users.filter( ( user ) => user.contactId === contactId );
	}

	public helpCenter( id: string ): HelpCenter | undefined {
		return this.state.helpCenters.find( ( one ) => one.id === id );
	}

	/** What can still be restored; what has lain there too long is gone. */
	public trash(): Trashed[] {
		const oldest = this.now() - BIN_DAYS * DAY_MS;
		this.state.trash = this.state.trash.filter( ( one ) => one.deletedAt > oldest );
		this.state.trashedTickets = this.state.trashedTickets.filter( ( one ) => one.deletedAt > oldest );
		return this.state.trash;
	}

	/** The contacts as the search index has them. */
	public indexed(): Contact[] {
		const since = this.now() - this.state.switches.searchLagSeconds * 1000;
		const late = [ ...this.lag ].filter( ( [ , memory ] ) => memory.changedAt > since );
		const ids = new Set( late.map( ( [ id ] ) => id ) );
		const former = late.flatMap( ( [ , memory ] ) => ( memory.before === null ? [] : [ memory.before ] ) );
		return [ ...this.state.contacts.filter( ( contact ) => ! ids.has( contact.id ) ), ...former ];
	}

	/** Changes a contact, and its time. */
	public change( contact: Contact, changes: Partial< Contact > ): void {
		this.remember( contact.id, { ...contact } );
		Object.assign( contact, changes, { modifiedAt: this.now() } );
	}

	public touch( user: HelpCenterUser, changes: Partial< HelpCenterUser > ): void {
		Object.assign( user, changes, { modifiedAt: this.now() } );
	}

	/** Moves a contact to the recycle bin. Its users stay behind. */
	public delete( contact: Contact, deletedById: string = AGENTS.admin ): void {
		this.remember( contact.id, { ...contact } );
		this.state.contacts = this.state.contacts.filter( ( one ) => one !== contact );
		this.state.trash.push( { contact, deletedAt: this.now(), deletedById } );
	}

	/** Deletes a contact for good, from wherever it is. */
	public purge( id: string ): boolean {
		const before = this.state.contacts.length + this.state.trash.length;
		this.state.contacts = this.state.contacts.filter( ( contact ) => contact.id !== id );
		this.state.trash = this.state.trash.filter( ( one ) => one.contact.id !== id );
		this.usersOf( id ).forEach( ( user ) => this.touch( user, { contactId: null } ) );
		return this.state.contacts.length + this.state.trash.length < before;
	}

	public restore( id: string ): boolean {
		const found = this.trash().find( ( one ) => one.contact.id === id );
		if ( found === undefined ) {
			return false;
		}
		this.remember( id, null );
		this.state.trash = this.state.trash.filter( ( one ) => one !== found );
		this.state.contacts.push( found.contact );
		if ( this.state.switches.restore === 'touches' ) {
			found.contact.modifiedAt = this.now();
		}
		return true;
	}

	/** The loser vanishes. A portal user's contact cannot be merged away: then false. */
	public merge( winner: Contact, loser: Contact ): boolean {
		if ( this.usersOf( loser.id ).some( ( user ) => user.status !== 'DELETED' ) ) {
			return false;
		}
		this.change( winner, { email: winner.email ?? loser.email, accountId: winner.accountId ?? loser.accountId } );
		this.state.contacts = this.state.contacts.filter( ( contact ) => contact !== loser );
		return true;
	}

	/** Invites a contact to a Help Center, for the first time or once more. */
	public invite( contact: Contact, helpCenterId: string ): InvitationOutcome {
		if ( contact.email === null || contact.email === '' ) {
			return 'no-address';
		}
		const known = this.usersOf( contact.id ).find( ( user ) => user.helpCenterId === helpCenterId );
		if ( known !== undefined && known.status !== 'DELETED' ) {
			const { secondInvitation } = this.state.switches;
			if ( known.isVerified || secondInvitation === 'refused' ) {
				return 'refused';
			}
			this.touch( known, secondInvitation === 'sends' ? { invitations: known.invitations + 1 } : {} );
			return secondInvitation === 'sends' ? 'sent' : 'taken';
		}
		if ( this.state.users.filter( ( user ) => user.status === 'ACTIVE' ).length >= this.state.license.maxUsers ) {
			return 'license';
		}
		const fresh = { email: contact.email, isVerified: false, lastAccessedAt: null };
		if ( known !== undefined ) {
			this.touch( known, { ...fresh, status: 'ACTIVE', invitations: known.invitations + 1 } );
		} else {
			const name = `${ contact.firstName ?? '' } ${ contact.lastName }`.trim();
			this.state.users.push( newUser( { ...fresh, id: this.newId(), helpCenterId, name, contactId: contact.id, modifiedAt: this.now() }, this.now() ) );
		}
		return 'sent';
	}

	/** What stops somebody at the Help Center's login; `in` where nothing does. */
	public tryLogin( email: string ): string {
		const user = this.state.users.find( ( one ) => one.email.toLowerCase() === email.toLowerCase() && one.status !== 'DELETED' );
		if ( user === undefined ) {
			return 'no-user';
		}
		if ( this.helpCenter( user.helpCenterId )?.status !== 'ACTIVE' ) {
			return 'help-center-off';
		}
		if ( user.awaitsApproval ) {
			return 'awaits-approval';
		}
		if ( user.status === 'DISABLED' ) {
			return 'deactivated';
		}
		if ( ! user.isVerified ) {
			return 'not-confirmed';
		}
		return user.contactId === null || this.contact( user.contactId ) === undefined ? 'no-contact' : 'in';
	}

	private remember( id: string, before: Contact | null ): void {
		if ( this.state.switches.searchLagSeconds > 0 ) {
			this.lag.set( id, { changedAt: this.now(), before } );
		}
	}
}
