import { addressesIn } from './draft';

import type { NoticeRuleChange } from '../../data/commands';
import type { NoticeRule } from '../../data/types';

/** A rule as it is typed, as text where the field is text. */
export interface RuleDraft {
	readonly name: string;
	readonly about: string;
	readonly cause: string;
	readonly people: string;
	readonly windowMinutes: string;
	/** `mail-immediate`, `mail-digest` or `webhook`. */
	readonly way: string;
	/** One address a line. */
	readonly recipients: string;
	readonly url: string;
	readonly secret: string;
	readonly namesPeople: boolean;
	readonly isUrgent: boolean;
	readonly isOn: boolean;
}

export type RuleField = 'name' | 'people' | 'windowMinutes' | 'recipients' | 'url' | 'secret' | 'cause';

/** As the server has them. */
export const windowChoices = [ 15, 60, 240, 1_440, 10_080 ] as const;

export const ruleDraftOf = ( rule: NoticeRule | null ): RuleDraft => ( {
	name: rule?.name ?? '',
	about: rule?.about ?? 'refused',
	cause: rule?.cause ?? '',
	people: String( rule?.people ?? 3 ),
	windowMinutes: String( rule?.windowMinutes ?? 60 ),
	way: rule?.channel === 'webhook' ? 'webhook' : `mail-${ rule?.pace ?? 'immediate' }`,
	recipients: ( rule?.recipients ?? [] ).join( '\n' ),
	url: '',
	secret: '',
	namesPeople: rule?.namesPeople ?? false,
	isUrgent: rule?.isUrgent ?? false,
	isOn: rule?.isOn ?? true,
} );

export const ruleChangeOf = ( draft: RuleDraft ): NoticeRuleChange => {
	const isWebhook = draft.way === 'webhook';
	return {
		name: draft.name.trim(),
		about: draft.about,
		cause: draft.cause,
		people: Number( draft.people ),
		windowMinutes: Number( draft.windowMinutes ),
		channel: isWebhook ? 'webhook' : 'mail',
		pace: draft.way === 'mail-digest' ? 'digest' : 'immediate',
		recipients: isWebhook ? [] : addressesIn( draft.recipients ),
		...( isWebhook && ( draft.url !== '' || draft.secret !== '' ) ? { url: draft.url.trim(), secret: draft.secret.trim() } : {} ),
		namesPeople: draft.namesPeople,
		isUrgent: draft.isUrgent,
		isOn: draft.isOn,
	};
};

/** Fields in which something cannot be saved as it is. */
export const ruleFaultsOf = ( draft: RuleDraft, isNewWebhook: boolean ): ReadonlySet< RuleField > => {
	const faults = new Set< RuleField >();
	const people = Number( draft.people );
	if ( draft.name.trim() === '' ) {
		faults.add( 'name' );
	}
	if ( ! Number.isInteger( people ) || people < 1 || people > 100_000 ) {
		faults.add( 'people' );
	}
	if ( draft.way === 'webhook' && ( isNewWebhook || draft.url !== '' || draft.secret !== '' ) ) {
		if ( ! /^https?:\/\/\S+$/.test( draft.url.trim() ) ) {
			faults.add( 'url' );
		}
		if ( ! /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test( draft.secret.trim() ) ) {
			faults.add( 'secret' );
		}
	}
	return faults;
};

/** A fresh secret of 32 bytes, in the form that Standard Webhooks gives secrets. */
export const newSecret = (): string => `whsec_${ btoa( String.fromCharCode( ...window.crypto.getRandomValues( new Uint8Array( 32 ) ) ) ) }`;
