import { __, sprintf } from '@wordpress/i18n';

import { Failure, Stale } from '../../components/failure';
import { LoadMore } from '../../components/load-more';
import { exactTime } from '../../components/moment';
import { Page } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { listJournal } from '../../data/queries';
import { useRows } from '../../data/use-rows';
import { ViewLink } from '../../routing/navigation';

import type { JournalEntry } from '../../data/types';

/** Who did what to what, over all cases. Nothing in it is ever changed. */
export const JournalScreen = () => {
	const { loaded, more, loadMore, retry } = useRows( 'journal', listJournal );
	return (
		<Page
			title={ __( 'Journal', 'causeway' ) }
			tabTitle={ __( 'Journal', 'causeway' ) }
			lead={ <p>{ __( 'What was found, done, sent and said, by whom, newest first. An entry is never changed; it goes when its case is removed.', 'causeway' ) }</p> }
		>
			{ loaded.status === 'loading' && <Skeleton bars={ [ 41, 61, 61, 61, 61 ] } /> }
			{ loaded.status === 'failed' && <Failure message={ loaded.message } onRetry={ retry } /> }
			{ loaded.status === 'ready' && (
				<>
					<Stale because={ loaded.staleBecause } />
					{ loaded.value.rows.length === 0 ? <Nothing /> : <Entries entries={ loaded.value.rows } /> }
					<LoadMore hasMore={ loaded.value.nextCursor !== null } more={ more } onMore={ loadMore } />
				</>
			) }
		</Page>
	);
};

const Nothing = () => (
	<div className="causeway-empty">
		<h2>{ __( 'Nothing has happened yet', 'causeway' ) }</h2>
		<p>{ __( 'The first refused login writes the first entry.', 'causeway' ) }</p>
	</div>
);

const Entries = ( { entries }: { readonly entries: readonly JournalEntry[] } ) => (
	<table className="causeway-table causeway-journal">
		<caption className="screen-reader-text">{ __( 'Journal, newest first', 'causeway' ) }</caption>
		<thead>
			<tr>
				<th scope="col">{ __( 'When', 'causeway' ) }</th>
				<th scope="col">{ __( 'What', 'causeway' ) }</th>
				<th scope="col">{ __( 'By', 'causeway' ) }</th>
				<th scope="col">{ __( 'Case', 'causeway' ) }</th>
			</tr>
		</thead>
		<tbody>
			{ entries.map( ( { id, at, text, actor, case: caseId, changes } ) => (
				<tr key={ id }>
					<td data-label={ __( 'When', 'causeway' ) }>
						<time dateTime={ new Date( at * 1000 ).toISOString() }>{ exactTime( at ) }</time>
					</td>
					<td data-label={ __( 'What', 'causeway' ) }>
						<div>
							{ text }
							{ changes.length > 0 && <Changes changes={ changes } /> }
						</div>
					</td>
					<td data-label={ __( 'By', 'causeway' ) }>
						<span>{ actor }</span>
					</td>
					<td data-label={ __( 'Case', 'causeway' ) }>
						<ViewLink to={ { screen: 'case', id: caseId } }>
							{
								/* translators: %d: number of a case. */
								sprintf( __( 'Case %d', 'causeway' ), caseId )
							}
						</ViewLink>
					</td>
				</tr>
			) ) }
		</tbody>
	</table>
);

const Changes = ( { changes }: Pick< JournalEntry, 'changes' > ) => (
	<details className="causeway-journal__changes">
		<summary>{ __( 'Before and after', 'causeway' ) }</summary>
		<dl>
			{ changes.map( ( { field, before, after } ) => (
				<div key={ field }>
					<dt>{ field }</dt>
					<dd>
						{ before === null || before === '' ? '–' : <bdi>{ before }</bdi> } → { after === null || after === '' ? '–' : <bdi>{ after }</bdi> }
					</dd>
				</div>
			) ) }
		</dl>
	</details>
);
