/**
 * Shapes of Zoho Desk's answers, member by member as its published schemas have them.
 */
import { json, type Answer } from '../http';
import type { Json, JsonObject } from '../json';
import type { Desk } from './desk';
import type { Contact, DeskField, HelpCenter, HelpCenterUser, Moment, Organisation, Trashed, TrashedTicket } from './state';

export type ErrorCode =
	| 'UNAUTHORIZED'
	| 'INVALID_OAUTH'
	| 'SCOPE_MISMATCH'
	| 'OAUTH_ORG_MISMATCH'
	| 'FORBIDDEN'
	| 'LICENSE_ACCESS_LIMITED'
	| 'URL_NOT_FOUND'
	| 'METHOD_NOT_ALLOWED'
	| 'INVALID_DATA'
	| 'EMPTY_PAYLOAD'
	| 'UNPROCESSABLE_ENTITY'
	| 'THRESHOLD_EXCEEDED'
	| 'TOO_MANY_REQUESTS';

const ERRORS: Readonly< Record< ErrorCode, { status: number; message: string } > > = {
	UNAUTHORIZED: { status: 401, message: 'You are not authorized to perform this operation.' },
	INVALID_OAUTH: { status: 401, message: 'The OAuth Token you provided is invalid.' },
	SCOPE_MISMATCH: { status: 403, message: 'The OAuth Token does not cover this operation.' },
	OAUTH_ORG_MISMATCH: { status: 403, message: 'The OAuth Token belongs to another organization.' },
	FORBIDDEN: { status: 403, message: 'You are not authorized to access this resource.' },
	LICENSE_ACCESS_LIMITED: { status: 403, message: 'Your edition does not support this operation.' },
	URL_NOT_FOUND: { status: 404, message: 'The URL you requested could not be found.' },
	METHOD_NOT_ALLOWED: { status: 405, message: 'The method is not allowed here.' },
	INVALID_DATA: { status: 422, message: 'The data does not comply to the validation restrictions defined.' },
	EMPTY_PAYLOAD: { status: 422, message: 'The request has no body.' },
	UNPROCESSABLE_ENTITY: { status: 422, message: 'The request cannot be carried out.' },
	THRESHOLD_EXCEEDED: { status: 429, message: 'The API credits of the day are used up.' },
	TOO_MANY_REQUESTS: { status: 429, message: 'Too many requests are under way.' },
};

export const refuse = ( errorCode: ErrorCode, more: JsonObject = {}, status = ERRORS[ errorCode ].status ): Answer =>
	json( status, { errorCode, message: ERRORS[ errorCode ].message, ...more } );

/**
 * A member that is wrong, by its JSON pointer.
 *
 * @param fieldName Such as `/helpCenterId`.
 * @param errorType What is wrong with it.
 */
export const invalid = ( fieldName: string, errorType: 'invalid' | 'missing' | 'duplicate' = 'invalid' ): Answer => refuse( 'INVALID_DATA', { errors: [ { fieldName, errorType, errorMessage: '' } ] } );

/** The answer to a record that is not there, in the form that the switch asks for. */
export const absent = ( desk: Desk ): Answer => {
	const { absentRecord } = desk.state.switches;
	return absentRecord === 'INVALID_DATA' ? invalid( '/id' ) : refuse( absentRecord );
};

export const massAction = ( rows: readonly { readonly id: string; readonly errorCode?: 'FORBIDDEN' | 'INVALID_DATA' | 'UNPROCESSABLE_ENTITY' }[] ): Answer =>
	json( 200, {
		results: rows.map( ( { id, errorCode } ) => ( {
			success: errorCode === undefined,
			id,
			errors: errorCode === undefined ? null : { errorCode, httpCode: errorCode === 'FORBIDDEN' ? 403 : 422, error: 'Restricted' },
		} ) ),
	} );

export class Shapes {
	public constructor( private readonly desk: Desk, private readonly base: string ) {}

	public contactRow( contact: Contact ): JsonObject {
		return {
			lastName: contact.lastName,
			firstName: contact.firstName,
			email: contact.email,
			secondaryEmail: contact.secondaryEmail,
			phone: contact.phone,
			mobile: null,
			type: null,
			ownerId: null,
			accountId: contact.accountId,
			accountCount: contact.accountId === null ? '0' : '1',
			photoURL: null,
			isAnonymous: this.yes( false ),
			webUrl: this.webUrl( contact ),
			createdTime: this.time( contact.createdAt ),
			isEndUser: this.yes( this.isEndUser( contact ) ),
			zohoCRMContact: contact.zohoCRMContact === null ? null : { ...contact.zohoCRMContact },
			id: contact.id,
			customerHappiness: { badPercentage: '0', okPercentage: '0', goodPercentage: '0' },
			isSpam: this.yes( contact.isSpam ),
		};
	}

	/**
	 * A contact whole.
	 *
	 * @param contact   The contact.
	 * @param isTrashed Whether it lies in the recycle bin.
	 * @param include   `accounts`, `owner`.
	 */
	public contactDetail( contact: Contact, isTrashed: boolean, include: readonly string[] ): JsonObject {
		const account = this.desk.state.accounts.find( ( one ) => one.id === contact.accountId );
		return {
			...this.contactRow( contact ),
			modifiedTime: this.time( contact.modifiedAt ),
			cf: { ...contact.cf },
			customFields: {},
			isFollowing: this.yes( false ),
			isDeleted: this.yes( false ),
			isTrashed: this.yes( isTrashed ),
			layoutId: `${ contact.id.slice( 0, 12 ) }000017`,
			layoutDetails: { id: `${ contact.id.slice( 0, 12 ) }000017`, layoutName: 'Contacts' },
			zip: null,
			country: null,
			city: null,
			state: null,
			street: null,
			twitter: null,
			facebook: null,
			description: null,
			title: null,
			...( include.includes( 'accounts' ) ? { account: account === undefined ? null : { ...account } } : {} ),
			...( include.includes( 'owner' ) ? { owner: null } : {} ),
		};
	}

