/**
 * How long `explain` takes on a site, with the whole catalog: what somebody pastes at the door of the screen, from the moment the request is let in to its answer.
 */
import type { BenchSite } from './bench-site';
import { pastes } from './pastes';
import { median, percentile } from './statistics';
import { fixed, type Line } from './verdict';

/** Bytes of a paste, and how many there are. */
const PASTE_BYTES = 5 * 1024;
const PASTES = 200;
const WARM_UPS = 5;
const BUDGET_MS = 50;

const DOOR = '/?rest_route=/causeway/v1/explain';

interface Answer {
	readonly causes?: readonly unknown[];
	readonly recognised?: boolean;
}

/**
 * Pastes whole mails and pages of 5 KB at the REST door; each is a request of its own, so that the catalog is loaded anew each time.
 *
 * @param ours Site with the plugin.
 * @param log  Progress.
 */
export async function explain( ours: BenchSite, log: ( message: string ) => void ): Promise< Line[] > {
	log( `Explaining ${ PASTES } pastes` );
	const answers: Answer[] = [];
	const whole: number[] = [];
	for ( const [ at, message ] of [ ...pastes( WARM_UPS, PASTE_BYTES ), ...pastes( PASTES, PASTE_BYTES ) ].entries() ) {
		const headers: Record< string, string > = { 'X-Bench-Admin': '1', ...( at < WARM_UPS ? {} : { 'X-Bench': 'explain' } ) };
		const { status, body, milliseconds } = await ours.ask( 'POST', DOOR, { message }, headers );
		if ( status !== 200 ) {
			throw new Error( `explain answered ${ status }: ${ body.toString( 'utf8' ).slice( 0, 300 ) }` );
		}
		if ( at >= WARM_UPS ) {
			answers.push( JSON.parse( body.toString( 'utf8' ) ) as Answer );
			whole.push( milliseconds );
		}
	}
	const times = ( await ours.costs( 'explain', PASTES ) ).map( ( { doorMs } ) => doorMs );
	const slow = percentile( times, 0.95 );
	const named = answers.filter( ( { causes = [] } ) => causes.length > 0 ).length;
	const area = 'explain, a paste of 5 KB';
	return [
		{ area, what: 'p95', bare: '', ours: `${ fixed( slow, 1 ) } ms`, budget: `≤ ${ BUDGET_MS } ms`, isWithin: slow <= BUDGET_MS },
		{ area, what: 'median', bare: '', ours: `${ fixed( median( times ), 1 ) } ms`, budget: '', isWithin: null },
		{ area, what: 'whole request, median', bare: '', ours: `${ fixed( median( whole ), 1 ) } ms`, budget: '', isWithin: null },
		// Each holds a message that is in the catalog's corpus: a door that found nothing would be quick.
		{ area, what: 'pastes with a cause', bare: '', ours: `${ named } of ${ PASTES }`, budget: '≥ 90 %', isWithin: named >= 0.9 * PASTES },
	];
}
