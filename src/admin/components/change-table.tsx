import { __ } from '@wordpress/i18n';

import { changedFields } from './step-flow';

import type { StepPreview } from '../data/commands';

interface ChangeTableProps {
	readonly change: Pick< StepPreview, 'before' | 'after' >;
	/** Heads the column of fields. */
	readonly heading: string;
}

/** What is there now and what will be, field by field. */
export const ChangeTable = ( { change, heading }: ChangeTableProps ) => (
	<table className="causeway-table causeway-change">
		<caption className="screen-reader-text">{ heading }</caption>
		<thead>
			<tr>
				<th scope="col">{ heading }</th>
				<th scope="col">{ __( 'Now', 'causeway' ) }</th>
				<th scope="col">{ __( 'After', 'causeway' ) }</th>
			</tr>
		</thead>
		<tbody>
			{ changedFields( change ).map( ( { field, before, after } ) => (
				<tr key={ field } className={ before === after ? '' : 'causeway-change__moved' }>
					<th scope="row">{ field }</th>
					<td data-label={ __( 'Now', 'causeway' ) }>
						<Value value={ before } />
					</td>
					<td data-label={ __( 'After', 'causeway' ) }>
						<Value value={ after } />
					</td>
				</tr>
			) ) }
		</tbody>
	</table>
);

const Value = ( { value }: { readonly value: string | null } ) =>
	value === null || value === '' ? <span className="causeway-change__empty">{ __( 'empty', 'causeway' ) }</span> : <bdi>{ value }</bdi>;
