import { SearchControl, SelectControl } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';

import { Failure } from '../../components/failure';
import { Page } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { listCatalog } from '../../data/queries';
import { useQuestion } from '../../data/use-question';
import { useNavigation, ViewLink } from '../../routing/navigation';
import { found } from './search';

import type { CatalogRow } from '../../data/queries';

export interface CatalogView {
	readonly search: string;
	/** '' for all. */
	readonly system: string;
}

/** Everything that Causeway knows can keep somebody out. Needs no connection. */
export const CatalogScreen = ( { view }: { readonly view: CatalogView } ) => {
	const { loaded, retry } = useQuestion( 'catalog', listCatalog );
	return (
		<Page
			title={ __( 'Catalog', 'causeway' ) }
			tabTitle={ __( 'Catalog', 'causeway' ) }
			lead={ <p>{ __( 'Every cause that Causeway knows for a login that does not work, with what helps. It holds for everybody; a case says which one it is for one person.', 'causeway' ) }</p> }
		>
			{ loaded.status === 'loading' && <Skeleton bars={ [ 40, 420 ] } /> }
			{ loaded.status === 'failed' && <Failure message={ loaded.message } onRetry={ retry } /> }
			{ loaded.status === 'ready' && (
				<>
					<Narrowing view={ view } rows={ loaded.value } />
					<Found rows={ found( loaded.value, view.search, view.system ) } />
				</>
			) }
		</Page>
	);
};

const typingPauseMs = 200;

const Narrowing = ( { view, rows }: { readonly view: CatalogView; readonly rows: readonly CatalogRow[] } ) => {
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

	const systems = new Map( rows.map( ( row ) => [ row.system, row.systemTitle ] ) );
	return (
		<div className="causeway-narrowing causeway-narrowing--catalog" role="search">
			<SearchControl
				__nextHasNoMarginBottom
				className="causeway-narrowing__search"
				label={ __( 'Search the catalog', 'causeway' ) }
				placeholder={ __( 'Licence, recycle bin, captcha …', 'causeway' ) }
				value={ typed }
				onChange={ setTyped }
			/>
			<SelectControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				className="causeway-narrowing__select"
				label={ __( 'System', 'causeway' ) }
				hideLabelFromVision
				value={ view.system }
				onChange={ ( system ) => go( { screen: 'catalog', ...view, system }, 'replace' ) }
				options={ [
					{ value: '', label: __( 'Every system', 'causeway' ) },
					...Array.from( systems, ( [ value, label ] ) => ( { value, label } ) ),
				] }
			/>
		</div>
	);
};

const Found = ( { rows }: { readonly rows: readonly CatalogRow[] } ) => (
	<div className="causeway-catalog">
		<p className="causeway-catalog__count" role="status">
			{ sprintf(
				/* translators: %d: number of causes. */
				_n( '%d cause', '%d causes', rows.length, 'causeway' ),
				rows.length
			) }
		</p>
		{ rows.length === 0 && (
			<div className="causeway-empty">
				<h2>{ __( 'Nothing in the catalog has these words', 'causeway' ) }</h2>
				<p>{ __( 'Try one word of the message, or paste the whole message under Explain: it also finds what means the same.', 'causeway' ) }</p>
				<p>
					<ViewLink to={ { screen: 'explain' } } className="components-button is-secondary">
						{ __( 'Explain a message', 'causeway' ) }
					</ViewLink>
				</p>
			</div>
		) }
		{ Array.from( bySystem( rows ), ( [ systemTitle, causes ] ) => (
			<section key={ systemTitle } className="causeway-panel">
				<div className="causeway-panel__header">
					<h2 className="causeway-panel__title">{ systemTitle }</h2>
					<span className="causeway-panel__aside">{ causes.length }</span>
				</div>
				<ul className="causeway-catalog__list">
					{ causes.map( ( row ) => (
						<li key={ row.ref }>
							<ViewLink to={ { screen: 'entry', system: row.system, cause: row.cause } }>{ row.title }</ViewLink>
							<span className="causeway-catalog__meaning">{ row.meaning }</span>
						</li>
					) ) }
				</ul>
			</section>
		) ) }
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
