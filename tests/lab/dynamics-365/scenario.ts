/**
 * Northwind Partners in Dynamics 365: a dozen people whose portal logins work or fail, each for one reason.
 */
import type { Application, Column, ColumnType, Depth, EnvironmentState, Moment, Row, SystemUser } from './state';

const guid = ( kind: number, number: number ): string =>
	`${ ( 0x5a1e0000 + kind * 0x100 + number ).toString( 16 ) }-7c2d-ef11-9f89-6045bdece${ ( 0x800 + number ).toString( 16 ) }`;

export const TENANT = '7f3d1c52-0b8e-4a66-9d21-c5e8a3b4f019';
export const ORG = { id: guid( 1, 1 ), name: 'Northwind Partners', businessUnitId: guid( 1, 2 ) };
export const SALES_UNIT = guid( 1, 3 );

export const ACCOUNTS = {
	alder: { id: guid( 2, 1 ), name: 'Alder & Finch' },
	brightwater: { id: guid( 2, 2 ), name: 'Brightwater Supply' },
	cormorant: { id: guid( 2, 3 ), name: 'Cormorant Shipping' },
	dunes: { id: guid( 2, 4 ), name: 'Dunes Hospitality' },
	ember: { id: guid( 2, 5 ), name: 'Ember Ceramics' },
} as const;

export const USERS = {
	admin: { id: guid( 3, 1 ), fullName: 'Farah Nordin' },
	causeway: { id: guid( 3, 2 ), fullName: '# Causeway' },
	portal: { id: guid( 3, 3 ), fullName: '# Portal' },
} as const;

/** The app registration of Causeway's own connection. */
export const CAUSEWAY = { tenantId: TENANT, clientId: '2b6f0cc9-04d1-4e7a-8a35-9e1d7c40b862', clientSecret: 'lab~causeway.Q8secret-41f7' };

/** The portal's own: can be refused while Causeway's still works. */
export const PORTAL = { tenantId: TENANT, clientId: '91d4e3a7-5c20-4b18-b6f3-0a7e2d95c148', clientSecret: 'lab~portal.Q8secret-93ac' };

/** The column that a portal outside Microsoft's own takes as user name. */
export const USERNAME_COLUMN = 'nw_portalusername';

export type PersonKey =
	| 'fine'
	| 'binned'
	| 'purged'
	| 'merged'
	| 'mergedInto'
	| 'noAccount'
	| 'parentIsContact'
	| 'noEmail'
	| 'otherEmail'
	| 'inactive'
	| 'noUsername'
	| 'quoted'
	| 'twin'
	| 'twinToo'
	| 'neverInvited'
	| 'pending'
	| 'expired'
	| 'disabled'
	| 'locked'
	| 'wrongPassword'
	| 'external'
	| 'externalOnly'
	| 'unconfirmed'
	| 'roleless';

export interface Person {
	readonly contactId: string;
	readonly firstName: string;
	readonly lastName: string;
	/** The address that the portal knows. */
	readonly email: string;
	readonly account: keyof typeof ACCOUNTS | null;
}

const person = ( number: number, firstName: string, lastName: string, email: string, account: Person[ 'account' ] ): Person => ( {
	contactId: guid( 4, number ),
	firstName,
	lastName,
	email,
	account,
} );

