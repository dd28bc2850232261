import { SearchControl, SelectControl } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';

import { Failure } from '../../components/failure';
import { Page } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { detectionWord, formatNumber } from '../../components/words';
import { boot } from '../../data/boot';
import { listCatalog } from '../../data/queries';
import { useQuestion } from '../../data/use-question';
import { useNavigation, ViewLink } from '../../routing/navigation';
import { wholeCatalog } from '../../routing/view';
import { BackToCatalog } from './back';
import { found } from './search';
import { standingWord, Systems } from './systems';

import type { CatalogRow, CatalogSystem } from '../../data/queries';
import type { CatalogView, WayFilter } from '../../routing/view';

/** Everything that Causeway knows can keep somebody out: all systems, or the page of one. Needs no connection. */
export const CatalogScreen = ( { view }: { readonly view: CatalogView } ) => {
	const { loaded, retry } = useQuestion( 'catalog', listCatalog );
	const systems = loaded.status === 'ready' ? loaded.value : [];
	const system = systems.find( ( { id } ) => id === view.system );
	const shown = view.system === '' ? systems : systems.filter( ( { id } ) => id === view.system );
	const title = system?.title ?? __( 'Catalog', 'causeway' );
	const isIndex = view.system === '' && view.search === '' && view.way === '';
	return (
		<Page
			title={ title }
			tabTitle={ title }
			above={ view.system === '' ? undefined : <BackToCatalog /> }
			lead={ system === undefined ? <Lead isLoading={ view.system !== '' && loaded.status === 'loading' } /> : <Standing system={ system } /> }
		>
			{ loaded.status === 'loading' && <Skeleton bars={ [ 40, 420 ] } /> }
			{ loaded.status === 'failed' && <Failure message={ loaded.message } onRetry={ retry } /> }
			{ loaded.status === 'ready' && (
				<>
					<Narrowing view={ view } />
					{ isIndex ? <Systems systems={ systems } /> : <Found view={ view } rows={ found( shown.flatMap( ( { causes } ) => causes ), view ) } /> }
				</>
			) }
		</Page>
	);
};

const Lead = ( { isLoading }: { readonly isLoading: boolean } ) =>
	isLoading ? (
		<div className="causeway-case__facts causeway-skeleton__bar" aria-hidden="true" />
	) : (
		<p>{ __( 'Every cause that Causeway knows for a login that does not work, and what helps. A case says which one it is for one person.', 'causeway' ) }</p>
	);

/** Whether Causeway can look into a system, and what to do where it cannot. */
const Standing = ( { system }: { readonly system: CatalogSystem } ) => (
	<ul className="causeway-case__facts">
		<li>{ standingWord( system ) }</li>
		<li>{ causeCount( system.causes.length ) }</li>
		{ ! system.isLocal && ! system.isAskable && boot().can.manageConnections && (
			<li>
				<ViewLink to={ { screen: 'connections', edit: system.id } }>
					{
						/* translators: %s: name of a product, such as Zoho CRM. */
						sprintf( __( 'Connect %s', 'causeway' ), system.title )
					}
				</ViewLink>
			</li>
		) }
	</ul>
);

const causeCount = ( count: number ): string =>
	/* translators: %s: number of causes. */
	sprintf( _n( '%s cause', '%s causes', count, 'causeway' ), formatNumber( count ) );

const typingPauseMs = 200;

const wayWord = ( way: WayFilter ): string => {
	switch ( way ) {
		case '':
			return __( 'Found in any way', 'causeway' );
		case 'looking':
			return __( 'My connections can detect it', 'causeway' );
		case 'message':
			return detectionWord( 'message' );
		case 'connection':
			return detectionWord( 'connection' );
	}
};

