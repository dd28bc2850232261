import type { SettingsChange } from '../../data/commands';
import type { Settings } from '../../data/types';

/** What is typed, as text where the field is text. */
export interface Draft {
	/** One address a line. */
	readonly recipients: string;
	readonly mailsEachCase: boolean;
	readonly stormGate: boolean;
	readonly portalPageIds: readonly number[];
	readonly attemptDays: string;
	readonly caseDays: string;
	readonly roles: Readonly< Record< string, readonly string[] > >;
}

/** As the server has them: least and most days. */
export const limits = { attemptDays: [ 14, 180 ], caseDays: [ 30, 1095 ] } as const;

export const mostRecipients = 5;

export const draftOf = ( settings: Settings ): Draft => ( {
	recipients: settings.areRecipientsUsual ? '' : settings.recipients.join( '\n' ),
	mailsEachCase: settings.mailsEachCase,
	stormGate: settings.stormGate,
	portalPageIds: settings.portalPages.map( ( { id } ) => id ),
	attemptDays: String( settings.attemptDays ),
	caseDays: String( settings.caseDays ),
	roles: Object.fromEntries( settings.roles.map( ( { role, capabilities } ) => [ role, capabilities ] ) ),
} );

export const addressesIn = ( text: string ): readonly string[] =>
	text
		.split( /[\s,;]+/ )
		.map( ( address ) => address.trim() )
		.filter( ( address ) => address !== '' );

/** Ids of the fields in which something cannot be saved as it is. */
export const faultsOf = ( draft: Draft ): ReadonlySet< 'recipients' | 'attemptDays' | 'caseDays' > => {
	const faults = new Set< 'recipients' | 'attemptDays' | 'caseDays' >();
	const addresses = addressesIn( draft.recipients );
	if ( addresses.length > mostRecipients || addresses.some( ( address ) => ! /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test( address ) ) ) {
		faults.add( 'recipients' );
	}
	for ( const field of [ 'attemptDays', 'caseDays' ] as const ) {
		const days = Number( draft[ field ] );
		const [ least, most ] = limits[ field ];
		if ( ! Number.isInteger( days ) || days < least || days > most ) {
			faults.add( field );
		}
	}
	return faults;
};

/** Viewing comes first: whoever may do something may also see it. */
export const withCapability = ( held: readonly string[], capability: string, isHeld: boolean ): readonly string[] => {
	if ( isHeld ) {
		return [ ...new Set( [ ...held, 'causeway_view', capability ] ) ];
	}
	return capability === 'causeway_view' ? [] : held.filter( ( one ) => one !== capability );
};

/** Of roles only what the person may change. */
const rolesOf = ( draft: Draft, { mayChangeRoles, roles }: Settings ): Pick< SettingsChange, 'roles' > =>
	mayChangeRoles ? { roles: Object.fromEntries( roles.filter( ( { isFixed } ) => ! isFixed ).map( ( { role } ) => [ role, draft.roles[ role ] ?? [] ] ) ) } : {};

export const changeOf = ( draft: Draft, settings: Settings ): SettingsChange => ( {
	recipients: addressesIn( draft.recipients ),
	portalPageIds: draft.portalPageIds,
	mailsEachCase: draft.mailsEachCase,
	stormGate: draft.stormGate,
	attemptDays: Number( draft.attemptDays ),
	caseDays: Number( draft.caseDays ),
	...rolesOf( draft, settings ),
} );
