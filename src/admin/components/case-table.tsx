import { CheckboxControl, Icon } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { arrowDown, arrowUp } from '@wordpress/icons';

import { caseFields } from './case-fields';

import type { CaseRow } from '../data/types';

interface CaseTableProps {
	readonly caption: string;
	readonly rows: readonly CaseRow[];
	/** Ids of the columns that stand for the same in every row, and are left out. */
	readonly without?: readonly string[];
	readonly isCompact?: boolean;
	/** Left out where nothing can be done to several rows. */
	readonly selection?: Selection;
	/** Left out where the order is fixed. */
	readonly order?: Order;
}

export interface Selection {
	readonly selected: ReadonlySet< number >;
	readonly onChange: ( selected: ReadonlySet< number > ) => void;
}

export interface Order {
	readonly oldestFirst: boolean;
	readonly onChange: ( oldestFirst: boolean ) => void;
}

export const CaseTable = ( { caption, rows, without = [], isCompact = false, selection, order }: CaseTableProps ) => {
	const fields = caseFields().filter( ( { id } ) => ! without.includes( id ) );
	return (
		<table className={ `causeway-table causeway-cases ${ isCompact ? 'is-compact' : '' }` }>
			<caption className="screen-reader-text">{ caption }</caption>
			<thead>
				<tr>
					{ selection && (
						<td className="causeway-cases__check">
							<SelectAll rows={ rows } selection={ selection } />
						</td>
					) }
					{ fields.map( ( { id, label } ) =>
						id === orderedBy && order ? (
							<th key={ id } scope="col" className={ `causeway-cases__${ id }` } aria-sort={ order.oldestFirst ? 'ascending' : 'descending' }>
								<OrderButton label={ label } order={ order } />
							</th>
						) : (
							<th key={ id } scope="col" className={ `causeway-cases__${ id }` }>
								{ label }
							</th>
						)
					) }
				</tr>
			</thead>
			<tbody>
				{ rows.map( ( row ) => (
					<tr key={ row.id } className={ selection?.selected.has( row.id ) ? 'is-selected' : '' }>
						{ selection && (
							<td className="causeway-cases__check">
								<SelectOne row={ row } selection={ selection } />
							</td>
						) }
						{ fields.map( ( { id, label, render, isPrimary } ) => {
							const Cell = isPrimary ? 'th' : 'td';
							return (
								<Cell key={ id } data-label={ label } { ...( isPrimary ? { scope: 'row' as const } : {} ) }>
									{ render( row ) }
								</Cell>
							);
						} ) }
					</tr>
				) ) }
			</tbody>
		</table>
	);
};

/** The column whose order the server keeps at any length. */
const orderedBy = 'lastAttemptAt';

const OrderButton = ( { label, order: { oldestFirst, onChange } }: { readonly label: string; readonly order: Order } ) => (
	<button type="button" className="causeway-order" onClick={ () => onChange( ! oldestFirst ) }>
		{ label }
		<Icon icon={ oldestFirst ? arrowUp : arrowDown } size={ 16 } />
		<span className="screen-reader-text">{ oldestFirst ? __( 'Show the newest first', 'causeway' ) : __( 'Show the oldest first', 'causeway' ) }</span>
	</button>
);

const SelectOne = ( { row, selection: { selected, onChange } }: { readonly row: CaseRow; readonly selection: Selection } ) => (
	<CheckboxControl
		__nextHasNoMarginBottom
		aria-label={
			/* translators: %s: name of a person. */
			sprintf( __( 'Select %s', 'causeway' ), row.person.label )
		}
		checked={ selected.has( row.id ) }
		onChange={ ( isSelected ) => {
			const next = new Set( selected );
			if ( isSelected ) {
				next.add( row.id );
			} else {
				next.delete( row.id );
			}
			onChange( next );
		} }
	/>
);

/** Of the rows that are shown: nothing is done to a case that nobody has seen. */
const SelectAll = ( { rows, selection: { selected, onChange } }: { readonly rows: readonly CaseRow[]; readonly selection: Selection } ) => {
	const isEvery = rows.every( ( { id } ) => selected.has( id ) );
	return (
		<CheckboxControl
			__nextHasNoMarginBottom
			aria-label={ __( 'Select all shown cases', 'causeway' ) }
			checked={ isEvery }
			indeterminate={ ! isEvery && selected.size > 0 }
			onChange={ () => onChange( new Set( isEvery ? [] : rows.map( ( { id } ) => id ) ) ) }
		/>
	);
};
