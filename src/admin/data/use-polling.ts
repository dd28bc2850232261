import { useCallback, useEffect, useRef, useState } from '@wordpress/element';

/** Seconds between two looks. After the last one it stops: what has not happened by then needs a person or the site's own schedule. */
export const pollingSchedule: readonly number[] = [ 3, 6, 15, 30, 60 ];

/** `idle`: nothing is due. `watching`: looks by itself. `stopped`: something is due still, but the schedule has run out. */
export type PollingStatus = 'idle' | 'watching' | 'stopped';

interface Polling {
	readonly isDue: boolean;
	/** Starts the schedule anew when it changes: something moved, so that more may soon. */
	readonly restartKey: string;
	readonly onTick: () => Promise< void >;
}

/** Looks again on the schedule while something is due; never in a hidden tab, where it waits until the tab is seen again. */
export const usePolling = ( { isDue, restartKey, onTick }: Polling ): { readonly status: PollingStatus; readonly restart: () => void } => {
	const [ round, setRound ] = useState( 0 );
	const [ hasRunOut, setHasRunOut ] = useState( false );
	const tick = useRef( onTick );
	tick.current = onTick;

	useEffect( () => {
		setHasRunOut( false );
		if ( ! isDue ) {
			return undefined;
		}
		let timer: number | undefined;
		let isOver = false;
		let isParked = false;
		let index = 0;

		const wait = () => {
			const seconds = pollingSchedule[ index ];
			if ( seconds === undefined ) {
				setHasRunOut( true );
				return;
			}
			timer = window.setTimeout( () => void look(), seconds * 1000 );
		};
		const look = async () => {
			isParked = document.hidden;
			if ( isParked ) {
				return; // onVisible goes on from here.
			}
			index++;
			await tick.current();
			if ( ! isOver ) {
				wait();
			}
		};
		const onVisible = () => {
			if ( isParked && ! document.hidden ) {
				void look();
			}
		};

		wait();
		document.addEventListener( 'visibilitychange', onVisible );
		return () => {
			isOver = true;
			window.clearTimeout( timer );
			document.removeEventListener( 'visibilitychange', onVisible );
		};
	}, [ isDue, restartKey, round ] );

	const restart = useCallback( () => setRound( ( before ) => before + 1 ), [] );
	if ( ! isDue ) {
		return { status: 'idle', restart };
	}
	return { status: hasRunOut ? 'stopped' : 'watching', restart };
};
