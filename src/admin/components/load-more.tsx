import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { Failure } from './failure';

import type { More } from '../data/use-rows';

interface LoadMoreProps {
	readonly hasMore: boolean;
	readonly more: More;
	readonly onMore: () => void;
}

/** The way to the next page of a list; nothing where this was the last. */
export const LoadMore = ( { hasMore, more, onMore }: LoadMoreProps ) => (
	<>
		{ hasMore && (
			<p className="causeway-load-more">
				<Button variant="secondary" __next40pxDefaultSize onClick={ onMore } isBusy={ more.status === 'loading' } disabled={ more.status === 'loading' } accessibleWhenDisabled>
					{ __( 'Load more', 'causeway' ) }
				</Button>
			</p>
		) }
		{ more.status === 'failed' && <Failure message={ more.message } /> }
	</>
);
