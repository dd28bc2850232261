import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { boot } from '../data/boot';
import { useNavigation } from '../routing/navigation';

import type { ReactNode } from 'react';

interface PageProps {
	readonly title: ReactNode;
	/** Plain text for the browser's tab. */
	readonly tabTitle: string;
	/** One paragraph under the heading, or a row of facts. */
	readonly lead?: ReactNode;
	readonly above?: ReactNode;
	readonly actions?: ReactNode;
	readonly children: ReactNode;
}

/** Frame of every screen: one heading, which takes the focus when the screen came without a page load. */
export const Page = ( { title, tabTitle, lead, above, actions, children }: PageProps ) => {
	const heading = useRef< HTMLHeadingElement >( null );
	const { hasNavigated } = useNavigation();
	const takesFocus = useRef( hasNavigated );

	useEffect( () => {
		if ( takesFocus.current ) {
			heading.current?.focus( { preventScroll: true } );
		}
	}, [] );

	useEffect( () => {
		document.title = boot().titlePattern.replace(
			'%s',
			/* translators: %s: name of a screen, or of a person whose case is shown. */
			() => sprintf( __( '%s – Causeway', 'causeway' ), tabTitle )
		);
	}, [ tabTitle ] );

	return (
		<div className="causeway-page">
			{ above }
			<header className="causeway-page__header">
				<h1 ref={ heading } tabIndex={ -1 } className="causeway-page__title">
					{ title }
				</h1>
				{ actions !== undefined && <div className="causeway-page__actions">{ actions }</div> }
			</header>
			{ lead !== undefined && <div className="causeway-page__lead">{ lead }</div> }
			{ children }
		</div>
	);
};

interface PanelProps {
	readonly title: string;
	readonly aside?: ReactNode;
	readonly className?: string;
	readonly children: ReactNode;
}

/** One titled box of a screen. */
export const Panel = ( { title, aside, className = '', children }: PanelProps ) => (
	<section className={ `causeway-panel ${ className }` }>
		<div className="causeway-panel__header">
			<h2 className="causeway-panel__title">{ title }</h2>
			{ aside }
		</div>
		<div className="causeway-panel__body">{ children }</div>
	</section>
);