export const PEOPLE: Readonly< Record< PersonKey, Person > > = {
	fine: person( 1, 'Maya', 'Lindqvist', 'maya.lindqvist@alderfinch.example', 'alder' ),
	binned: person( 2, 'Tomas', 'Okafor', 'tomas.okafor@brightwater.example', 'brightwater' ),
	purged: person( 3, 'Irene', 'Castellano', 'irene.castellano@cormorant.example', 'cormorant' ),
	merged: person( 4, 'Jon', 'Petrov', 'jon.petrov@dunes.example', 'dunes' ),
	mergedInto: person( 5, 'Jonathan', 'Petrov', 'jonathan.petrov@dunes.example', 'dunes' ),
	noAccount: person( 6, 'Priya', 'Raman', 'priya.raman@brightwater.example', null ),
	parentIsContact: person( 7, 'Wim', 'de Boer', 'wim.deboer@ember.example', null ),
	noEmail: person( 8, 'Oskar', 'Wind', 'oskar.wind@cormorant.example', 'cormorant' ),
	otherEmail: person( 9, 'Ruth', 'Adeyemi', 'ruth.adeyemi@dunes.example', 'dunes' ),
	inactive: person( 10, 'Hugo', 'Bergmann', 'hugo.bergmann@cormorant.example', 'cormorant' ),
	noUsername: person( 11, 'Victor', 'Amari', 'victor.amari@alderfinch.example', 'alder' ),
	quoted: person( 12, 'Sean', "O'Neil", "sean.o'neil@ember.example", 'ember' ),
	twin: person( 13, 'Lena', 'Sorensen', 'lena.sorensen@ember.example', 'ember' ),
	twinToo: person( 14, 'L.', 'Sorensen', 'lena.sorensen@ember.example', 'ember' ),
	neverInvited: person( 15, 'Bea', 'Kowalski', 'bea.kowalski@dunes.example', 'dunes' ),
	pending: person( 16, 'Nadia', 'Farouk', 'nadia.farouk@ember.example', 'ember' ),
	expired: person( 17, 'Ines', 'Moreau', 'ines.moreau@alderfinch.example', 'alder' ),
	disabled: person( 18, 'Gregor', 'Hall', 'gregor.hall@cormorant.example', 'cormorant' ),
	locked: person( 19, 'Amina', 'Diallo', 'amina.diallo@brightwater.example', 'brightwater' ),
	wrongPassword: person( 20, 'Clara', 'Whitfield', 'clara.whitfield@alderfinch.example', 'alder' ),
	external: person( 21, 'Kenji', 'Mori', 'kenji.mori@dunes.example', 'dunes' ),
	externalOnly: person( 22, 'Sofia', 'Greco', 'sofia.greco@ember.example', 'ember' ),
	unconfirmed: person( 23, 'Dario', 'Novak', 'dario.novak@alderfinch.example', 'alder' ),
	roleless: person( 24, 'Tove', 'Hansen', 'tove.hansen@cormorant.example', 'cormorant' ),
};

export const WEB_ROLE = { id: guid( 5, 1 ), name: 'Partner' };

const column = ( logicalName: string, type: ColumnType, label: string ): Column => ( { logicalName, type, label, isCustom: /^(adx|nw)_/.test( logicalName ), isSecured: false } );

/** Columns that Power Pages add to the contact. */
export const PORTAL_COLUMNS: readonly Column[] = [
	column( 'adx_identity_username', 'String', 'User Name' ),
	column( 'adx_identity_logonenabled', 'Boolean', 'Login Enabled' ),
	column( 'adx_identity_locallogindisabled', 'Boolean', 'Local Login Disabled' ),
	column( 'adx_identity_lockoutenabled', 'Boolean', 'Lockout Enabled' ),
	column( 'adx_identity_lockoutenddate', 'DateTime', 'Lockout End Date' ),
	column( 'adx_identity_accessfailedcount', 'Integer', 'Access Failed Count' ),
	column( 'adx_identity_emailaddress1confirmed', 'Boolean', 'Email Confirmed' ),
	column( 'adx_identity_lastsuccessfullogin', 'DateTime', 'Last Successful Login' ),
	column( 'adx_identity_twofactorenabled', 'Boolean', 'Two Factor Enabled' ),
	column( 'adx_identity_securitystamp', 'String', 'Security Stamp' ),
	column( 'adx_identity_passwordhash', 'String', 'Password Hash' ),
];

