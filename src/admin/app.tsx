import { NavigationProvider, useNavigation } from './routing/navigation';
import { CaseScreen } from './screens/case/screen';
import { CasesScreen } from './screens/cases/screen';
import { ConnectionsScreen } from './screens/connections/screen';
import { ExplainScreen } from './screens/explain/screen';

export const App = () => (
	<NavigationProvider>
		<Screen />
	</NavigationProvider>
);

/** Keys make a new screen of each case, so that nothing of the one before is left in it. */
const Screen = () => {
	const { view } = useNavigation();
	switch ( view.screen ) {
		case 'cases':
			return <CasesScreen view={ view } />;
		case 'case':
			return <CaseScreen key={ view.id } id={ view.id } />;
		case 'connections':
			return <ConnectionsScreen edit={ view.edit } />;
		case 'explain':
			return <ExplainScreen />;
	}
};
