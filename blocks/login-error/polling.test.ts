import { PAUSES_SECONDS, poll } from './polling';
import type { AttemptView, PollingPorts } from './polling';

const looking: AttemptView = { state: 'received', text: '', tier: 'proven', tryAgainAt: 0, retryInSeconds: 3 };

interface Log {
	readonly waited: number[];
	readonly heard: string[];
	asked: number;
	rested: number;
}

const scripted = ( answers: ReadonlyArray< AttemptView | null >, visible: PollingPorts[ 'visible' ] = async () => {} ): [ PollingPorts, Log ] => {
	const log: Log = { waited: [], heard: [], asked: 0, rested: 0 };
	return [
		{
			ask: async () => answers[ log.asked++ ] ?? null,
			heard: ( view ) => log.heard.push( view.state ),
			rests: () => ++log.rested,
			wait: async ( seconds ) => {
				log.waited.push( seconds );
			},
			visible,
		},
		log,
	];
};

describe( 'poll', () => {
	it( 'asks at growing pauses and rests when they are used up', async () => {
		const [ ports, log ] = scripted( [ looking, looking, looking, looking, looking, looking ] );
		await poll( ports );
		expect( log ).toEqual( { waited: [ 3, 6, 15, 30, 60 ], heard: Array( 5 ).fill( 'received' ), asked: PAUSES_SECONDS.length, rested: 1 } );
	} );

	it( 'stops for good once the login is fixed', async () => {
		const [ ports, log ] = scripted( [ looking, { ...looking, state: 'explained' }, { ...looking, state: 'fixed' } ] );
		await poll( ports );
		expect( log.heard ).toEqual( [ 'received', 'explained', 'fixed' ] );
		expect( log.rested ).toBe( 0 );
	} );

	it( 'rests at once where the server says that nothing more will come', async () => {
		const [ ports, log ] = scripted( [ { ...looking, tier: 'anonymous', retryInSeconds: 0 } ] );
		await poll( ports );
		expect( [ log.asked, log.rested ] ).toEqual( [ 1, 1 ] );
	} );

	it( 'goes on after a question that nobody answered', async () => {
		const [ ports, log ] = scripted( [ null, { ...looking, state: 'fixed' } ] );
		await poll( ports );
		expect( log.heard ).toEqual( [ 'fixed' ] );
	} );

	it( 'asks nothing in a hidden tab until it is looked at', async () => {
		let show: () => void = () => {};
		const [ ports, log ] = scripted( [ { ...looking, state: 'fixed' } ], () => new Promise( ( resolve ) => ( show = resolve ) ) );
		const done = poll( ports );
		await new Promise( ( resolve ) => setTimeout( resolve, 5 ) );
		expect( log.asked ).toBe( 0 );
		show();
		await done;
		expect( log.asked ).toBe( 1 );
	} );
} );
