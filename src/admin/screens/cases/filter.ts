import type { CaseFilter } from '../../data/schema.generated';
import type { CaseState } from '../../data/types';
import type { CaseListView, Since, StateFilter } from '../../routing/view';

const statesOf = ( state: StateFilter ): CaseState[] => {
	switch ( state ) {
		case 'all':
			return [];
		case 'unresolved':
			return [ 'open', 'diagnosed', 'fixing', 'regressed' ];
		default:
			return [ state ];
	}
};

const day = 86_400;
const secondsOf: Readonly< Record< Exclude< Since, '' >, number > > = { day, week: 7 * day, month: 30 * day };

/** The list's address as the schema's filter. `now` in Unix seconds. */
export const filterOf = ( view: CaseListView, now: number ): CaseFilter => ( {
	states: statesOf( view.state ),
	cause: view.cause === '' ? null : view.cause,
	system: view.system === '' ? null : view.system,
	search: view.search === '' ? null : view.search,
	knownPeopleOnly: ! view.includesUnknown,
	incident: view.incident === 0 ? null : view.incident,
	role: view.role === '' ? null : view.role,
	since: view.since === '' ? null : now - secondsOf[ view.since ],
} );

/** How many filters narrow the list, beside its state and the search. */
export const filterCount = ( { cause, system, role, incident, since, includesUnknown }: CaseListView ): number =>
	[ cause !== '' || system !== '', role !== '', incident !== 0, since !== '', includesUnknown ].filter( Boolean ).length;

/** Whether anything but the state narrows the list. */
export const isNarrowed = ( view: CaseListView ): boolean =>
	view.search !== '' || filterCount( { ...view, includesUnknown: false } ) > 0;
