/** What the form holds while somebody edits a connection. */

import type { ConnectionChange } from '../../data/commands';
import type { ConnectionField } from '../../data/types';

export interface Draft {
	/** By field id; a secret is '' until something is typed, because the server never hands it out. */
	readonly values: Readonly< Record< string, string > >;
	/** Secrets that are to be forgotten. */
	readonly cleared: readonly string[];
	readonly mayWrite: boolean;
}

export const draftOf = ( fields: readonly ConnectionField[], mayWrite: boolean ): Draft => ( {
	values: Object.fromEntries( fields.map( ( field ) => [ field.id, field.value ?? '' ] ) ),
	cleared: [],
	mayWrite,
} );

/** Only what was changed: an untouched secret stays as it is, and what a constant fixes is not sent. */
export const changeOf = ( system: string, fields: readonly ConnectionField[], draft: Draft ): ConnectionChange => {
	const changed: Record< string, string > = {};
	for ( const field of fields ) {
		const value = ( draft.values[ field.id ] ?? '' ).trim();
		if ( field.isFixed ) {
			continue;
		}
		if ( field.kind === 'secret' ) {
			if ( value !== '' ) {
				changed[ field.id ] = value;
			} else if ( draft.cleared.includes( field.id ) ) {
				changed[ field.id ] = '';
			}
		} else if ( value !== ( field.value ?? '' ) || ! field.isSet ) {
			changed[ field.id ] = value;
		}
	}
	return { system, fields: changed, mayWrite: draft.mayWrite };
};

/** Required fields that are still empty, in the form's order. */
export const missingFields = ( fields: readonly ConnectionField[], draft: Draft ): readonly ConnectionField[] =>
	fields.filter( ( field ) => {
		const isKept = field.isFixed || ( field.kind === 'secret' && field.isSet && ! draft.cleared.includes( field.id ) );
		return field.required && ! isKept && ( draft.values[ field.id ] ?? '' ).trim() === '';
	} );
