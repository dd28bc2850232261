/**
 * Northwind Partners in HubSpot: the people of a partner portal, each with one thing that keeps them out.
 */
import { DAY_MS, DEFAULT_SWITCHES, type CrmRecord, type HubSpotState, type Moment, type Property } from './state';

export const PORTAL_ID = 44219873;

const READING = [ 'oauth', 'crm.objects.contacts.read', 'crm.objects.companies.read', 'crm.schemas.contacts.read', 'account-info.security.read' ];
const WRITING = [ 'crm.objects.contacts.write', 'crm.schemas.contacts.write' ];

/** Causeway's private app, and the one of the portal behind which HubSpot stands. */
export const CAUSEWAY = { name: 'causeway', token: 'pat-eu1-5c1e77aa-2b0d-4a51-9f0e-lab0causeway', scopes: [ ...READING, ...WRITING ] };
export const PORTAL = { name: 'portal', token: 'pat-eu1-0d9b31c4-77fe-4c02-8a4d-lab00000portal', scopes: [ ...READING, ...WRITING ] };

/** Causeway as a public app that Northwind installed. */
export const PUBLIC_APP = {
	clientId: '6b0f1c52-8d7e-4f7e-b1a5-lab0public0app',
	clientSecret: 'b7d5a3f0-66a4-4f51-93be-lab0public0secret',
	refreshToken: 'eu1-4e07-2d3c-lab0refresh0token',
};

interface PersonPlace {
	readonly id: string;
	readonly email: string;
}

const person = ( id: string, email: string ): PersonPlace => ( { id, email } );

/** By what is wrong with them. */
export const PEOPLE = {
	fine: person( '70215', 'clara.berg@northwind.example' ),
	/** Deleted a week ago. */
	binned: person( '70219', 'tomas.lind@northwind.example' ),
	/** Deleted, and another contact has the address by now. */
	replaced: person( '70223', 'nina.holm@northwind.example' ),
	replacement: person( '91407', 'nina.holm@northwind.example' ),
	/** Deleted for good: neither active nor in the bin. */
	purged: person( '70227', 'pavel.novak@northwind.example' ),
	/** Merged into `survivor`, which bears the address. */
	merged: person( '70231', 'mia.falk@northwind.example' ),
	survivor: person( '91411', 'mia.falk@northwind.example' ),
	noAccount: person( '70235', 'rosa.klein@northwind.example' ),
	noEmail: person( '70239', '' ),
	/** The card bears another address than the portal. */
	otherEmail: person( '70243', 'sofia@winther.example' ),
	/** The portal's address is only an additional one. */
	additional: person( '70247', 'jon.dahl@northwind.example' ),
	/** Belongs to another company than before. */
	moved: person( '70251', 'ewa.zielinska@northwind.example' ),
	/** No user name in the portal's field. */
	noUserName: person( '70255', 'otto.brandt@northwind.example' ),
	/** A member of private content who never set a password. */
	pending: person( '70259', 'lena.ek@northwind.example' ),
	/** Never invited to private content. */
	uninvited: person( '70263', 'karl.voss@northwind.example' ),
	/** A member whose access was switched off. */
	inactive: person( '70267', 'ines.prado@northwind.example' ),
	/** A member who logs in by an older address. */
	oldSignIn: person( '70271', 'hugo.roth@northwind.example' ),
	hostile: person( '70275', 'hostile@northwind.example' ),
} as const;

export type PersonKey = keyof typeof PEOPLE;

const NAMES: Record< PersonKey, readonly [ string, string ] > = {
	fine: [ 'Clara', 'Berg' ],
	binned: [ 'Tomas', 'Lind' ],
	replaced: [ 'Nina', 'Holm' ],
	replacement: [ 'Nina', 'Holm' ],
	purged: [ 'Pavel', 'Novák' ],
	merged: [ 'Mia', 'Falk' ],
	survivor: [ 'Mia', 'Falk' ],
	noAccount: [ 'Rosa', 'Klein' ],
	noEmail: [ 'Anders', 'Skov' ],
	otherEmail: [ 'Sofia', 'Winther' ],
	additional: [ 'Jon', 'Dahl' ],
	moved: [ 'Ewa', 'Zielińska' ],
	noUserName: [ 'Otto', 'Brandt' ],
	pending: [ 'Lena', 'Ek' ],
	uninvited: [ 'Karl', 'Voss' ],
	inactive: [ 'Inês', 'Prado' ],
	oldSignIn: [ 'Hugo', 'Roth' ],
	hostile: [ '<img src=x onerror=alert(1)>', '"><script>alert(2)</script>' ],
};

export const COMPANIES = {
	northwind: { id: '5301', name: 'Northwind Partners', domain: 'northwind.example' },
	southgate: { id: '5302', name: 'Southgate Trading', domain: 'southgate.example' },
} as const;

/** The contact property that the portal takes as user name. */
export const USER_NAME = 'portal_user_name';

const iso = ( moment: Moment ): string => new Date( moment ).toISOString();

/** New to the account, everything in order. */
export function newContact( id: string, email: string, now: Moment, properties: Record< string, string > = {} ): CrmRecord {
	const registeredAt = now - 200 * DAY_MS;
	const filled = {
		email,
		[ USER_NAME ]: email,
		hs_content_membership_status: 'active',
		hs_content_membership_email: email,
		hs_content_membership_registration_email_sent_at: iso( registeredAt - DAY_MS ),
		hs_content_membership_registered_at: iso( registeredAt ),
		...properties,
	};
	return {
		id,
		properties: Object.fromEntries( Object.entries( filled ).filter( ( [ , value ] ) => value !== '' ) ),
		createdAt: now - 300 * DAY_MS,
		updatedAt: now - 40 * DAY_MS,
		archivedAt: null,
		mergedIds: [],
		mergedInto: '',
		companies: [ COMPANIES.northwind.id ],
	};
}

