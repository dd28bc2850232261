/**
 * Northwind Partners on Vendasta: customers' people and team members, each with one thing that keeps them out.
 */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { DAY_MS, DEFAULT_SWITCHES, type Moment, type User, type VendastaState } from './state';

export const PARTNER = 'NWND';

/** Made once a process: the connection signs with the private half, the simulator checks with the public one. */
const KEYS = generateKeyPairSync( 'rsa', {
	modulusLength: 2048,
	publicKeyEncoding: { type: 'spki', format: 'pem' },
	privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
} );

export const AUDIENCE = 'https://iam-prod.apigateway.co';

/** The service account, in the words of the key file that Partner Center hands out. */
export const ACCOUNT = {
	partnerId: PARTNER,
	clientEmail: 'causeway-lab@partner-service-account.apigateway.co',
	keyId: 'c41f7a52-2c0e-4d0b-9f55-0d1c5b7e88aa',
	privateKey: KEYS.privateKey,
};

/**
 * The file that Partner Center offers for download when a key is made.
 *
 * @param tokenUri Where tokens are given out.
 */
export const keyFile = ( tokenUri: string ): string =>
	JSON.stringify( {
		type: 'service_account',
		private_key_id: ACCOUNT.keyId,
		private_key: ACCOUNT.privateKey,
		client_email: ACCOUNT.clientEmail,
		token_uri: tokenUri,
		assertionHeaderData: { alg: 'RS256', kid: ACCOUNT.keyId },
		assertionPayloadData: { aud: AUDIENCE, iss: ACCOUNT.clientEmail, sub: ACCOUNT.clientEmail },
	} );

/** Everything that the account's role allows. */
export const SCOPES = [ 'user.admin', 'user.list', 'user.profile:read', 'user.contact:read', 'user.permission', 'user.permission:read', 'openid', 'profile', 'email', 'business' ];

export const LOCATIONS = { bakery: 'AG-4KQ7WZ3M', florist: 'AG-9TX2HB6L', garage: 'AG-MXX5P286VP' } as const;

interface Person {
	readonly id: string;
	readonly email: string;
}

const person = ( number: number, name: string ): Person => ( {
	id: `U-7d3c1f${ String( number ).padStart( 2, '0' ) }-5a0b-4e9d-8c61-2f4b9a0e6d${ String( number ).padStart( 2, '0' ) }`,
	email: name === '' ? '' : `${ name }@northwind.example`,
} );

/** By what is wrong with them. */
export const PEOPLE = {
	fine: person( 1, 'amelie.dubois' ),
	/** Customer of two businesses, one user. */
	several: person( 2, 'bram.visser' ),
	/** Never proved the mailbox. */
	unverified: person( 3, 'carla.rossi' ),
	/** Belongs to no business. */
	noLocation: person( 4, 'dieter.braun' ),
	/** Two users, one address, one business each. */
	twin: person( 5, 'elena.popova' ),
	/** No message can be sent. */
	noMail: person( 6, 'farid.haddad' ),
	/** An address and no user. */
	noUser: person( 7, 'greta.lindqvist' ),
	deleted: person( 8, 'hugo.martin' ),
	/** The user bears an address that the person no longer has. */
	oldAddress: person( 9, 'ines.moreau' ),
	/** Stored with capitals. */
	capitals: person( 10, 'jonas.keller' ),
	plusTag: person( 11, 'katja.novak+portal' ),
	team: person( 12, 'liam.oconnor' ),
	/** Team member without any access. */
	teamWithoutRole: person( 13, 'mira.sato' ),
	teamUnverified: person( 14, 'noah.berg' ),
	quoted: person( 15, "orla.o'brien" ),
	/** Of another partner's platform. */
	guest: person( 16, 'pavel.horak' ),
	hostile: person( 17, 'hostile' ),
	/** Belongs to a business, but no longer to the one of before. */
	moved: person( 18, 'quinn.fraser' ),
} as const;

export type PersonKey = keyof typeof PEOPLE;

/** The twin's second user. */
export const TWIN_ID = 'U-51e0a9c4-90d2-4b7f-a3f8-6c2d1e7b4f05';

/** What stands in the user whose mailbox is lost. */
export const OLD_ADDRESS = 'ines@former-provider.example';

const BOT = 'U-b07b07b0-0000-4000-8000-00000000b07b';

