import { progressOf, restorableFor } from './progress';

const now = 1_795_000_000;
const audit = { phase: 'read', records: 250, people: 0, expected: 1000, endsAt: now + 600, pausedUntil: null };

describe( 'what an audit says of the time it takes', () => {
	it( 'names the share and the minutes of the part that runs', () => {
		expect( progressOf( audit, now ) ).toContain( '25%' );
		expect( progressOf( audit, now ) ).toContain( '10 min' );
		expect( progressOf( { ...audit, phase: 'judge', people: 990 }, now ) ).toContain( '99%' );
	} );

	it( 'says nothing of what nobody can know', () => {
		expect( progressOf( { ...audit, expected: null, endsAt: null }, now ) ).toBe( '' );
		expect( progressOf( { ...audit, endsAt: null }, now ) ).not.toContain( 'min' );
	} );

	it( 'says that it pauses, and when it goes on', () => {
		expect( progressOf( { ...audit, pausedUntil: now + 3_600 }, now ) ).toContain( '60 min' );
		expect( progressOf( { ...audit, pausedUntil: now - 1 }, now ) ).toContain( '25%' );
	} );
} );

describe( 'how long a contact can be brought back', () => {
	it.each( [
		[ now + 10 * 86_400 + 5, '10 more days' ],
		[ now + 86_400 + 5, '1 more day' ],
		[ now + 3_600, 'today' ],
		[ now - 5, 'over' ],
	] )( 'until %d', ( until, words ) => {
		expect( restorableFor( until, now ) ).toContain( words );
	} );
} );
