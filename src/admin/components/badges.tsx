import { confidenceMeaning, confidenceWord, incidentStateWord, stateWord } from './words';

import type { CaseState, Confidence, IncidentState } from '../data/types';

export const StateBadge = ( { state }: { readonly state: CaseState } ) => (
	<span className={ `causeway-state causeway-state--${ state }` }>{ stateWord( state ) }</span>
);

export const IncidentBadge = ( { state }: { readonly state: IncidentState } ) => (
	<span className={ `causeway-state causeway-state--${ state === 'open' ? 'regressed' : state }` }>{ incidentStateWord( state ) }</span>
);

export const ConfidenceBadge = ( { confidence }: { readonly confidence: Confidence } ) => (
	<span className={ `causeway-confidence causeway-confidence--${ confidence }` } title={ confidenceMeaning( confidence ) }>
		{ confidenceWord( confidence ) }
	</span>
);

/** Read out over the phone and typed again: fixed width, never broken over two lines, left to right. Nothing where nobody was refused yet. */
export const Reference = ( { reference }: { readonly reference: string } ) =>
	reference === '' ? null : (
		<code className="causeway-reference" dir="ltr">
			{ reference }
		</code>
	);
