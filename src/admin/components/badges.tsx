import { confidenceMeaning, confidenceWord, stateWord } from './words';

import type { CaseState, Confidence } from '../data/types';

export const StateBadge = ( { state }: { readonly state: CaseState } ) => (
	<span className={ `causeway-state causeway-state--${ state }` }>{ stateWord( state ) }</span>
);

export const ConfidenceBadge = ( { confidence }: { readonly confidence: Confidence } ) => (
	<span className={ `causeway-confidence causeway-confidence--${ confidence }` } title={ confidenceMeaning( confidence ) }>
		{ confidenceWord( confidence ) }
	</span>
);

/** Read out over the phone and typed again: fixed width, never broken over two lines, left to right. */
export const Reference = ( { reference }: { readonly reference: string } ) => (
	<code className="causeway-reference" dir="ltr">
		{ reference }
	</code>
);
