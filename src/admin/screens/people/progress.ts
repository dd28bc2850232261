import { __, _n, sprintf } from '@wordpress/i18n';

import { formatNumber } from '../../components/words';

import type { AuditFile } from '../../data/types';

const day = 86_400;

/** How long a contact can still be brought back. Takes Unix seconds. */
export const restorableFor = ( until: number, now: number ): string => {
	if ( until <= now ) {
		return __( 'the time to restore it is over', 'causeway' );
	}
	const days = Math.floor( ( until - now ) / day );
	return days === 0
		? __( 'can be restored today only', 'causeway' )
		: /* translators: %s: number of days. */
		  sprintf( _n( 'can be restored for %s more day', 'can be restored for %s more days', days, 'causeway' ), formatNumber( days ) );
};

type Progress = Pick< NonNullable< AuditFile[ 'audit' ] >, 'phase' | 'records' | 'people' | 'expected' | 'endsAt' | 'pausedUntil' >;

/** What an audit says of the time that it still takes; '' where it cannot be told. Takes Unix seconds. */
export const progressOf = ( { phase, records, people, expected, endsAt, pausedUntil }: Progress, now: number ): string => {
	const minutes = ( until: number ) => Math.max( 1, Math.ceil( ( until - now ) / 60 ) );
	if ( pausedUntil !== null && pausedUntil > now ) {
		/* translators: %s: number of minutes. */
		return ' ' + sprintf( __( 'It pauses, because today’s calls are used up or the system asked for it, and goes on by itself in %s min.', 'causeway' ), formatNumber( minutes( pausedUntil ) ) );
	}
	if ( expected === null || expected === 0 ) {
		return '';
	}
	const percent = Math.min( 100, Math.floor( ( 100 * ( phase === 'judge' ? people : records ) ) / expected ) );
	const share =
		phase === 'judge'
			? /* translators: %d: percentage */
			  sprintf( __( 'About %d%% of all people.', 'causeway' ), percent )
			: /* translators: %d: percentage */
			  sprintf( __( 'About %d%% of what was there last time.', 'causeway' ), percent );
	/* translators: %s: number of minutes. */
	return ` ${ share }` + ( endsAt === null ? '' : ' ' + sprintf( __( 'This part takes about %s min more.', 'causeway' ), formatNumber( minutes( endsAt ) ) ) );
};
