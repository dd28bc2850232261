/**
 * The simulated portal: its records, the CRM behind it, and what passes between the two.
 */
import { randomBytes } from 'node:crypto';
import { northwind } from './scenario';
import { MINUTE_MS, type Contact, type CrmSystem, type MagentrixState, type Moment, type PortalUser, type Right, type Session } from './state';

/** Why a user does not get in; `in` where nothing stops them. */
export type Outcome = 'in' | 'inactive' | 'no-role' | 'no-contact';

export class Portal {
	public state: MagentrixState = northwind( Date.now() );

	public now(): Moment {
		return Date.now() + this.state.clock.offsetSeconds * 1000;
	}

	public reset( system: CrmSystem = 'salesforce' ): void {
		this.state = northwind( Date.now(), system );
	}

	public nextId(): number {
		return this.state.nextId++;
	}

	public user( id: string ): PortalUser | undefined {
		return this.state.users.find( ( user ) => user.id === id );
	}

	/** The portal's copy of a contact; a deleted one only where copies are marked instead of dropped. */
	public contact( id: string | null ): Contact | undefined {
		return this.state.contacts.find( ( contact ) => contact.id === id );
	}

	public crmContact( id: string ): Contact | undefined {
		return this.state.crmContacts.find( ( contact ) => contact.id === id );
	}

	/** A person changed a contact in the CRM; the portal hears of it later. */
	public changeInCrm( contact: Contact ): void {
		contact.modifiedAt = this.now();
		const { sync } = this.state;
		sync.pending = [ ...sync.pending.filter( ( one ) => one.contact.id !== contact.id ), { dueAt: this.now() + sync.seconds * 1000, contact: { ...contact } } ];
	}

	/** Takes over what is due. Called before every look at the portal. */
	public synchronise(): void {
		const { sync } = this.state;
		if ( sync.isStuck || sync.pending.length === 0 ) {
			return;
		}
		const due = sync.pending.filter( ( change ) => change.dueAt <= this.now() );
		sync.pending = sync.pending.filter( ( change ) => change.dueAt > this.now() );
		due.forEach( ( { contact } ) => this.takeOver( contact ) );
	}

	public mayLogIn( user: PortalUser ): Outcome {
		this.synchronise();
		const copy = this.contact( user.contactId );
		const reasons: readonly ( readonly [ boolean, Outcome ] )[] = [
			[ ! user.isActive, 'inactive' ],
			[ user.type !== 'Employee' && ( copy === undefined || copy.isDeleted ), 'no-contact' ],
			[ user.roleId === null, 'no-role' ],
		];
		return reasons.find( ( [ isSo ] ) => isSo )?.[ 1 ] ?? 'in';
	}

	/** Whether somebody who is in sees any record: access hangs on the contact's company. */
	public seesData( user: PortalUser ): boolean {
		return user.type === 'Employee' || ( this.contact( user.contactId )?.accountId ?? null ) !== null;
	}

	public freeSeats( user: PortalUser ): number {
		const taken = this.state.users.filter( ( one ) => one.isActive && one.type === user.type ).length;
		return this.state.seats[ user.type ] - taken;
	}

	public setActive( user: PortalUser, isActive: boolean ): void {
		if ( user.isActive !== isActive ) {
			user.isActive = isActive;
			user.deactivatedAt = isActive ? null : this.now();
			user.modifiedAt = this.now();
		}
	}

	public isDenied( right: Right ): boolean {
		return this.state.switches.denied.includes( right );
	}

	public issue( client: string ): Session & { issuedAt: Moment } {
		const issuedAt = this.now();
		const session = { token: randomBytes( 32 ).toString( 'base64url' ), client, expiresAt: issuedAt + this.state.session.minutes * MINUTE_MS };
		this.state.sessions = [ ...this.state.sessions, session ].slice( -50 );
		return { ...session, issuedAt };
	}

	private takeOver( contact: Contact ): void {
		const { switches, contacts } = this.state;
		const others = contacts.filter( ( one ) => one.id !== contact.id );
		const isDropped = contact.isDeleted && switches.deletedCopy === 'absent';
		this.state.contacts = isDropped ? others : [ ...others, { ...contact } ];
		for ( const user of this.state.users.filter( ( one ) => one.contactId === contact.id ) ) {
			if ( contact.isDeleted && switches.deletedContact === 'cleared' ) {
				user.contactId = null;
				user.modifiedAt = this.now();
			}
			if ( ! contact.isDeleted ) {
				this.setActive( user, contact.communityUser );
			}
		}
	}
}