const COLUMNS: readonly Column[] = [
	column( 'contactid', 'Uniqueidentifier', 'Contact' ),
	column( 'fullname', 'String', 'Full Name' ),
	column( 'firstname', 'String', 'First Name' ),
	column( 'lastname', 'String', 'Last Name' ),
	column( 'emailaddress1', 'String', 'Email' ),
	column( 'emailaddress2', 'String', 'Email Address 2' ),
	column( 'emailaddress3', 'String', 'Email Address 3' ),
	column( 'telephone1', 'String', 'Business Phone' ),
	column( 'jobtitle', 'String', 'Job Title' ),
	column( 'description', 'Memo', 'Description' ),
	column( 'parentcustomerid', 'Customer', 'Company Name' ),
	column( 'masterid', 'Lookup', 'Master ID' ),
	column( 'merged', 'Boolean', 'Merged' ),
	column( 'statecode', 'State', 'Status' ),
	column( 'statuscode', 'Status', 'Status Reason' ),
	column( 'createdon', 'DateTime', 'Created On' ),
	column( 'modifiedon', 'DateTime', 'Modified On' ),
	column( 'owningbusinessunit', 'Lookup', 'Owning Business Unit' ),
	column( 'versionnumber', 'BigInt', 'Version Number' ),
	column( USERNAME_COLUMN, 'String', 'Portal user name' ),
];

/** What Causeway's role grants: reading everything, and the writes that the admin may allow. */
const ROLE: Readonly< Record< string, Depth > > = {
	prvReadContact: 'Global',
	prvWriteContact: 'Global',
	prvCreateContact: 'Global',
	prvAppendContact: 'Global',
	prvReadAccount: 'Global',
	prvAppendToAccount: 'Global',
	prvReadEntity: 'Global',
	prvReadRecycleBinConfig: 'Global',
	prvReadAuditSummary: 'Global',
	prvReadadx_invitation: 'Global',
	prvReadadx_externalidentity: 'Global',
	prvReadmspp_sitesetting: 'Global',
	prvReadadx_sitesetting: 'Global',
	prvReadpowerpagecomponent: 'Global',
	prvReadadx_webrole: 'Global',
};

const user = ( { id, fullName }: { id: string; fullName: string }, privileges: Readonly< Record< string, Depth > > ): SystemUser => ( {
	id,
	fullName,
	businessUnitId: ORG.businessUnitId,
	isDisabled: false,
	privileges: { ...privileges },
	readableColumns: [],
} );

const application = ( { clientId, clientSecret }: typeof CAUSEWAY, name: string, userId: string, now: Moment ): Application => ( {
	clientId,
	name,
	secrets: [ { value: clientSecret, expiresAt: now + 300 * 86_400_000 } ],
	userId,
} );

const days = ( count: number ): number => count * 86_400_000;

/** How Dataverse writes a moment: UTC, without fractions. */
export const iso = ( moment: Moment ): string => new Date( moment ).toISOString().replace( /\.\d+Z$/, 'Z' );

/** One contact with the portal columns of somebody who logs in every week. */
export function contactRow( { contactId, firstName, lastName, email, account }: Person, now: Moment, version: number ): Row {
	return {
		contactid: contactId,
		firstname: firstName,
		lastname: lastName,
		fullname: `${ firstName } ${ lastName }`,
		emailaddress1: email,
		emailaddress2: null,
		emailaddress3: null,
		telephone1: null,
		jobtitle: null,
		description: null,
		parentcustomerid: account === null ? null : { id: ACCOUNTS[ account ].id, table: 'account' },
		masterid: null,
		merged: false,
		statecode: 0,
		statuscode: 1,
		createdon: iso( now - days( 400 ) ),
		modifiedon: iso( now - days( 30 ) ),
		owningbusinessunit: { id: ORG.businessUnitId, table: 'businessunit' },
		versionnumber: version,
		[ USERNAME_COLUMN ]: email,
		adx_identity_username: email,
		adx_identity_logonenabled: true,
		adx_identity_locallogindisabled: false,
		adx_identity_lockoutenabled: true,
		adx_identity_lockoutenddate: null,
		adx_identity_accessfailedcount: 0,
		adx_identity_emailaddress1confirmed: true,
		adx_identity_lastsuccessfullogin: iso( now - days( 5 ) ),
		adx_identity_twofactorenabled: false,
		adx_identity_securitystamp: `stamp-${ contactId.slice( 0, 8 ) }`,
		adx_identity_passwordhash: 'never-to-be-read',
	};
}