const Narrowing = ( { view }: { readonly view: CatalogView } ) => {
	const { go } = useNavigation();
	const [ typed, setTyped ] = useState( view.search );

	useEffect( () => setTyped( view.search ), [ view.search ] );
	useEffect( () => {
		if ( typed.trim() === view.search ) {
			return undefined;
		}
		const timer = window.setTimeout( () => go( { screen: 'catalog', ...view, search: typed.trim() }, 'replace' ), typingPauseMs );
		return () => window.clearTimeout( timer );
	}, [ typed, view, go ] );

	return (
		<div className="causeway-narrowing causeway-narrowing--catalog" role="search">
			<SearchControl
				__nextHasNoMarginBottom
				className="causeway-narrowing__search"
				label={ __( 'Search the catalog', 'causeway' ) }
				placeholder={ __( 'Licence, recycle bin, an error code …', 'causeway' ) }
				value={ typed }
				onChange={ setTyped }
			/>
			<SelectControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				className="causeway-narrowing__select"
				label={ __( 'How it is found', 'causeway' ) }
				hideLabelFromVision
				value={ view.way }
				onChange={ ( way ) => go( { screen: 'catalog', ...view, way }, 'replace' ) }
				options={ ( [ '', 'looking', 'message', 'connection' ] as const ).map( ( way ) => ( { value: way, label: wayWord( way ) } ) ) }
			/>
		</div>
	);
};

const Found = ( { view, rows }: { readonly view: CatalogView; readonly rows: readonly CatalogRow[] } ) => (
	<div className="causeway-catalog">
		<p className="causeway-catalog__count" role="status">
			{ causeCount( rows.length ) }
		</p>
		{ rows.length === 0 && <Nothing view={ view } /> }
		{ Array.from( bySystem( rows ), ( [ systemTitle, causes ] ) => (
			<section key={ systemTitle } className="causeway-panel">
				{ view.system === '' && (
					<div className="causeway-panel__header">
						<h2 className="causeway-panel__title">{ systemTitle }</h2>
						<span className="causeway-panel__aside">{ causeCount( causes.length ) }</span>
					</div>
				) }
				<ul className="causeway-catalog__list">
					{ causes.map( ( row ) => (
						<li key={ row.ref }>
							<ViewLink to={ { screen: 'entry', system: row.system, cause: row.cause } } className="causeway-rowlink">
								{ row.title }
							</ViewLink>
							<span className="causeway-catalog__meaning">{ row.meaning }</span>
							<span className={ `causeway-detection causeway-detection--${ row.detection }` }>{ detectionWord( row.detection ) }</span>
						</li>
					) ) }
				</ul>
			</section>
		) ) }
	</div>
);

/** No such words, no such way of finding, or no such system: each has another way on. */
const Nothing = ( { view }: { readonly view: CatalogView } ) => (
	<div className="causeway-empty">
		<h2>{ view.search === '' ? __( 'No cause is found this way', 'causeway' ) : __( 'Nothing here has these words', 'causeway' ) }</h2>
		<p>
			{ view.search === ''
				? __( 'Look at the whole catalog, or choose another way of finding.', 'causeway' )
				: __( 'Try one word of the message. Or paste the whole message under Explain: it also finds what means the same.', 'causeway' ) }
		</p>
		<p className="causeway-empty__links">
			{ view.search !== '' && (
				<ViewLink to={ { screen: 'explain' } } className="components-button is-secondary">
					{ __( 'Explain a message', 'causeway' ) }
				</ViewLink>
			) }
			<ViewLink to={ { screen: 'catalog', ...wholeCatalog } } className="components-button is-tertiary">
				{ __( 'Whole catalog', 'causeway' ) }
			</ViewLink>
		</p>
	</div>
);

/** Systems in the order in which their first cause comes. */
const bySystem = ( rows: readonly CatalogRow[] ): ReadonlyMap< string, readonly CatalogRow[] > => {
	const groups = new Map< string, CatalogRow[] >();
	for ( const row of rows ) {
		groups.set( row.systemTitle, [ ...( groups.get( row.systemTitle ) ?? [] ), row ] );
	}
	return groups;
};
