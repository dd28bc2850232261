import { render } from '@testing-library/react';

import { CallsToday } from './calls-today';

import type { Connection } from '../../data/types';

type Calls = Connection[ 'calls' ];

const calls: Calls = { made: 12, saved: 0, allowed: 500, limit: null, remaining: null, runsOutAt: null };
const textOf = ( changes: Partial< Calls > = {} ) => render( <CallsToday calls={ { ...calls, ...changes } } /> ).container.textContent;

describe( 'the calls of a connection today', () => {
	it( 'says how many were made of how many, and nothing that is not known', () => {
		expect( textOf() ).toBe( 'Today: 12 calls of at most 500.' );
	} );

	it( 'says what was saved, and what the system has left for everybody', () => {
		expect( textOf( { made: 1, saved: 30, limit: 10000, remaining: 4000 } ) ).toBe( 'Today: 1 call of at most 500. 30 more were not needed. Everybody together has 4,000 of about 10,000 left.' );
	} );

	it( 'says when they are used up, where the pace tells', () => {
		expect( textOf( { limit: 10000, remaining: 4000, runsOutAt: 1_795_000_000 } ) ).toMatch( /left\. At the pace of the last hours they are used up by .*2026/ );
	} );
} );
