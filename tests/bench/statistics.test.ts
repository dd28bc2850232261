import { areaUnderCurve, chanceOfArea, median, percentile } from './statistics';

describe( 'areaUnderCurve', () => {
	it.each( [
		[ [ 3, 4, 5 ], [ 0, 1, 2 ], 1 ],
		[ [ 0, 1, 2 ], [ 3, 4, 5 ], 0 ],
		[ [ 1, 2, 3 ], [ 1, 2, 3 ], 0.5 ],
		[ [ 1, 1, 1 ], [ 1, 1 ], 0.5 ],
		[ [ 1, 3 ], [ 2 ], 0.5 ],
		[ [ 2, 3 ], [ 1, 2 ], 0.875 ],
	] )( 'of %j over %j is %d', ( first, second, area ) => {
		expect( areaUnderCurve( first, second ) ).toBeCloseTo( area, 10 );
	} );
} );

describe( 'median and percentile', () => {
	it( 'lie between the two middle values of an even count', () => {
		expect( median( [ 4, 1, 3, 2 ] ) ).toBe( 2.5 );
		expect( percentile( [ 10, 20, 30, 40, 50 ], 0.9 ) ).toBeCloseTo( 46, 10 );
	} );
} );

it( 'expects at 2,000 pairs a stray of less than one hundredth', () => {
	expect( chanceOfArea( 2000 ) ).toBeCloseTo( 0.00913, 4 );
} );
