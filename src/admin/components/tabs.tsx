import { ViewLink } from '../routing/navigation';

import type { View } from '../routing/view';

interface TabsProps {
	/** What the tabs choose between, for those who do not see them. */
	readonly label: string;
	readonly tabs: ReadonlyArray< { readonly to: View; readonly word: string; readonly isCurrent: boolean } >;
}

/** Views of one list, side by side; links, so that each can be opened by its address. */
export const Tabs = ( { label, tabs }: TabsProps ) => (
	<nav className="causeway-tabs" aria-label={ label }>
		{ tabs.map( ( { to, word, isCurrent } ) => (
			<ViewLink key={ word } to={ to } isCurrent={ isCurrent } className="causeway-tabs__tab">
				{ word }
			</ViewLink>
		) ) }
	</nav>
);
