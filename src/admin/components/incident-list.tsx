import { __, sprintf } from '@wordpress/i18n';

import { IncidentBadge } from './badges';
import { Moment } from './moment';
import { peopleCount } from './words';
import { ViewLink } from '../routing/navigation';

import type { IncidentRow } from '../data/types';

interface IncidentListProps {
	readonly caption: string;
	readonly incidents: readonly IncidentRow[];
}

/** One row an incident: what keeps people out, how many, since when. */
export const IncidentList = ( { caption, incidents }: IncidentListProps ) => (
	<table className="causeway-table causeway-incidents">
		<caption className="screen-reader-text">{ caption }</caption>
		<thead>
			<tr>
				<th scope="col">{ __( 'Cause', 'causeway' ) }</th>
				<th scope="col">{ __( 'State', 'causeway' ) }</th>
				<th scope="col">{ __( 'People', 'causeway' ) }</th>
				<th scope="col">{ __( 'Since', 'causeway' ) }</th>
			</tr>
		</thead>
		<tbody>
			{ incidents.map( ( { id, state, systemTitle, title, openedAt, resolvedAt, people, waiting } ) => (
				<tr key={ id }>
					<th scope="row">
						<ViewLink to={ { screen: 'incident', id } } className="causeway-rowlink">
							{ title }
						</ViewLink>
						<span className="causeway-cases__second">{ systemTitle }</span>
					</th>
					<td data-label={ __( 'State', 'causeway' ) }>
						<IncidentBadge state={ state } />
					</td>
					<td data-label={ __( 'People', 'causeway' ) }>
						<span>
							{ state === 'resolved' ? peopleCount( people ) : peopleCount( waiting ) }
							{ state !== 'resolved' && people > waiting && (
								<span className="causeway-cases__second">
									{
										/* translators: %s: number of people, such as "12 people". */
										sprintf( __( 'of %s in all', 'causeway' ), peopleCount( people ) )
									}
								</span>
							) }
						</span>
					</td>
					<td data-label={ __( 'Since', 'causeway' ) }>
						<span>
							<Moment at={ openedAt } />
							{ resolvedAt !== null && (
								<span className="causeway-cases__second">
									{ __( 'over', 'causeway' ) } <Moment at={ resolvedAt } />
								</span>
							) }
						</span>
					</td>
				</tr>
			) ) }
		</tbody>
	</table>
);
