/**
 * Whether the time of a refused login tells a known name from an unknown one.
 */
import { KNOWN, type BenchSite } from './bench-site';
import { areaUnderCurve, chanceOfArea, median } from './statistics';
import { fixed, type Line } from './verdict';

const WARM_UPS = 10;
/** The budget's band, at the number of pairs that it is set for. */
const BAND = 0.03;
const PAIRS_OF_THE_BUDGET = 2000;

interface Oracle {
	readonly area: number;
	readonly difference: number;
}

async function oracle( site: BenchSite, pairs: number ): Promise< Oracle > {
	const times = { known: [] as number[], unknown: [] as number[] };
	for ( let pair = -WARM_UPS; pair < pairs; pair++ ) {
		const order = Math.random() < 0.5 ? ( [ 'known', 'unknown' ] as const ) : ( [ 'unknown', 'known' ] as const );
		for ( const kind of order ) {
			await site.calm();
			// The same length as the known name, so that no byte differs.
			const login = kind === 'known' ? KNOWN : `bench-${ String( pair + WARM_UPS ).padStart( 5, '0' ) }`;
			const { milliseconds } = await site.logIn( login, 'wrong' );
			if ( pair >= 0 ) {
				times[ kind ].push( milliseconds );
			}
		}
	}
	return { area: areaUnderCurve( times.known, times.unknown ), difference: median( times.known ) - median( times.unknown ) };
}

/**
 * Asks both sites. Below 2,000 pairs the band is widened by what chance alone does, at two standard deviations.
 *
 * @param bare  Without the plugin: fewer pairs do, the answer is plain.
 * @param ours  With it.
 * @param pairs Known and unknown, each so often.
 * @param log   Progress.
 */
export async function timing( bare: BenchSite, ours: BenchSite, pairs: number, log: ( message: string ) => void ): Promise< Line[] > {
	log( `Timing ${ pairs } pairs of known and unknown names` );
	const plain = await oracle( bare, Math.min( pairs, 50 ) );
	const plugged = await oracle( ours, pairs );
	const band = pairs >= PAIRS_OF_THE_BUDGET ? BAND : Math.max( BAND, 2 * chanceOfArea( pairs ) );
	const area = `timing, ${ pairs } pairs`;
	return [
		{
			area,
			what: 'AUC known/unknown',
			bare: fixed( plain.area, 3 ),
			ours: fixed( plugged.area, 3 ),
			budget: `${ fixed( 0.5 - band, 2 ) }–${ fixed( 0.5 + band, 2 ) }`,
			isWithin: Math.abs( plugged.area - 0.5 ) <= band,
		},
		{
			area,
			what: 'median difference',
			bare: `${ fixed( plain.difference, 1 ) } ms`,
			ours: `${ fixed( plugged.difference, 2 ) } ms`,
			budget: '< 1 ms',
			isWithin: Math.abs( plugged.difference ) < 1,
		},
	];
}
