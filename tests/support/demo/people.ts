/**
 * Who the demo's people are and what each of them meets at the door. Names, addresses and CRM contacts are the lab's.
 */
import { PEOPLE, type PersonKey } from '../../lab/scenarios/northwind';

/** One password for everybody, so that a demo needs one line to say it. */
export const PASSWORD = 'northwind';

export const ADMIN = { user: 'greta', email: 'greta.holm@northwind.example', name: 'Greta Holm' } as const;

export type PortalStatus = 'active' | 'inactive' | 'approve';

export interface PortalPerson {
	readonly key: string;
	readonly email: string;
	readonly firstName: string;
	readonly lastName: string;
	/** Id of the CRM contact. */
	readonly crmId: string;
	/** Status of the row in the portal's table. */
	readonly status: PortalStatus;
	/** The person's real password; the one that everybody is told, unless forgetting it is the trouble. */
	readonly password: string;
	/** What happens on the portal page, for whoever tries the demo. */
	readonly sees: string;
	/** What is really wrong; '' where nothing is. */
	readonly trouble: string;
}

interface Place {
	readonly status?: PortalStatus;
	readonly password?: string;
	readonly sees: string;
	readonly trouble: string;
}

const GENERIC = '“Please contact your administrator”';
const WRONG = '“Invalid User Name / Password”';
const IN = { sees: 'the dashboard', trouble: '' };

/** By the lab's key; whom the lab knows and this list does not has no account in the portal. */
const PLACES: Partial< Record< PersonKey, Place > > = {
	fine: IN,
	lookalike: IN,
	mergedInto: IN,
	otherAddress: IN,
	quoted: IN,
	hostile: IN,
	blankEmail: IN,
	noUsername: IN,
	binned: { sees: GENERIC, trouble: 'the CRM contact is in the recycle bin' },
	purged: { sees: GENERIC, trouble: 'the CRM contact was deleted for good' },
	merged: { sees: GENERIC, trouble: 'the CRM contact was merged into another' },
	noAccount: { sees: GENERIC, trouble: 'the CRM contact has no Account' },
	nullEmail: { sees: GENERIC, trouble: 'the CRM contact has no e-mail address' },
	inactive: { status: 'inactive', sees: WRONG, trouble: 'the portal user is inactive' },
	awaiting: { status: 'approve', sees: WRONG, trouble: 'the portal user waits for approval' },
	wrongPassword: { password: 'she-forgot-this-one', sees: WRONG, trouble: 'a forgotten password' },
};

export const PORTAL_PEOPLE: readonly PortalPerson[] = ( Object.entries( PLACES ) as [ PersonKey, Place ][] ).map( ( [ key, place ] ) => {
	const { contactId, firstName, lastName, email } = PEOPLE[ key ];
	return { key, email, firstName, lastName, crmId: contactId, status: 'active', password: PASSWORD, ...place };
} );

/** Signed up, but has not been let in yet: known to the portal's waiting list alone. */
export const PENDING = { key: 'pending', email: 'pavel.hruska@brightwater.example', firstName: 'Pavel', lastName: 'Hruska' } as const;

/** A colleague with a WordPress user and no portal account: what goes wrong for her goes wrong on wp-login.php. */
export const EDITOR = { key: 'editor', user: 'edda', email: 'edda.brandt@northwind.example', firstName: 'Edda', lastName: 'Brandt', password: 'changed-last-week' } as const;
