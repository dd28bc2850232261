import { Button } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';

import { CaseTable } from '../../components/case-table';
import { Failure, Stale } from '../../components/failure';
import { Page } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { formatNumber, stateWord } from '../../components/words';
import { boot } from '../../data/boot';
import { listOptions } from '../../data/list-options';
import { listCaseChoices } from '../../data/queries';
import { usePolling } from '../../data/use-polling';
import { useQuestion } from '../../data/use-question';
import { useNavigation, ViewLink } from '../../routing/navigation';
import { everyCase } from '../../routing/view';
import { BulkBar } from './bulk-bar';
import { ExportButton } from './export-button';
import { isNarrowed } from './filter';
import { Narrowing } from './narrowing';
import { Run } from './run';
import { useCaseList } from './use-case-list';
import { ViewOptions } from './view-options';

import type { CaseChoices, CasePage } from '../../data/queries';
import type { CaseListView, StateFilter } from '../../routing/view';
import type { More } from './use-case-list';

export const CasesScreen = ( { view }: { readonly view: CaseListView } ) => {
	const { go } = useNavigation();
	const { loaded, more, loadMore, retry, refresh } = useCaseList( view );
	// While another order or filter is read, the rows of before stay: whoever uses the keyboard keeps their place.
	const before = useRef< CasePage | null >( null );
	if ( loaded.status !== 'loading' ) {
		before.current = loaded.status === 'ready' ? loaded.value : null;
	}
	const page = loaded.status === 'ready' ? loaded.value : before.current;
	const isReading = loaded.status === 'loading' && page !== null;
	usePolling( {
		isDue: page !== null && ! isReading && mayMove( page, view ),
		restartKey: JSON.stringify( [ view, page?.rows[ 0 ]?.id, page?.rows[ 0 ]?.state ] ),
		onTick: refresh,
	} );

	const choices = useQuestion( 'choices', listCaseChoices ).loaded;
	const known = choices.status === 'ready' ? choices.value : null;

	const [ options, setOptions ] = useState( listOptions );
	const [ selected, setSelected ] = useState< ReadonlySet< number > >( new Set() );
	// What is not shown is not done: rows that a filter took away are selected no more.
	const chosen = ( page?.rows ?? [] ).filter( ( { id } ) => selected.has( id ) );
	const [ runs, setRuns ] = useState( 0 );
	const { manageCases } = boot().can;
	const order = { oldestFirst: view.oldestFirst, onChange: ( oldestFirst: boolean ) => go( { screen: 'cases', ...view, oldestFirst }, 'replace' ) };

	return (
		<Page
			title={ __( 'Cases', 'causeway' ) }
			tabTitle={ __( 'Cases', 'causeway' ) }
			actions={ page !== null && page.rows.length > 0 && <ExportButton view={ view } /> }
			lead={ <p>{ __( 'One person’s trouble with logging in is one case: its cause, the evidence, and the steps that fix it.', 'causeway' ) }</p> }
		>
			{ manageCases && <Run turn={ runs } onMoved={ () => void refresh() } /> }
			<StateTabs view={ view } choices={ known } count={ loaded.status === 'ready' ? loaded.value.totalCount : null } />
			<Narrowing
				view={ view }
				choices={ known }
				aside={ <ViewOptions options={ options } onChange={ setOptions } oldestFirst={ order.oldestFirst } onOrder={ order.onChange } /> }
			/>
			<div className={ `causeway-cases__result ${ isReading ? 'is-reading' : '' }` } aria-busy={ loaded.status === 'loading' }>
				<ResultAnnouncement count={ loaded.status === 'ready' ? loaded.value.totalCount : null } />
				{ loaded.status === 'loading' && page === null && <Skeleton bars={ [ 41, 61, 61, 61, 61, 61, 61 ] } /> }
				{ loaded.status === 'failed' && <Failure message={ loaded.message } onRetry={ retry } /> }
				{ loaded.status === 'ready' && <Stale because={ loaded.staleBecause } /> }
				{ page !== null && page.rows.length === 0 && <Nothing view={ view } choices={ known } /> }
				{ page !== null && page.rows.length > 0 && (
					<>
						<CaseTable
							caption={ view.oldestFirst ? __( 'Cases, oldest trouble first', 'causeway' ) : __( 'Cases, newest trouble first', 'causeway' ) }
							rows={ page.rows }
							without={ options.hidden }
							isCompact={ options.isCompact }
							order={ order }
							{ ...( manageCases ? { selection: { selected, onChange: setSelected } } : {} ) }
						/>
						<Rest page={ page } more={ more } onMore={ loadMore } />
						{ chosen.length > 0 && (
							<BulkBar
								rows={ chosen }
								shown={ page.rows.length }
								onSelectAll={ () => setSelected( new Set( page.rows.map( ( { id } ) => id ) ) ) }
								onClear={ () => setSelected( new Set() ) }
								onStarted={ () => {
									setSelected( new Set() );
									setRuns( runs + 1 );
								} }
							/>
						) }
					</>
				) }
			</div>
		</Page>
	);
};

/** Whether the list is likely to change while somebody looks: a case is worked on, or the first one is awaited. */
const mayMove = ( { rows }: CasePage, view: CaseListView ): boolean =>
	rows.length === 0 ? ! isNarrowed( view ) : rows.some( ( { state } ) => state === 'open' || state === 'fixing' );

const tabs: readonly StateFilter[] = [ 'unresolved', 'open', 'diagnosed', 'fixing', 'regressed', 'resolved', 'all' ];

const tabWord = ( state: StateFilter ): string => {
	switch ( state ) {
		case 'unresolved':
			return __( 'Unresolved', 'causeway' );
		case 'all':
			return __( 'All', 'causeway' );
		default:
			return stateWord( state );
	}
};

