import { Icon } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { caution, check, help } from '@wordpress/icons';

import { Panel } from '../../components/page';
import { ViewLink } from '../../routing/navigation';

import type { OverviewWork } from '../../data/types';

type AtAGlance = OverviewWork[ 'connections' ][ number ];

/** First what is wrong, then what could not be looked at; null where everything is in order. */
const worst = ( { conditions }: AtAGlance ): AtAGlance[ 'conditions' ][ number ] | null =>
	conditions.find( ( { status } ) => status === 'false' ) ?? conditions.find( ( { status } ) => status !== 'true' ) ?? null;

export const ConnectionsAtAGlance = ( { connections }: Pick< OverviewWork, 'connections' > ) => {
	const untested = connections.filter( ( { conditions } ) => conditions.length === 0 );
	const unwell = connections.flatMap( ( connection ) => {
		const condition = worst( connection );
		return condition === null ? [] : [ { connection, condition } ];
	} );
	const isWell = connections.length > 0 && untested.length === 0 && unwell.length === 0;
	return (
		<Panel title={ __( 'Connections', 'causeway' ) } aside={ <ViewLink to={ { screen: 'connections', edit: null } }>{ __( 'Manage', 'causeway' ) }</ViewLink> }>
			{ connections.length === 0 && <p>{ __( 'No system is connected yet. Without one, causes that lie in your CRM stay a guess.', 'causeway' ) }</p> }
			<ul className="causeway-conditions">
				{ isWell && (
					<li className="causeway-condition causeway-condition--true">
						<Icon icon={ check } size={ 20 } />
						<span>
							{ sprintf(
								/* translators: %d: number of connections. */
								_n( '%d connection, in order.', '%d connections, all in order.', connections.length, 'causeway' ),
								connections.length
							) }
						</span>
					</li>
				) }
				{ unwell.map( ( { connection, condition } ) => (
					<li key={ connection.id } className={ `causeway-condition causeway-condition--${ condition.status === 'false' ? 'false' : 'unknown' }` }>
						<Icon icon={ condition.status === 'false' ? caution : help } size={ 20 } />
						<span>
							<strong>{ connection.systemTitle }</strong>
							<span className="causeway-condition__message">{ condition.message }</span>
						</span>
					</li>
				) ) }
				{ untested.map( ( { id, systemTitle } ) => (
					<li key={ id } className="causeway-condition causeway-condition--unknown">
						<Icon icon={ help } size={ 20 } />
						<span>
							<strong>{ systemTitle }</strong>
							<span className="causeway-condition__message">{ __( 'Not tested yet.', 'causeway' ) }</span>
						</span>
					</li>
				) ) }
			</ul>
		</Panel>
	);
};
