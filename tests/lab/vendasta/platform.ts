/**
 * The simulated platform: its records, who may see what, and what can happen to them.
 */
import { createVerify, randomBytes } from 'node:crypto';
import { isObject, parseJson, type JsonObject } from '../json';
import { AUDIENCE, northwind } from './scenario';
import type { Mail, Moment, Token, User, VendastaState } from './state';

const TOKEN_SECONDS = 3_600;

/** How long an assertion may live. */
const MOST_ASSERTION_SECONDS = 600;

/** How far the two clocks may be apart. */
const SKEW_SECONDS = 60;

export interface Assertion {
	/** What the OAuth 2 error would be called; '' where the assertion is good. */
	readonly fault: '' | 'invalid_grant' | 'invalid_scope' | 'invalid_request';
	readonly scopes: readonly string[];
}

const refused = ( fault: Assertion[ 'fault' ] ): Assertion => ( { fault, scopes: [] } );

const decoded = ( part: string | undefined ): JsonObject => {
	const value = parseJson( Buffer.from( part ?? '', 'base64url' ).toString( 'utf8' ) );
	return isObject( value ) ? value : {};
};

export class Platform {
	public state: VendastaState = northwind( Date.now() );

	public now(): Moment {
		return Date.now() + this.state.clock.offsetSeconds * 1000;
	}

	public reset(): void {
		this.state = northwind( Date.now() );
	}

	public user( id: string ): User | undefined {
		return this.state.users.find( ( user ) => user.id === id );
	}

	public displayName( user: User ): string {
		return `${ user.givenName } ${ user.familyName }`.trim() || user.email;
	}

	/** Everybody whom a list shows: deleted ones never, new ones once the index has them. */
	public listed(): User[] {
		const before = this.now() - this.state.switches.searchLagSeconds * 1000;
		return this.state.users.filter( ( user ) => ! user.isDeleted && user.createdAt <= before );
	}

	/**
	 * Judges a signed assertion, point by point.
	 *
	 * @param jwt What was sent.
	 */
	public judge( jwt: string ): Assertion {
		const parts = jwt.split( '.' );
		const header = decoded( parts[ 0 ] );
		if ( parts.length !== 3 || header.alg !== 'RS256' ) {
			return refused( 'invalid_request' );
		}
		const { account, switches } = this.state;
		const [ head, body, signature = '' ] = parts;
		const claims = decoded( body );
		const key = account.keys.find( ( one ) => one.id === header.kid && ! one.isDeleted );
		const isSigned = key !== undefined && createVerify( 'RSA-SHA256' ).update( `${ head }.${ body }` ).verify( key.publicKey, signature, 'base64url' );
		const isFromAccount = claims.iss === account.clientEmail && claims.sub === account.clientEmail && claims.aud === AUDIENCE;
		if ( ! isSigned || ! isFromAccount || ! this.isInTime( Number( claims.iat ), Number( claims.exp ) ) ) {
			return refused( 'invalid_grant' );
		}
		const asked = String( claims.scope ?? '' ).split( ' ' ).filter( ( scope ) => scope !== '' );
		const granted = asked.filter( ( scope ) => account.scopes.includes( scope ) );
		const isExcess = granted.length < asked.length && switches.excessScope === 'refused';
		return asked.length === 0 || isExcess ? refused( 'invalid_scope' ) : { fault: '', scopes: granted };
	}

	private isInTime( iat: number, exp: number ): boolean {
		const now = this.now() / 1000;
		return exp > now && exp <= now + MOST_ASSERTION_SECONDS + SKEW_SECONDS && iat <= now + SKEW_SECONDS;
	}

	public issue( scopes: readonly string[] ): Token & { readonly seconds: number } {
		const token: Token = {
			value: `lab-vendasta.${ randomBytes( 24 ).toString( 'base64url' ) }`,
			clientEmail: this.state.account.clientEmail,
			scopes: [ ...scopes ],
			expiresAt: this.now() + TOKEN_SECONDS * 1000,
		};
		this.state.tokens = [ ...this.state.tokens, token ].slice( -50 );
		return { ...token, seconds: TOKEN_SECONDS };
	}

	public token( value: string ): Token | undefined {
		return this.state.tokens.find( ( token ) => token.value === value && token.expiresAt > this.now() );
	}

	public send( user: User ): Mail {
		const mail: Mail = { userId: user.id, to: user.email, kind: 'welcome', at: this.now() };
		this.state.mails.push( mail );
		return mail;
	}

	/** A deleted user keeps its id and nothing else. */
	public delete( user: User ): void {
		Object.assign( user, { givenName: '', familyName: '', email: '', emailVerified: false, emailSet: false, phoneNumbers: [], businessLocations: [], platformAccess: [], isDeleted: true, updatedAt: this.now() } );
	}

	/** Whether somebody gets in with that address and sees something, and what is in the way if not: what the API never tells in one answer. */
	public tryLogin( email: string ): string {
		const users = this.state.users.filter( ( user ) => ! user.isDeleted && user.email.toLowerCase() === email.toLowerCase() );
		const [ user ] = users;
		const reasons: readonly ( readonly [ boolean, string ] )[] = [
			[ user === undefined, 'no-user' ],
			[ users.length > 1, 'several-users' ],
			[ user?.category === 'business' && user.businessLocations.length === 0, 'no-location' ],
			[ user?.category === 'partner' && user.platformAccess.length === 0, 'no-role' ],
			[ user?.emailVerified === false, 'unverified' ],
		];
		return reasons.find( ( [ isSo ] ) => isSo )?.[ 1 ] ?? 'in';
	}
}
