import type { CaseFilter } from '../../data/schema.generated';
import type { CaseState } from '../../data/types';
import type { CaseListView, StateFilter } from '../../routing/view';

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

/** The list's address as the schema's filter. */
export const filterOf = ( view: CaseListView ): CaseFilter => ( {
	states: statesOf( view.state ),
	cause: view.cause === '' ? null : view.cause,
	system: view.system === '' ? null : view.system,
	search: view.search === '' ? null : view.search,
	knownPeopleOnly: ! view.includesUnknown,
} );

/** Whether anything but the state narrows the list. */
export const isNarrowed = ( view: CaseListView ): boolean =>
	view.search !== '' || view.cause !== '' || view.system !== '';