/** Somebody who has no login on the portal. */
export const NO_LOGIN = {
	adx_identity_username: null,
	adx_identity_logonenabled: false,
	adx_identity_emailaddress1confirmed: false,
	adx_identity_lastsuccessfullogin: null,
	adx_identity_securitystamp: null,
	adx_identity_passwordhash: null,
} as const;

/** What differs from a working contact. */
const TROUBLES: Readonly< Partial< Record< PersonKey, ( now: Moment ) => Partial< Row > > > > = {
	merged: () => ( { merged: true, masterid: { id: PEOPLE.mergedInto.contactId, table: 'contact' }, statecode: 1, statuscode: 2 } ),
	parentIsContact: () => ( { parentcustomerid: { id: PEOPLE.fine.contactId, table: 'contact' } } ),
	noEmail: () => ( { emailaddress1: null } ),
	otherEmail: () => ( { emailaddress1: 'ruth@adeyemi.example', adx_identity_username: 'ruth@adeyemi.example' } ),
	inactive: () => ( { statecode: 1, statuscode: 2 } ),
	noUsername: () => ( { [ USERNAME_COLUMN ]: null } ),
	neverInvited: () => NO_LOGIN,
	pending: () => NO_LOGIN,
	expired: () => NO_LOGIN,
	disabled: () => ( { adx_identity_logonenabled: false } ),
	locked: ( now ) => ( { adx_identity_lockoutenddate: iso( now + 4 * 60_000 ), adx_identity_accessfailedcount: 0 } ),
	wrongPassword: () => ( { adx_identity_accessfailedcount: 3 } ),
	external: () => ( { adx_identity_username: null, adx_identity_passwordhash: null } ),
	externalOnly: () => ( { adx_identity_locallogindisabled: true, adx_identity_passwordhash: null } ),
	unconfirmed: () => ( { adx_identity_emailaddress1confirmed: false, adx_identity_lastsuccessfullogin: null } ),
};

/** Status reasons of an invitation. A redeemed one stays active, as the portal's published source sets it. */
export const INVITATION_SENT = 756150000;
export const INVITATION_REDEEMED = 756150001;

const invitation = ( number: number, who: Person, expiresAt: Moment, sentAt: Moment, version: number ): Row => ( {
	adx_invitationid: guid( 6, number ),
	adx_name: `${ who.firstName } ${ who.lastName }`,
	adx_invitationcode: `code-${ number }-that-nobody-may-read`,
	adx_invitecontact: { id: who.contactId, table: 'contact' },
	adx_redeemedcontact: null,
	adx_expirydate: iso( expiresAt ).slice( 0, 10 ),
	adx_type: 756150000,
	createdon: iso( sentAt ),
	statecode: 0,
	statuscode: INVITATION_SENT,
	versionnumber: version,
} );

const identity = ( number: number, who: Person, version: number ): Row => ( {
	adx_externalidentityid: guid( 7, number ),
	adx_contactid: { id: who.contactId, table: 'contact' },
	adx_username: `subject-of-${ who.lastName.toLowerCase() }`,
	adx_identityprovidername: 'https://login.microsoftonline.com/northwind/',
	createdon: '2025-02-01T09:00:00Z',
	versionnumber: version,
} );

const WEBSITE = guid( 8, 1 );

/** Power Pages' own defaults, as the site's settings state them. */
export const SITE_SETTINGS: Readonly< Record< string, string > > = {
	'Authentication/Registration/Enabled': 'true',
	'Authentication/Registration/LocalLoginEnabled': 'true',
	'Authentication/Registration/LocalLoginByEmail': 'false',
	'Authentication/Registration/ExternalLoginEnabled': 'true',
	'Authentication/Registration/InvitationEnabled': 'true',
	'Authentication/Registration/ResetPasswordEnabled': 'true',
	'Authentication/Registration/ResetPasswordRequiresConfirmedEmail': 'false',
	'Authentication/Registration/TriggerLockoutOnFailedPassword': 'true',
};

