import { cell, csvOf } from './csv';

import type { CaseRow } from '../../data/types';

const row: CaseRow = {
	id: 7,
	reference: 'K7QM-3FXA',
	state: 'diagnosed',
	person: { label: '=HYPERLINK("http://x.example")', isKnown: true, email: 'ada@x.example', loginName: 'ada' },
	cause: { cause: 'contact-deleted', system: 'zoho-crm', systemTitle: 'Zoho CRM', title: 'Deleted, for good', confidence: 'certain' },
	lastAttemptAt: 1_790_000_000,
	attemptCount: 3,
};

describe( 'cases as CSV', () => {
	it.each( [
		[ '=1+1', '"\'=1+1"' ],
		[ '+49 30', '"\'+49 30"' ],
		[ '-2', '"\'-2"' ],
		[ '@SUM(A1)', '"\'@SUM(A1)"' ],
		[ '\t=1', '"\'\t=1"' ],
		[ ' =1', '"\' =1"' ],
		[ 'say "hi"', '"say ""hi"""' ],
		[ 'two\nlines', '"two\nlines"' ],
		[ 'O’Neil', '"O’Neil"' ],
	] )( 'takes the meaning from %j for a spreadsheet', ( value, expected ) => {
		expect( cell( value ) ).toBe( expected );
	} );

	it( 'has a line for the heading and one for each case', () => {
		const lines = csvOf( [ row, { ...row, id: 8, cause: null } ] ).split( '\r\n' );
		expect( lines ).toHaveLength( 4 );
		expect( lines[ 1 ] ).toContain( '"7","K7QM-3FXA","\'=HYPERLINK(""http://x.example"")","ada@x.example","diagnosed","Zoho CRM","Deleted, for good","certain","3"' );
		expect( lines[ 2 ] ).toContain( '"diagnosed","","","","3"' );
	} );
} );
