/**
 * The simulated installation: its records, and what can happen to them.
 */
import { createVerify, randomBytes } from 'node:crypto';
import { northwind } from './scenario';
import type { Associate, ModuleLicence, Moment, Person, SuperOfficeState, TenantState, Ticket } from './state';

/** States in which the tenant's API answers. */
const RUNNING: readonly TenantState[] = [ 'Running', 'OnlineMaintenance' ];

const TICKET_MS = 6 * 60 * 60 * 1000;
const ACCESS_TOKEN_MS = 60 * 60 * 1000;

/** How far the signed time may be from now. */
const SIGNATURE_MINUTES = 15;

export interface LicenceCount {
	readonly module: ModuleLicence;
	readonly inUse: number;
	readonly free: number;
}

export class Installation {
	public state: SuperOfficeState = northwind( Date.now() );

	public now(): Moment {
		return Date.now() + this.state.clock.offsetSeconds * 1000;
	}

	public reset(): void {
		this.state = northwind( Date.now() );
	}

	public isRunning(): boolean {
		return RUNNING.includes( this.state.tenant.state );
	}

	public nextId(): number {
		return this.state.nextId++;
	}

	public person( personId: number ): Person | undefined {
		return this.state.persons.find( ( person ) => person.personId === personId );
	}

	public associate( associateId: number ): Associate | undefined {
		return this.state.associates.find( ( associate ) => associate.associateId === associateId );
	}

	public associatesOf( personId: number ): Associate[] {
		return this.state.associates.filter( ( associate ) => associate.personId === personId && personId !== 0 );
	}

	public fullName( person: Person ): string {
		return `${ person.firstname } ${ person.lastname }`.trim();
	}

	public plans(): ModuleLicence[] {
		return this.state.modules.filter( ( module ) => module.isPlan );
	}

	public hasPlan( associate: Associate ): boolean {
		return this.plans().some( ( plan ) => associate.licences.includes( plan.name ) );
	}

	/** What `UserInfo.canLogon` says. */
	public canLogon( associate: Associate ): boolean {
		const isOn = associate.canLogin && ! associate.deleted;
		return this.state.switches.canLogon === 'switch' ? isOn : isOn && this.hasPlan( associate );
	}

	public count( module: ModuleLicence ): LicenceCount {
		const inUse = this.state.associates.filter( ( associate ) => associate.licences.includes( module.name ) ).length;
		return { module, inUse, free: Math.max( 0, module.total - inUse ) };
	}

	/** Whether that user would get in, and what stops them if not: what the API never tells in one answer. */
	public tryLogin( associate: Associate, edition: 'online' | 'onsite' ): string {
		const person = this.person( associate.personId );
		const reasons: readonly ( readonly [ boolean, string ] )[] = [
			[ edition === 'online' && ! this.isRunning(), 'tenant' ],
			[ edition === 'onsite' && this.now() > this.state.licence.graceEndsAt, 'installation-licence' ],
			[ associate.deleted || person?.retired === true, 'retired' ],
			[ ! associate.canLogin, 'switched-off' ],
			[ ! this.hasPlan( associate ), 'no-licence' ],
			[ associate.waitingForApproval, 'waiting-for-approval' ],
			[ edition === 'online' && ! associate.userName.includes( '@' ), 'login-name' ],
			[ associate.isStuck, 'stuck' ],
		];
		return reasons.find( ( [ isSo ] ) => isSo )?.[ 1 ] ?? 'in';
	}

	/** Takes every licence away, and saves. */
	public removeLicences( associate: Associate ): void {
		associate.licences = [];
		if ( associate.isStuck ) {
			this.loosened.add( associate.associateId );
		}
	}

	/**
	 * Saves a user's licences and retirement.
	 *
	 * @param associate The user.
	 * @param licences  Names of all module licences that the user shall have.
	 * @param isDeleted Whether the user is retired.
	 */
	public saveUser( associate: Associate, licences: readonly string[], isDeleted: boolean ): void {
		associate.licences = [ ...licences ];
		associate.deleted = isDeleted;
		if ( this.hasPlan( associate ) ) {
			if ( this.loosened.delete( associate.associateId ) ) {
				associate.isStuck = false;
			}
			if ( this.state.switches.saveUser === 'lets-log-in' && ! isDeleted ) {
				associate.canLogin = true;
			}
		}
	}

	/** Retiring takes every licence; the way back does not return them. */
	public makeRetired( associate: Associate, isRetired: boolean ): void {
		associate.deleted = isRetired;
		const person = this.person( associate.personId );
		if ( person !== undefined ) {
			person.retired = isRetired;
			person.updatedAt = this.now();
		}
		if ( isRetired ) {
			associate.licences = [];
			associate.canLogin = false;
		}
	}

	/** What is wrong with a signed system token; '' where nothing is. */
	public signatureFault( signed: string ): string {
		const parts = /^(.+)\.(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)\.([A-Za-z0-9+/=]+)$/.exec( signed );
		if ( parts?.[ 1 ] !== this.state.application.systemToken ) {
			return 'InvalidSignature';
		}
		const [ year = 0, month = 0, day = 0, hour = 0, minute = 0 ] = parts.slice( 2, 7 ).map( Number );
		if ( Math.abs( this.now() - Date.UTC( year, month - 1, day, hour, minute ) ) > SIGNATURE_MINUTES * 60_000 ) {
			return 'InvalidTimestamp';
		}
		const signature = parts[ 7 ] ?? '';
		const isValid = createVerify( 'RSA-SHA256' )
			.update( signed.slice( 0, -signature.length - 1 ) )
			.verify( this.state.application.publicKey, signature, 'base64' );
		return isValid ? '' : 'InvalidSignature';
	}

	public issue( kind: Ticket[ 'kind' ] ): Ticket {
		const { tenant, application } = this.state;
		const random = randomBytes( 24 ).toString( 'base64url' );
		const ticket: Ticket = {
			value: kind === 'ticket' ? `7T:${ random }` : `8A:${ tenant.id }.${ random }`,
			kind,
			clientId: application.clientId,
			expiresAt: this.now() + ( kind === 'ticket' ? TICKET_MS : ACCESS_TOKEN_MS ),
		};
		this.state.tickets = [ ...this.state.tickets, ticket ].slice( -50 );
		return ticket;
	}

	/** Users whose stuck licence was taken away and is not yet given again. */
	private readonly loosened = new Set< number >();
}