export const settingRow = ( number: number, name: string, value: string, website = WEBSITE ): Row => ( {
	id: guid( 9, number ),
	name,
	value,
	websiteid: { id: website, table: 'website' },
	versionnumber: number,
} );

/** Northwind's environment at a moment. */
export function northwind( now: Moment ): EnvironmentState {
	let version = 500_000;
	const keys = Object.keys( PEOPLE ) as PersonKey[];
	const rowOf = ( key: PersonKey ): Row => ( { ...contactRow( PEOPLE[ key ], now, ++version ), ...TROUBLES[ key ]?.( now ) } ) as Row;
	const rows = Object.fromEntries( keys.map( ( key ) => [ key, rowOf( key ) ] ) ) as Record< PersonKey, Row >;
	const gone: readonly PersonKey[] = [ 'binned', 'purged' ];
	const deletions = gone.map( ( key ) => ( { id: PEOPLE[ key ].contactId, version: ++version } ) );
	return {
		org: { ...ORG },
		tenantId: TENANT,
		contacts: keys.filter( ( key ) => ! gone.includes( key ) ).map( ( key ) => rows[ key ] ),
		accounts: Object.values( ACCOUNTS ).map( ( { id, name } ) => ( { accountid: id, name, statecode: 0, statuscode: 1, versionnumber: ++version } ) ),
		columns: [ ...COLUMNS, ...PORTAL_COLUMNS ].map( ( one ) => ( { ...one } ) ),
		bin: [ { row: rows.binned, deletedAt: now - days( 3 ) } ],
		tombstones: deletions,
		audits: gone.map( ( key, index ) => ( {
			id: guid( 10, index + 1 ),
			at: now - days( key === 'binned' ? 3 : 20 ),
			objectId: PEOPLE[ key ].contactId,
			operation: 3,
			userId: USERS.admin.id,
		} ) ),
		users: [ user( USERS.admin, { ...ROLE, prvDeleteContact: 'Global' } ), user( USERS.causeway, ROLE ), user( USERS.portal, ROLE ) ],
		applications: [ application( CAUSEWAY, 'Causeway', USERS.causeway.id, now ), application( PORTAL, 'Portal', USERS.portal.id, now ) ],
		tokens: [],
		invitations: [
			invitation( 1, PEOPLE.pending, now + days( 20 ), now - days( 2 ), ++version ),
			invitation( 2, PEOPLE.expired, now - days( 3 ), now - days( 40 ), ++version ),
		],
		identities: [ identity( 1, PEOPLE.external, ++version ), identity( 2, PEOPLE.externalOnly, ++version ) ],
		siteSettings: Object.entries( SITE_SETTINGS ).map( ( [ name, value ], index ) => settingRow( index + 1, name, value ) ),
		webRoles: [ { id: WEB_ROLE.id, name: WEB_ROLE.name, versionnumber: ++version } ],
		roleMembers: {
			[ WEB_ROLE.id ]: keys.filter( ( key ) => ! [ 'roleless', 'neverInvited', 'pending', 'expired', ...gone ].includes( key ) ).map( ( key ) => PEOPLE[ key ].contactId ),
		},
		recycleBin: { isOn: true, keepDays: 30 },
		changeTracking: { isOn: true, keepDays: 7 },
		auditing: { isOn: true },
		limits: { requests: 6_000, windowSeconds: 300, concurrent: 52 },
		calls: {},
		version,
		clock: { offsetSeconds: 0 },
		switches: {
			absentRecordCode: '0x80040217',
			unknownColumnCode: '0x80060888',
			privilegeCode: '0x80040220',
			unauthorisedBody: 'json',
			privilegeFunction: 'present',
			securedColumn: 'null',
			portalModel: 'mspp',
			throttleCode: 'present',
			ignoreWrites: false,
		},
	};
}
