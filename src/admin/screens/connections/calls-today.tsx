import { __, _n, sprintf } from '@wordpress/i18n';

import { exactTime } from '../../components/moment';

import type { Connection } from '../../data/types';

const number = new Intl.NumberFormat( document.documentElement.lang || undefined );

/** What Causeway takes of somebody's API quota today, in one or two sentences. */
export const CallsToday = ( { calls }: { readonly calls: Connection[ 'calls' ] } ) => {
	const { made, saved, allowed, limit, remaining, runsOutAt } = calls;
	const sentences = [
		sprintf(
			/* translators: 1: number of calls made, 2: most calls a day */
			_n( 'Today: %1$s call of at most %2$s.', 'Today: %1$s calls of at most %2$s.', made, 'causeway' ),
			number.format( made ),
			number.format( allowed )
		),
	];
	if ( saved > 0 ) {
		/* translators: %s: number of calls */
		sentences.push( sprintf( _n( '%s more was not needed.', '%s more were not needed.', saved, 'causeway' ), number.format( saved ) ) );
	}
	if ( remaining !== null && limit !== null ) {
		sentences.push(
			/* translators: 1: number of calls left, 2: number of calls a day */
			sprintf( __( 'Everybody together has %1$s of about %2$s left.', 'causeway' ), number.format( remaining ), number.format( limit ) )
		);
	}
	return (
		<>
			{ sentences.join( ' ' ) }
			{ runsOutAt !== null && (
				<>
					{ ' ' }
					<strong>
						{
							/* translators: %s: a date and time */
							sprintf( __( 'At the pace of the last hours they are used up by %s.', 'causeway' ), exactTime( runsOutAt ) )
						}
					</strong>
				</>
			) }
		</>
	);
};
