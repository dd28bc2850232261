import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { formatNumber } from '../../components/words';
import { listCases } from '../../data/queries';
import { csvOf } from './csv';
import { filterOf } from './filter';

import type { CaseRow } from '../../data/types';
import type { CaseListView } from '../../routing/view';

const pageSize = 100;
/** More than this is for the command line, which needs no browser to hold it. */
const mostRows = 5_000;

type Exporting = { readonly at: 'rest' } | { readonly at: 'reading'; readonly rows: number } | { readonly at: 'done'; readonly text: string };

const download = ( csv: string ): void => {
	const address = URL.createObjectURL( new Blob( [ csv ], { type: 'text/csv;charset=utf-8' } ) );
	const link = document.createElement( 'a' );
	link.href = address;
	link.download = `causeway-cases-${ new Date().toISOString().slice( 0, 10 ) }.csv`;
	link.click();
	URL.revokeObjectURL( address );
};

/** Reads what the list shows, page by page, and hands it over as a file. */
export const ExportButton = ( { view }: { readonly view: CaseListView } ) => {
	const [ exporting, setExporting ] = useState< Exporting >( { at: 'rest' } );

	const run = async () => {
		const rows: CaseRow[] = [];
		let after: string | null = null;
		const filter = filterOf( view, Math.floor( Date.now() / 1000 ) );
		do {
			setExporting( { at: 'reading', rows: rows.length } );
			const answer = await listCases( filter, view.oldestFirst ? 'oldest' : 'newest', pageSize, after );
			if ( ! answer.ok ) {
				setExporting( { at: 'done', text: answer.message } );
				return;
			}
			rows.push( ...answer.value.rows );
			after = answer.value.nextCursor;
		} while ( after !== null && rows.length < mostRows );
		download( csvOf( rows ) );
		setExporting( {
			at: 'done',
			text:
				after === null
					? ''
					: sprintf(
							/* translators: %s: number of cases. */
							__( 'The file has the newest %s cases. For all of them use “wp causeway case list --format=csv”.', 'causeway' ),
							formatNumber( rows.length )
					  ),
		} );
	};

	const isReading = exporting.at === 'reading';
	return (
		<>
			<span role="status" className="causeway-quiet">
				{ exporting.at === 'done' && exporting.text }
			</span>
			<Button variant="secondary" __next40pxDefaultSize isBusy={ isReading } disabled={ isReading } accessibleWhenDisabled onClick={ () => void run() }>
				{ isReading
					? /* translators: %s: number of cases read so far. */
					  sprintf( __( 'Reading… %s', 'causeway' ), formatNumber( exporting.rows ) )
					: __( 'Export as CSV', 'causeway' ) }
			</Button>
		</>
	);
};
