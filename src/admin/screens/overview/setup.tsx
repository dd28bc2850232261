import { Button, Icon } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { check } from '@wordpress/icons';

import { Panel } from '../../components/page';
import { boot } from '../../data/boot';
import { readSetup } from '../../data/queries';
import { useQuestion } from '../../data/use-question';
import { ViewLink } from '../../routing/navigation';

import type { ReactNode } from 'react';
import type { SetupState } from '../../data/types';

const hiddenKey = 'causeway-setup-hidden';

/** A browser may forbid its storage; then the steps come back, which does no harm. */
const wasHidden = (): boolean => {
	try {
		return window.localStorage.getItem( hiddenKey ) === '1';
	} catch {
		return false;
	}
};

const hide = (): void => {
	try {
		window.localStorage.setItem( hiddenKey, '1' );
	} catch {
		// It is hidden until the page is loaded anew.
	}
};

export interface SetupStep {
	readonly id: 'page' | 'block' | 'connection' | 'try';
	readonly isDone: boolean;
}

/** What is done of the way to a first right diagnosis. */
export const stepsOf = ( { setup, connections, everAny }: SetupState ): readonly SetupStep[] => [
	{ id: 'page', isDone: setup.pages.length > 0 },
	{ id: 'block', isDone: setup.pages.some( ( { hasBlock } ) => hasBlock ) },
	{ id: 'connection', isDone: connections.some( ( { conditions } ) => conditions.length > 0 && conditions.every( ( { status } ) => status !== 'false' ) ) },
	{ id: 'try', isDone: everAny.edges.length > 0 },
];

/** From activation to a first right diagnosis. Goes by itself once all is done; until then it can be put away. */
export const Setup = () => {
	const { loaded } = useQuestion( 'setup', readSetup );
	const [ isHidden, setIsHidden ] = useState( wasHidden );
	if ( isHidden || loaded.status !== 'ready' || ! boot().can.manageConnections ) {
		return null;
	}
	const steps = stepsOf( loaded.value );
	const left = steps.filter( ( { isDone } ) => ! isDone ).length;
	return left === 0 ? null : (
		<Panel
			title={ __( 'Set up Causeway', 'causeway' ) }
			aside={
				<Button
					variant="link"
					onClick={ () => {
						hide();
						setIsHidden( true );
					} }
				>
					{
						/* translators: %d: number of steps. */
						sprintf( _n( 'Hide (%d step left)', 'Hide (%d steps left)', left, 'causeway' ), left )
					}
				</Button>
			}
		>
			<ol className="causeway-steps">
				{ steps.map( ( { id, isDone }, index ) => (
					<li key={ id } className={ `causeway-step ${ isDone ? 'is-done' : '' }` }>
						<span className="causeway-step__marker" aria-hidden="true">
							{ isDone ? <Icon icon={ check } size={ 20 } /> : index + 1 }
						</span>
						<div className="causeway-step__content">
							<StepText id={ id } isDone={ isDone } state={ loaded.value } />
						</div>
					</li>
				) ) }
			</ol>
		</Panel>
	);
};

const StepText = ( { id, isDone, state }: SetupStep & { readonly state: SetupState } ) => {
	const [ page ] = state.setup.pages;
	switch ( id ) {
		case 'page':
			return (
				<Step title={ __( 'Find the page where people log in', 'causeway' ) } isDone={ isDone }>
					{ page === undefined
						? __( 'No page with a known portal’s form was found. WordPress’s own login page is watched anyway; put the “Login error” block on the page where your clients log in.', 'causeway' )
						: foundText( page.title, state.setup.portal ) }
				</Step>
			);
		case 'block':
			return (
				<Step title={ __( 'Place the login error block above the form', 'causeway' ) } isDone={ isDone }>
					{ ! isDone && __( 'There a person who is refused reads what to do, and a reference to give to you.', 'causeway' ) }
					{ ! isDone && page !== undefined && page.editUrl !== null && (
						<Button variant="secondary" size="compact" href={ page.editUrl }>
							{
								/* translators: %s: title of a page. */
								sprintf( __( 'Edit “%s”', 'causeway' ), page.title )
							}
						</Button>
					) }
				</Step>
			);
		case 'connection':
			return (
				<Step title={ __( 'Connect the system behind the portal, and test it', 'causeway' ) } isDone={ isDone }>
					{ isDone ? (
						state.connections.map( ( { systemTitle } ) => systemTitle ).join( ', ' )
					) : (
						<>
							{ __( 'Causeway looks there, read-only, when somebody was refused. Each field says where to find what it wants.', 'causeway' ) }
							<ViewLink to={ { screen: 'connections', edit: null } } className="components-button is-secondary is-compact">
								{ __( 'Open the connections', 'causeway' ) }
							</ViewLink>
						</>
					) }
				</Step>
			);
		case 'try':
			return (
				<Step title={ __( 'Try it safely', 'causeway' ) } isDone={ isDone }>
					{ ! isDone && (
						<>
							{ __( 'In a private window, type the name of an account that you own and a wrong password. Nothing changes in the account; the case appears here with its cause.', 'causeway' ) }
							<Button variant="secondary" size="compact" href={ boot().loginUrl } target="_blank" rel="noopener noreferrer">
								{ __( 'Open the login page', 'causeway' ) }
								<span className="screen-reader-text">{ __( '(opens in a new tab)', 'causeway' ) }</span>
							</Button>
						</>
					) }
				</Step>
			);
	}
};

const foundText = ( title: string, portal: string | null ): string =>
	portal === null
		? /* translators: %s: title of a page. */
		  sprintf( __( 'Found: “%s”.', 'causeway' ), title )
		: /* translators: 1: title of a page, 2: name of a portal. */
		  sprintf( __( 'Found: “%1$s”, %2$s.', 'causeway' ), title, portal );

interface StepProps {
	readonly title: string;
	readonly isDone: boolean;
	readonly children: ReactNode;
}

const Step = ( { title, isDone, children }: StepProps ) => (
	<>
		<h3 className="causeway-step__title">
			{ title }
			{ isDone && <span className="screen-reader-text"> { __( '(done)', 'causeway' ) }</span> }
		</h3>
		<div className="causeway-setup__text">{ children }</div>
	</>
);
