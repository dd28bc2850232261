import { lazyScreen } from './lazy-screen';
// What nearly every screen needs comes with the first script, so that it is in no other one again.
import './components/badges';
import './components/moment';
import './components/page';
import './data/queries';
import './data/use-polling';
import './data/use-question';
import { NavigationProvider, useNavigation } from './routing/navigation';

import type { View } from './routing/view';

export const App = () => (
	<NavigationProvider>
		<Screen />
	</NavigationProvider>
);

const screens = {
	overview: lazyScreen( async () => ( await import( /* webpackChunkName: "overview" */ './screens/overview/screen' ) ).OverviewScreen ),
	cases: lazyScreen( async () => ( await import( /* webpackChunkName: "cases" */ './screens/cases/screen' ) ).CasesScreen ),
	case: lazyScreen( async () => ( await import( /* webpackChunkName: "case" */ './screens/case/screen' ) ).CaseScreen ),
	incidents: lazyScreen( async () => ( await import( /* webpackChunkName: "incidents" */ './screens/incidents/screen' ) ).IncidentsScreen ),
	incident: lazyScreen( async () => ( await import( /* webpackChunkName: "incident" */ './screens/incident/screen' ) ).IncidentScreen ),
	people: lazyScreen( async () => ( await import( /* webpackChunkName: "people" */ './screens/people/screen' ) ).PeopleScreen ),
	journal: lazyScreen( async () => ( await import( /* webpackChunkName: "journal" */ './screens/journal/screen' ) ).JournalScreen ),
	settings: lazyScreen( async () => ( await import( /* webpackChunkName: "settings" */ './screens/settings/screen' ) ).SettingsScreen ),
	connections: lazyScreen( async () => ( await import( /* webpackChunkName: "connections" */ './screens/connections/screen' ) ).ConnectionsScreen ),
	explain: lazyScreen( async () => ( await import( /* webpackChunkName: "explain" */ './screens/explain/screen' ) ).ExplainScreen ),
	catalog: lazyScreen( async () => ( await import( /* webpackChunkName: "catalog" */ './screens/catalog/screen' ) ).CatalogScreen ),
	entry: lazyScreen( async () => ( await import( /* webpackChunkName: "entry" */ './screens/catalog/entry' ) ).EntryScreen ),
} as const;

/** Reads the script of a view's screen, so that it is there when the screen is drawn. */
export const preload = ( { screen }: View ): Promise< void > => screens[ screen ].preload();

/** Keys make a new screen of each case, system and cause, so that nothing of the one before is left in it. */
const Screen = () => {
	const { view } = useNavigation();
	switch ( view.screen ) {
		case 'overview':
			return <screens.overview />;
		case 'cases':
			return <screens.cases view={ view } />;
		case 'case':
			return <screens.case key={ view.id } id={ view.id } />;
		case 'incidents':
			return <screens.incidents isOver={ view.isOver } />;
		case 'incident':
			return <screens.incident key={ view.id } id={ view.id } />;
		case 'people':
			return <screens.people cause={ view.cause } />;
		case 'journal':
			return <screens.journal />;
		case 'settings':
			return <screens.settings />;
		case 'connections':
			return <screens.connections edit={ view.edit } />;
		case 'explain':
			return <screens.explain />;
		case 'catalog':
			return <screens.catalog key={ view.system } view={ view } />;
		case 'entry':
			return <screens.entry key={ `${ view.system }/${ view.cause }` } system={ view.system } cause={ view.cause } />;
	}
};
