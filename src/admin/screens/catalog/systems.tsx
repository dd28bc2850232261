import { __ } from '@wordpress/i18n';

import { formatNumber } from '../../components/words';
import { ViewLink } from '../../routing/navigation';
import { wholeCatalog } from '../../routing/view';
import { wayOf } from './search';

import type { CatalogSystem } from '../../data/queries';
import type { WayFilter } from '../../routing/view';

/** Whether a system can be looked into, in two words. */
export const standingWord = ( { isLocal, isAskable }: CatalogSystem ): string => {
	if ( isLocal ) {
		return isAskable ? __( 'On this site', 'causeway' ) : __( 'Not on this site', 'causeway' );
	}
	return isAskable ? __( 'Connected', 'causeway' ) : __( 'Not connected', 'causeway' );
};

/** Which systems the catalog knows, and what of them this site can find: the way in for who does not search. */
export const Systems = ( { systems }: { readonly systems: readonly CatalogSystem[] } ) => {
	const ways: ReadonlyArray< { readonly way: WayFilter; readonly label: string } > = [
		{ way: 'looking', label: __( 'Found by looking', 'causeway' ) },
		{ way: 'message', label: __( 'Known by its message', 'causeway' ) },
		{ way: 'connection', label: __( 'Needs a connection', 'causeway' ) },
	];
	return (
		<>
			<table className="causeway-table causeway-systems">
				<caption className="screen-reader-text">{ __( 'Systems, and how their causes are found on this site', 'causeway' ) }</caption>
				<thead>
					<tr>
						<th scope="col">{ __( 'System', 'causeway' ) }</th>
						<th scope="col">{ __( 'Causes', 'causeway' ) }</th>
						{ ways.map( ( { way, label } ) => (
							<th key={ way } scope="col">
								{ label }
							</th>
						) ) }
					</tr>
				</thead>
				<tbody>
					{ systems.map( ( system ) => (
						<tr key={ system.id }>
							<th scope="row">
								<ViewLink to={ { screen: 'catalog', ...wholeCatalog, system: system.id } } className="causeway-rowlink">
									{ system.title }
								</ViewLink>
								<span className="causeway-systems__standing">{ standingWord( system ) }</span>
							</th>
							<td data-label={ __( 'Causes', 'causeway' ) }>{ formatNumber( system.causes.length ) }</td>
							{ ways.map( ( { way, label } ) => (
								<td key={ way } data-label={ label }>
									<WayCount system={ system } way={ way } label={ label } />
								</td>
							) ) }
						</tr>
					) ) }
				</tbody>
			</table>
			<dl className="causeway-ways">
				<div>
					<dt>{ __( 'Found by looking', 'causeway' ) }</dt>
					<dd>{ __( 'Causeway asks the system itself, as soon as somebody is refused.', 'causeway' ) }</dd>
				</div>
				<div>
					<dt>{ __( 'Known by its message', 'causeway' ) }</dt>
					<dd>{ __( 'What the person was shown tells. It is read at the moment of the refusal, or pasted under Explain.', 'causeway' ) }</dd>
				</div>
				<div>
					<dt>{ __( 'Needs a connection', 'causeway' ) }</dt>
					<dd>{ __( 'It stays a guess until Causeway can look into that system.', 'causeway' ) }</dd>
				</div>
			</dl>
		</>
	);
};

interface WayCountProps {
	readonly system: CatalogSystem;
	readonly way: WayFilter;
	readonly label: string;
}

const WayCount = ( { system, way, label }: WayCountProps ) => {
	const count = system.causes.filter( ( { detection } ) => wayOf( detection ) === way ).length;
	return count === 0 ? (
		<span className="causeway-quiet">0</span>
	) : (
		<ViewLink to={ { screen: 'catalog', ...wholeCatalog, system: system.id, way } } className="causeway-systems__count">
			{ formatNumber( count ) }
			<span className="screen-reader-text">
				{ ' ' }
				{ system.title }, { label }
			</span>
		</ViewLink>
	);
};
