/**
 * Where a runnable step stands, from the first look to the outcome. Nothing is applied that was not previewed: `applying` can be reached
 * from `previewed` only, and carries the fingerprint of what was shown.
 */

import type { Answer } from '../data/answer';
import type { StepOutcome, StepPreview } from '../data/commands';

export type StepFlow =
	| { readonly stage: 'previewing' }
	| { readonly stage: 'no-preview'; readonly message: string }
	| { readonly stage: 'previewed'; readonly preview: StepPreview }
	| { readonly stage: 'applying'; readonly preview: StepPreview }
	| { readonly stage: 'applied'; readonly message: string }
	/** The system or the site said no, or could not be asked: nothing is known to have changed. */
	| { readonly stage: 'not-applied'; readonly message: string };

export type StepEvent =
	| { readonly type: 'preview' }
	| { readonly type: 'preview-answered'; readonly answer: Answer< StepPreview > }
	| { readonly type: 'confirm' }
	| { readonly type: 'outcome-answered'; readonly answer: Answer< StepOutcome > };

export const stepFlow = ( flow: StepFlow, event: StepEvent ): StepFlow => {
	switch ( event.type ) {
		case 'preview':
			return { stage: 'previewing' };
		case 'preview-answered':
			if ( flow.stage !== 'previewing' ) {
				return flow;
			}
			return event.answer.ok
				? { stage: 'previewed', preview: event.answer.value }
				: { stage: 'no-preview', message: event.answer.message };
		case 'confirm':
			return flow.stage === 'previewed' ? { stage: 'applying', preview: flow.preview } : flow;
		case 'outcome-answered':
			if ( flow.stage !== 'applying' ) {
				return flow;
			}
			if ( ! event.answer.ok ) {
				return { stage: 'not-applied', message: event.answer.message };
			}
			return { stage: event.answer.value.state === 'done' ? 'applied' : 'not-applied', message: event.answer.value.message };
	}
};

export interface ChangedField {
	readonly field: string;
	/** Null where the field is not there on that side. */
	readonly before: string | null;
	readonly after: string | null;
}

/** Rows of the before/after table, in the server's order; what stays the same stays in, as context. */
export const changedFields = ( { before, after }: Pick< StepPreview, 'before' | 'after' > ): readonly ChangedField[] =>
	[ ...new Set( [ ...Object.keys( before ), ...Object.keys( after ) ] ) ].map( ( field ) => ( {
		field,
		before: before[ field ] ?? null,
		after: after[ field ] ?? null,
	} ) );