const SIGN_IN = { hs_content_membership_email: '' };
const NOT_REGISTERED = { ...SIGN_IN, hs_content_membership_registered_at: '', hs_content_membership_status: '' };

const PROPERTIES: Partial< Record< PersonKey, Record< string, string > > > = {
	noEmail: SIGN_IN,
	additional: { email: 'jon@dahl.example', hs_additional_emails: 'jon.dahl@northwind.example' },
	noUserName: { [ USER_NAME ]: '' },
	pending: NOT_REGISTERED,
	uninvited: { ...NOT_REGISTERED, hs_content_membership_registration_email_sent_at: '' },
	inactive: { hs_content_membership_status: 'inactive' },
	oldSignIn: { hs_content_membership_email: 'hugo@old-northwind.example' },
};

function contactOf( key: PersonKey, now: Moment ): CrmRecord {
	const { id, email } = PEOPLE[ key ];
	const [ firstname, lastname ] = NAMES[ key ];
	const contact = newContact( id, email, now, { firstname, lastname, ...PROPERTIES[ key ] } );
	switch ( key ) {
		case 'binned':
			return { ...contact, archivedAt: now - 7 * DAY_MS };
		case 'replaced':
			return { ...contact, archivedAt: now - 20 * DAY_MS };
		case 'merged':
			return { ...contact, archivedAt: now - 5 * DAY_MS, mergedInto: PEOPLE.survivor.id };
		case 'survivor':
			return { ...contact, mergedIds: [ PEOPLE.merged.id ] };
		case 'noAccount':
			return { ...contact, companies: [] };
		case 'moved':
			return { ...contact, companies: [ COMPANIES.southgate.id ] };
		default:
			return contact;
	}
}

export const newProperty = ( name: string, now: Moment, changes: Partial< Property > = {} ): Property => ( {
	name,
	label: name,
	type: 'string',
	fieldType: 'text',
	groupName: 'contactinformation',
	description: '',
	hubspotDefined: false,
	createdAt: now - 400 * DAY_MS,
	updatedAt: now - 400 * DAY_MS,
	archivedAt: null,
	...changes,
} );

/** Properties that every account has, as far as they are asked about. */
const DEFINED: readonly ( readonly [ string, string, string ] )[] = [
	[ 'email', 'Email', 'string' ],
	[ 'firstname', 'First Name', 'string' ],
	[ 'lastname', 'Last Name', 'string' ],
	[ 'createdate', 'Create Date', 'datetime' ],
	[ 'lastmodifieddate', 'Last Modified Date', 'datetime' ],
	[ 'hs_object_id', 'Record ID', 'number' ],
	[ 'associatedcompanyid', 'Primary Associated Company ID', 'number' ],
	[ 'hs_additional_emails', 'Additional email addresses', 'enumeration' ],
	[ 'hs_merged_object_ids', 'Merged record IDs', 'enumeration' ],
	[ 'hs_content_membership_email', 'Member email', 'string' ],
	[ 'hs_content_membership_status', 'Status', 'enumeration' ],
	[ 'hs_content_membership_registered_at', 'Registered At', 'datetime' ],
	[ 'hs_content_membership_registration_email_sent_at', 'Time registration email was sent', 'datetime' ],
];

/**
 * Builds the account as it stands when the demo starts.
 *
 * @param now Its time.
 */
export function northwind( now: Moment ): HubSpotState {
	const keys = ( Object.keys( PEOPLE ) as PersonKey[] ).filter( ( key ) => key !== 'purged' );
	return {
		account: { portalId: PORTAL_ID, uiDomain: 'app-eu1.hubspot.com', dataHostingLocation: 'eu1', timeZone: 'Europe/Copenhagen', isEnterprise: true },
		privateApps: [ CAUSEWAY, PORTAL ].map( ( app ) => ( { ...app, scopes: [ ...app.scopes ] } ) ),
		publicApps: [
			{
				clientId: PUBLIC_APP.clientId,
				clientSecret: PUBLIC_APP.clientSecret,
				scopes: [ ...CAUSEWAY.scopes ],
				refreshTokens: [ { token: PUBLIC_APP.refreshToken, isRevoked: false } ],
			},
		],
		accessTokens: [],
		contacts: keys.map( ( key ) => contactOf( key, now ) ),
		companies: Object.values( COMPANIES ).map( ( { id, name, domain } ) => ( {
			...newContact( id, '', now ),
			properties: { name, domain },
			companies: [],
		} ) ),
		properties: [
			...DEFINED.map( ( [ name, label, type ] ) => newProperty( name, now, { label, type, hubspotDefined: true } ) ),
			newProperty( USER_NAME, now, { label: 'Portal user name' } ),
		],
		audit: [
			{
				id: '8801',
				at: now - 7 * DAY_MS,
				action: 'DELETE',
				category: 'CRM_OBJECT',
				objectId: PEOPLE.binned.id,
				userId: 1187,
				userEmail: 'tidy.admin@northwind.example',
			},
		],
		blocklist: [ PEOPLE.purged.email ],
		limits: { daily: 500_000, usedToday: 1_204, perTenSeconds: 190, searchesPerSecond: 5 },
		clock: { offsetSeconds: 0 },
		switches: { ...DEFAULT_SWITCHES },
		nextId: 200_001,
	};
}