const NAMES: Record< PersonKey, readonly [ string, string ] > = {
	fine: [ 'Amélie', 'Dubois' ],
	several: [ 'Bram', 'Visser' ],
	unverified: [ 'Carla', 'Rossi' ],
	noLocation: [ 'Dieter', 'Braun' ],
	twin: [ 'Елена', 'Попова' ],
	noMail: [ 'Farid', 'Haddad' ],
	noUser: [ 'Greta', 'Lindqvist' ],
	deleted: [ 'Hugo', 'Martin' ],
	oldAddress: [ 'Inès', 'Moreau' ],
	capitals: [ 'Jonas', 'Keller' ],
	plusTag: [ 'Katja', 'Novák' ],
	team: [ 'Liam', 'O’Connor' ],
	teamWithoutRole: [ 'Mira', 'Sato' ],
	teamUnverified: [ 'Noah', 'Berg' ],
	quoted: [ 'Orla', 'O’Brien' ],
	guest: [ 'Pavel', 'Horák' ],
	hostile: [ '<img src=x>', '"><script>x' ],
	moved: [ 'Quinn', 'Fraser' ],
};

const ADMIN = [ 'pc:access', 'pc:canManageAccounts', 'pc:canAccessDashboard' ];

const CHANGES: Partial< Record< PersonKey, Partial< User > > > = {
	several: { businessLocations: [ LOCATIONS.bakery, LOCATIONS.florist ] },
	unverified: { emailVerified: false },
	noLocation: { businessLocations: [] },
	noMail: { emailSet: false },
	deleted: { givenName: '', familyName: '', email: '', emailVerified: false, emailSet: false, businessLocations: [], isDeleted: true },
	oldAddress: { email: OLD_ADDRESS, businessLocations: [ LOCATIONS.bakery, LOCATIONS.garage ] },
	capitals: { email: 'Jonas.Keller@Northwind.Example' },
	team: { category: 'partner', businessLocations: [], platformAccess: ADMIN },
	teamWithoutRole: { category: 'partner', businessLocations: [], platformAccess: [] },
	teamUnverified: { category: 'partner', businessLocations: [], platformAccess: ADMIN, emailVerified: false },
	guest: { partnerId: 'OTHR', businessLocations: [] },
	moved: { businessLocations: [ LOCATIONS.florist ] },
};

/**
 * New to the platform, a customer's person with everything in order.
 *
 * @param id    `U-…`
 * @param email Address.
 * @param now   Its time.
 */
export const newUser = ( id: string, email: string, now: Moment ): User => ( {
	id,
	partnerId: PARTNER,
	category: 'business',
	givenName: '',
	familyName: '',
	email,
	emailVerified: true,
	emailSet: email !== '',
	languageLocaleCode: 'en-US',
	timeZone: 'America/Regina',
	phoneNumbers: [],
	businessLocations: [ LOCATIONS.bakery ],
	platformAccess: [],
	createdAt: now,
	updatedAt: now,
	isDeleted: false,
} );

export const newId = (): string => `U-${ randomUUID() }`;

function userOf( key: PersonKey, now: Moment ): User {
	const { id, email } = PEOPLE[ key ];
	const [ givenName, familyName ] = NAMES[ key ];
	return { ...newUser( id, email, now - 90 * DAY_MS ), givenName, familyName, updatedAt: now - 20 * DAY_MS, ...CHANGES[ key ] };
}

/**
 * Builds the platform as it stands when the demo starts.
 *
 * @param now Its time.
 */
export function northwind( now: Moment ): VendastaState {
	const keys = ( Object.keys( PEOPLE ) as PersonKey[] ).filter( ( key ) => key !== 'noUser' );
	return {
		partner: { id: PARTNER, name: 'Northwind Partners', hasApi: true },
		account: {
			clientEmail: ACCOUNT.clientEmail,
			userId: BOT,
			keys: [ { id: ACCOUNT.keyId, publicKey: KEYS.publicKey, isDeleted: false } ],
			scopes: [ ...SCOPES ],
		},
		tokens: [],
		users: [
			{ ...newUser( BOT, ACCOUNT.clientEmail, now - 200 * DAY_MS ), category: 'bot', givenName: 'Causeway', businessLocations: [], platformAccess: [ 'pc:access', 'pc:canManageAdmins' ] },
			...keys.map( ( key ) => structuredClone( userOf( key, now ) ) ),
			{ ...newUser( TWIN_ID, PEOPLE.twin.email, now - 60 * DAY_MS ), givenName: 'Елена', familyName: 'Попова', businessLocations: [ LOCATIONS.garage ] },
		],
		locations: [
			{ id: LOCATIONS.bakery, name: 'Old Town Bakery', partnerId: PARTNER },
			{ id: LOCATIONS.florist, name: 'Rose & Thorn', partnerId: PARTNER },
			{ id: LOCATIONS.garage, name: 'Corner Garage', partnerId: PARTNER },
		],
		mails: [],
		clock: { offsetSeconds: 0 },
		switches: { ...DEFAULT_SWITCHES },
	};
}
