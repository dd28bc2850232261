import { __, sprintf } from '@wordpress/i18n';

import { ConfidenceBadge, Reference, StateBadge } from './badges';
import { Moment } from './moment';
import { attemptCount } from './words';
import { ViewLink } from '../routing/navigation';

import type { ReactNode } from 'react';
import type { CaseRow } from '../data/types';

/** One column: what it is called and how it draws a row. The shape is DataViews' own, as far as it is needed here. */
export interface Field< T > {
	readonly id: string;
	readonly label: string;
	readonly render: ( item: T ) => ReactNode;
	/** Draws the row's heading cell. */
	readonly isPrimary?: boolean;
}

/** In a function, because texts are translated when they are drawn. */
export const caseFields = (): readonly Field< CaseRow >[] => [
	{
		id: 'person',
		label: __( 'Person', 'causeway' ),
		isPrimary: true,
		render: ( { id, person } ) => (
			<>
				<ViewLink to={ { screen: 'case', id } } className="causeway-cases__person">
					<bdi>{ person.label }</bdi>
				</ViewLink>
				<span className="causeway-cases__second">
					{ person.isKnown ? <bdi>{ person.email ?? person.loginName ?? '' }</bdi> : __( 'No account under this name', 'causeway' ) }
				</span>
			</>
		),
	},
	{
		id: 'cause',
		label: __( 'Cause', 'causeway' ),
		render: ( { cause, state } ) =>
			cause === null ? (
				<span className="causeway-cases__none">
					{ state === 'open' ? __( 'Being looked at', 'causeway' ) : __( 'No known cause fits', 'causeway' ) }
				</span>
			) : (
				<>
					<span>{ cause.title }</span>
					<span className="causeway-cases__second">
						{ cause.systemTitle } · <ConfidenceBadge confidence={ cause.confidence } />
					</span>
				</>
			),
	},
	{ id: 'state', label: __( 'State', 'causeway' ), render: ( { state } ) => <StateBadge state={ state } /> },
	{ id: 'reference', label: __( 'Reference', 'causeway' ), render: ( { reference } ) => <Reference reference={ reference } /> },
	{
		id: 'lastAttemptAt',
		label: __( 'Last attempt', 'causeway' ),
		render: ( { lastAttemptAt, attemptCount: count } ) => (
			<>
				<Moment at={ lastAttemptAt } />
				<span className="causeway-cases__second">
					{ count > 1
						? /* translators: %s: a number of attempts, such as "3 attempts". */
						  sprintf( __( '%s in all', 'causeway' ), attemptCount( count ) )
						: attemptCount( count ) }
				</span>
			</>
		),
	},
];
