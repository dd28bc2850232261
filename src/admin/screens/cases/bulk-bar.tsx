import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';

import { formatNumber } from '../../components/words';
import { BulkDialog } from './bulk-dialog';

import type { BulkAction } from '../../data/commands';
import type { CaseRow } from '../../data/types';

/** As many as the server takes at once; see `BulkDesk::MOST_CASES`. */
export const mostSelected = 100;

interface BulkBarProps {
	/** The selected rows, in the order of the list. */
	readonly rows: readonly CaseRow[];
	readonly shown: number;
	readonly onSelectAll: () => void;
	readonly onClear: () => void;
	readonly onStarted: () => void;
}

/** What can be done to the selected cases. Stays in sight while somebody scrolls. */
export const BulkBar = ( { rows, shown, onSelectAll, onClear, onStarted }: BulkBarProps ) => {
	const [ asked, setAsked ] = useState< BulkAction | null >( null );
	const isTooMany = rows.length > mostSelected;

	return (
		<div className="causeway-bulk-bar" role="region" aria-label={ __( 'Selected cases', 'causeway' ) }>
			<p role="status">
				{
					/* translators: %s: number of cases. */
					sprintf( _n( '%s selected', '%s selected', rows.length, 'causeway' ), formatNumber( rows.length ) )
				}
				{ isTooMany && (
					<>
						{ '. ' }
						{
							/* translators: %s: number of cases. */
							sprintf( __( 'At most %s can be done at once.', 'causeway' ), formatNumber( mostSelected ) )
						}
					</>
				) }
			</p>
			<div className="causeway-bulk-bar__actions">
				<Button variant="secondary" size="compact" disabled={ isTooMany } accessibleWhenDisabled onClick={ () => setAsked( 'diagnose' ) }>
					{ __( 'Diagnose again', 'causeway' ) }
				</Button>
				<Button variant="secondary" size="compact" disabled={ isTooMany } accessibleWhenDisabled onClick={ () => setAsked( 'reply' ) }>
					{ __( 'Tell the people', 'causeway' ) }
				</Button>
				<Button variant="secondary" size="compact" disabled={ isTooMany } accessibleWhenDisabled onClick={ () => setAsked( 'resolve' ) }>
					{ __( 'Close cases', 'causeway' ) }
				</Button>
				{ rows.length < shown && (
					<Button variant="tertiary" size="compact" onClick={ onSelectAll }>
						{ __( 'Select all shown', 'causeway' ) }
					</Button>
				) }
				<Button variant="tertiary" size="compact" onClick={ onClear }>
					{ __( 'Select none', 'causeway' ) }
				</Button>
			</div>
			{ asked !== null && (
				<BulkDialog
					action={ asked }
					rows={ rows }
					onClose={ () => setAsked( null ) }
					onStarted={ () => {
						setAsked( null );
						onStarted();
					} }
				/>
			) }
		</div>
	);
};
