import { dateI18n, getSettings, humanTimeDiff } from '@wordpress/date';

/** How long ago, with the exact time in the site's own format and time zone on hover. Takes Unix seconds. */
export const Moment = ( { at }: { readonly at: number } ) => {
	const date = new Date( at * 1000 );
	return (
		<time dateTime={ date.toISOString() } title={ exactTime( at ) }>
			{ humanTimeDiff( date, new Date() ) }
		</time>
	);
};

export const exactTime = ( at: number ): string => {
	const { date, time } = getSettings().formats;
	return dateI18n( `${ date } ${ time }`, new Date( at * 1000 ), undefined );
};