	public userRow( user: HelpCenterUser ): JsonObject {
		return { ...this.userCommon( user ), emailAddress: user.email };
	}

	public userDetail( user: HelpCenterUser ): JsonObject {
		return {
			...this.userCommon( user ),
			contactId: user.contactId,
			email: [ { emailAddress: user.email, isVerified: this.yes( user.isVerified ), isPrimary: this.yes( true ) } ],
		};
	}

	public helpCenter( { id, name, url, isDefault, status }: HelpCenter ): JsonObject {
		return {
			id,
			name,
			url,
			isDefault: this.yes( isDefault ),
			status,
			logoUrl: null,
			departmentIds: [ `${ id.slice( 0, 12 ) }006907` ],
			locales: [ 'en' ],
			primaryLocale: 'en',
			isMultilingualEnabled: this.yes( false ),
			isEncodedPermalinkAllowed: this.yes( false ),
			helpCenterLocales: [ { name, locale: 'en', type: 'DEFAULT', status: 'ACCESIBLE_IN_HELPCENTER' } ],
		};
	}

	/**
	 * A row of the recycle bin.
	 *
	 * @param one     A contact or a ticket.
	 * @param include `deletedBy`, `department`.
	 */
	public trashed( one: Trashed | TrashedTicket, include: readonly string[] ): JsonObject {
		const agent = this.desk.state.agents.find( ( candidate ) => candidate.id === one.deletedById );
		const type = 'contact' in one ? 'Contacts' : 'Tickets';
		const name = 'contact' in one ? `${ one.contact.firstName ?? '' } ${ one.contact.lastName }`.trim() : one.subject;
		return {
			displayName: name.slice( 0, 100 ),
			departmentId: null,
			deletedById: one.deletedById,
			id: 'contact' in one ? one.contact.id : one.id,
			type: this.desk.state.switches.binType === 'list' ? [ type ] : type,
			deletedTime: new Date( one.deletedAt ).toISOString(),
			...( include.includes( 'deletedBy' )
				? { deletedBy: agent === undefined ? null : { photoURL: null, firstName: agent.firstName, lastName: agent.lastName, id: agent.id, email: agent.email } }
				: {} ),
			...( include.includes( 'department' ) ? { department: null } : {} ),
		};
	}

	public field( field: DeskField ): JsonObject {
		return {
			id: field.id,
			name: field.apiName,
			apiName: field.apiName,
			displayLabel: field.displayLabel,
			i18NLabel: field.displayLabel,
			type: field.type,
			maxLength: 100,
			isMandatory: this.yes( field.apiName === 'lastName' ),
			isCustomField: this.yes( field.isCustomField ),
			isEncryptedField: this.yes( false ),
			isPresence: this.yes( field.isPresence ),
			showToHelpCenter: this.yes( field.showToHelpCenter ),
		};
	}

	/** The older list of fields knows less. */
	public organisationField( field: DeskField ): JsonObject {
		const { isPresence: _, showToHelpCenter: __, ...rest } = this.field( field );
		return rest;
	}

	public organisation( { id, companyName, portalName, edition }: Organisation ): JsonObject {
		const nothing = [ 'alias', 'city', 'country', 'description', 'designation', 'employeeCountRange', 'fax', 'industry', 'migrationFrom', 'mobile', 'phoneNumber', 'preferredCommunicationChannels', 'preferredSolution', 'state', 'street', 'website', 'zip' ];
		return {
			...Object.fromEntries( nothing.map( ( name ): [ string, Json ] => [ name, null ] ) ),
			id,
			companyName,
			portalName,
			edition,
			portalURL: `${ this.base }/support/${ portalName }`,
			primaryContact: 'greta.falk@northwind.example',
			timeZone: 'Europe/Berlin',
			currencyCode: 'EUR',
			currencyLocale: 'de_DE',
			currencySymbol: '€',
			employeeCount: '40',
			faviconURL: null,
			logoURL: null,
			isAdminInOrg: true,
			isDefault: true,
			isPayloadEncryptionEnabled: false,
			isSandboxPortal: false,
		};
	}

	private userCommon( user: HelpCenterUser ): JsonObject {
		return {
			photoUrl: null,
			name: user.name,
			id: user.id,
			label: null,
			lastAccessedTime: user.lastAccessedAt === null ? null : new Date( user.lastAccessedAt ).toISOString(),
			[ this.desk.state.switches.userTypeName ]: user.userType,
			status: user.status,
		};
	}

	private isEndUser( contact: Contact ): boolean {
		return this.desk.usersOf( contact.id ).some( ( user ) => user.status !== 'DELETED' && ! user.awaitsApproval );
	}

	private webUrl( contact: Contact ): string {
		const name = Buffer.from( contact.id ).toString( 'hex' );
		return `${ this.base }/support/${ this.desk.state.organisation.portalName }/ShowHomePage.do#Contacts/dv/${ name }`;
	}

	private time( moment: Moment ): Json {
		return this.desk.state.switches.times === 'iso' ? new Date( moment ).toISOString() : moment;
	}

	private yes( value: boolean ): Json {
		return this.desk.state.switches.booleans === 'json' ? value : String( value );
	}
}