const countWord = ( count: number ): string => ( count >= 1000 ? __( '1,000+', 'causeway' ) : formatNumber( count ) );

interface StateTabsProps {
	readonly view: CaseListView;
	readonly choices: CaseChoices | null;
	/** Of the rows that are shown; null while they are read. */
	readonly count: number | null;
}

/** Counts only what is counted anyway: the shown list, and the unresolved cases. */
const StateTabs = ( { view, choices, count }: StateTabsProps ) => (
	<nav className="causeway-tabs" aria-label={ __( 'Cases by state', 'causeway' ) }>
		{ tabs.map( ( state ) => {
			const isCurrent = state === view.state;
			const shown = isCurrent ? count : null;
			const number = shown ?? ( state === 'unresolved' && ! isNarrowed( view ) ? choices?.overview.openCases ?? null : null );
			const hasCount = isCurrent || number !== null;
			return (
				<ViewLink key={ state } to={ { screen: 'cases', ...view, state } } isCurrent={ isCurrent } className="causeway-tabs__tab">
					{ tabWord( state ) }
					{ hasCount && <span className="causeway-tabs__count">{ number === null ? '' : countWord( number ) }</span> }
				</ViewLink>
			);
		} ) }
	</nav>
);

/** Says the size of the result to those who do not see the list change. */
const ResultAnnouncement = ( { count }: { readonly count: number | null } ) => (
	<p className="screen-reader-text" role="status">
		{ count === null
			? ''
			: sprintf(
					/* translators: %s: number of cases, or "1,000+". */
					_n( '%s case found', '%s cases found', count, 'causeway' ),
					countWord( count )
			  ) }
	</p>
);

interface RestProps {
	readonly page: CasePage;
	readonly more: More;
	readonly onMore: () => void;
}

const Rest = ( { page, more, onMore }: RestProps ) => (
	<div className="causeway-cases__rest">
		<span>
			{ sprintf(
				/* translators: 1: number of shown cases, 2: number of all cases that match, or "1,000+". */
				__( '%1$s of %2$s', 'causeway' ),
				formatNumber( page.rows.length ),
				countWord( page.totalCount )
			) }
		</span>
		{ page.nextCursor !== null && (
			<Button variant="secondary" __next40pxDefaultSize onClick={ onMore } isBusy={ more.status === 'loading' } disabled={ more.status === 'loading' } accessibleWhenDisabled>
				{ __( 'Load more', 'causeway' ) }
			</Button>
		) }
		{ more.status === 'failed' && <Failure message={ more.message } /> }
	</div>
);

interface NothingProps {
	readonly view: CaseListView;
	readonly choices: CaseChoices | null;
}

/** Nothing matches, nothing is left to do, or nothing has happened yet: three different pieces of news. */
const Nothing = ( { view, choices }: NothingProps ) => {
	if ( isNarrowed( view ) ) {
		return (
			<div className="causeway-empty">
				<h2>{ __( 'No case matches', 'causeway' ) }</h2>
				<p>{ __( 'Look for a part of the name or the e-mail address, or for the whole reference. Cases in another state are under “All”.', 'causeway' ) }</p>
				<ViewLink to={ { screen: 'cases', ...everyCase, state: 'all' } } className="components-button is-secondary">
					{ __( 'Clear the filter', 'causeway' ) }
				</ViewLink>
			</div>
		);
	}
	if ( choices?.everAny.edges.length === 0 ) {
		return <NothingYet choices={ choices } />;
	}
	return (
		<div className="causeway-empty">
			<h2>{ view.state === 'unresolved' ? __( 'Nobody is locked out', 'causeway' ) : __( 'No case in this state', 'causeway' ) }</h2>
			<p>
				{ view.state === 'unresolved'
					? __( 'There is no unresolved case. When a login is refused, it appears here within a minute, with its cause.', 'causeway' )
					: __( 'Cases in another state are under “All”.', 'causeway' ) }
			</p>
			<ViewLink to={ { screen: 'cases', ...everyCase, state: 'all' } } className="components-button is-secondary">
				{ __( 'Show all cases', 'causeway' ) }
			</ViewLink>
		</div>
	);
};

const NothingYet = ( { choices }: { readonly choices: CaseChoices | null } ) => {
	const remote = ( choices?.systems ?? [] ).filter( ( system ) => ! system.isLocal );
	return (
		<div className="causeway-empty causeway-empty--first">
			<div>
				<h2>{ __( 'No refused login yet', 'causeway' ) }</h2>
				<p>{ __( 'Causeway watches every way into this site: the WordPress login page, portal pages with their own form, and the APIs. Nothing is slowed down, and no password is kept.', 'causeway' ) }</p>
				<h3>{ __( 'Try it safely', 'causeway' ) }</h3>
				<ol>
					<li>{ __( 'Open the login page in a private window.', 'causeway' ) }</li>
					<li>{ __( 'Type the name of an account that you own, and a wrong password. Nothing changes in the account.', 'causeway' ) }</li>
					<li>{ __( 'Come back here: the case appears, with its reference and its cause.', 'causeway' ) }</li>
				</ol>
				<p className="causeway-empty__actions">
					<Button variant="primary" __next40pxDefaultSize href={ boot().loginUrl } target="_blank" rel="noopener noreferrer">
						{ __( 'Open the login page', 'causeway' ) }
					</Button>
					{ remote.length > 0 && (
						<ViewLink to={ { screen: 'connections', edit: null } } className="components-button is-secondary is-next-40px-default-size">
							{ __( 'Look at the connections', 'causeway' ) }
						</ViewLink>
					) }
				</p>
			</div>
		</div>
	);
};
