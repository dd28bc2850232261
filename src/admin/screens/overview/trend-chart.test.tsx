import { render, screen, within } from '@testing-library/react';

import { scaleTop, TrendChart } from './trend-chart';

describe( 'the trend of refusals', () => {
	it.each( [ [ 0, 4 ], [ 1, 4 ], [ 4, 4 ], [ 5, 5 ], [ 7, 10 ], [ 31, 40 ], [ 99, 100 ], [ 101, 200 ], [ 4_500, 5_000 ] ] )( 'scales %d to %d', ( most, top ) => {
		expect( scaleTop( most ) ).toBe( top );
	} );

	it( 'has a row for each day, the newest first, for whoever does not see the bars', () => {
		render( <TrendChart days={ [ { day: '2026-11-25', refusals: 3, people: 2 }, { day: '2026-11-26', refusals: 1, people: 1 } ] } /> );
		const rows = within( screen.getByRole( 'table', { hidden: true } ) ).getAllByRole( 'row', { hidden: true } ).slice( 1 );
		expect( rows.map( ( row ) => row.textContent ) ).toEqual( [ '26 Nov11', '25 Nov32' ] );
	} );

	it( 'says so where nobody was refused', () => {
		render( <TrendChart days={ [ { day: '2026-11-26', refusals: 0, people: 0 } ] } /> );
		expect( screen.getByText( 'Nobody was refused in these days.' ) ).toBeTruthy();
		expect( screen.queryByRole( 'table', { hidden: true } ) ).toBeNull();
	} );
} );
