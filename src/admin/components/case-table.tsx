import { caseFields } from './case-fields';

import type { CaseRow } from '../data/types';

interface CaseTableProps {
	readonly caption: string;
	readonly rows: readonly CaseRow[];
	/** Ids of the columns that stand for the same in every row, and are left out. */
	readonly without?: readonly string[];
}

export const CaseTable = ( { caption, rows, without = [] }: CaseTableProps ) => {
	const fields = caseFields().filter( ( { id } ) => ! without.includes( id ) );
	return (
		<table className="causeway-table causeway-cases">
			<caption className="screen-reader-text">{ caption }</caption>
			<thead>
				<tr>
					{ fields.map( ( { id, label } ) => (
						<th key={ id } scope="col" className={ `causeway-cases__${ id }` }>
							{ label }
						</th>
					) ) }
				</tr>
			</thead>
			<tbody>
				{ rows.map( ( row ) => (
					<tr key={ row.id }>
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
