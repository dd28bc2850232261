import { Button } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';

import { ConfidenceBadge } from '../../components/badges';
import { ReadSteps } from '../../components/steps';
import { ViewLink } from '../../routing/navigation';

import type { ExplainedCause } from '../../data/commands';
import type { CauseTitle } from '../../data/queries';

/** So many are shown at first; a sentence that says little fits dozens. */
const shownAtFirst = 8;

interface CausesProps {
	/** Best first. */
	readonly causes: readonly ExplainedCause[];
	/** Every cause of the catalog; empty while it is read, or where it could not be. */
	readonly choices: readonly CauseTitle[];
	readonly opensFirst: boolean;
}

/** What a message can mean, each to be opened for its reasons and its steps. */
export const Causes = ( { causes, choices, opensFirst }: CausesProps ) => {
	const [ showsAll, setShowsAll ] = useState( false );
	const list = useRef< HTMLOListElement >( null );

	// The button is gone: whoever used it goes on where the list goes on.
	useEffect( () => {
		if ( showsAll ) {
			list.current?.children[ shownAtFirst ]?.querySelector( 'summary' )?.focus();
		}
	}, [ showsAll ] );

	const shown = showsAll ? causes : causes.slice( 0, shownAtFirst );
	const hidden = causes.length - shown.length;
	return (
		<>
			{ shown.length > 0 && (
				<ol ref={ list } className="causeway-explained__causes">
					{ shown.map( ( cause, index ) => (
						<li key={ `${ cause.system }/${ cause.cause }` }>
							<CauseItem cause={ cause } title={ choices.find( ( { ref } ) => ref === `${ cause.system }/${ cause.cause }` ) } isOpen={ index === 0 && opensFirst } />
						</li>
					) ) }
				</ol>
			) }
			{ hidden > 0 && (
				<p className="causeway-explained__more">
					<Button variant="secondary" __next40pxDefaultSize onClick={ () => setShowsAll( true ) }>
						{ sprintf(
							/* translators: %d: number of causes. */
							_n( 'Show %d more', 'Show %d more', hidden, 'causeway' ),
							hidden
						) }
					</Button>
				</p>
			) }
		</>
	);
};

interface CauseItemProps {
	readonly cause: ExplainedCause;
	readonly title: CauseTitle | undefined;
	readonly isOpen: boolean;
}

const CauseItem = ( { cause, title, isOpen }: CauseItemProps ) => {
	const systemTitle = title?.systemTitle ?? cause.system;
	return (
		<details className="causeway-explained__cause" open={ isOpen }>
			<summary>
				<span className="causeway-explained__summary">
					<span className="causeway-explained__title">{ cause.title }</span>
					<span className="causeway-explained__system">
						{ systemTitle } · <ConfidenceBadge confidence={ cause.confidence } />
					</span>
				</span>
			</summary>
			<div className="causeway-panel__body">
				<p>
					{ title?.meaning }{ ' ' }
					<ViewLink to={ { screen: 'entry', system: cause.system, cause: cause.cause } }>
						{ __( 'More about this cause', 'causeway' ) }
						<span className="screen-reader-text">: { cause.title }</span>
					</ViewLink>
				</p>
				{ cause.why.length > 0 && (
					<>
						<h3 className="causeway-cause__heading">{ __( 'Why it fits', 'causeway' ) }</h3>
						<ul className="causeway-sentences">
							{ cause.why.map( ( reason ) => (
								<li key={ reason }>{ reason }</li>
							) ) }
						</ul>
					</>
				) }
				<h3 className="causeway-cause__heading">{ __( 'How to fix it', 'causeway' ) }</h3>
				<ReadSteps steps={ cause.fixPath.map( ( step ) => ( { ...step, waitMinutes: null, note: '' } ) ) } systemTitle={ systemTitle } />
			</div>
		</details>
	);
};
