import { __ } from '@wordpress/i18n';

import type { ChangedField } from './step-flow';

interface ChangeTableProps {
	readonly changes: readonly ChangedField[];
	/** Heads the column of fields. */
	readonly heading: string;
	/** It was done: the first state is gone. */
	readonly isPast?: boolean;
}

/** What is there now and what will be, field by field; or what was there and what it became. */
export const ChangeTable = ( { changes, heading, isPast = false }: ChangeTableProps ) => {
	const [ first, second ] = isPast ? [ __( 'Before', 'causeway' ), __( 'After', 'causeway' ) ] : [ __( 'Now', 'causeway' ), __( 'After', 'causeway' ) ];
	return (
	<table className="causeway-table causeway-change">
		<caption className="screen-reader-text">{ heading }</caption>
		<thead>
			<tr>
				<th scope="col">{ heading }</th>
				<th scope="col">{ first }</th>
				<th scope="col">{ second }</th>
			</tr>
		</thead>
		<tbody>
			{ changes.map( ( { field, before, after } ) => (
				<tr key={ field } className={ before === after ? '' : 'causeway-change__moved' }>
					<th scope="row">{ field }</th>
					<td data-label={ first }>
						<Value value={ before } />
					</td>
					<td data-label={ second }>
						<Value value={ after } />
					</td>
				</tr>
			) ) }
		</tbody>
	</table>
	);
};

const Value = ( { value }: { readonly value: string | null } ) =>
	value === null || value === '' ? <span className="causeway-change__empty">{ __( 'empty', 'causeway' ) }</span> : <bdi>{ value }</bdi>;
