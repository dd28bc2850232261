import { pastes } from './pastes';

describe( 'the pastes of the benchmark', () => {
	const made = pastes( 40, 5 * 1024 );

	it( 'have the length that is measured', () => {
		expect( made.map( ( text ) => Buffer.byteLength( text ) ).filter( ( bytes ) => bytes > 5 * 1024 || bytes < 5 * 1024 - 8 ) ).toEqual( [] );
	} );

	it( 'differ from each other, and are the same each time', () => {
		expect( new Set( made ).size ).toBe( 40 );
		expect( pastes( 40, 5 * 1024 ) ).toEqual( made );
	} );

	it( 'are mails and pages', () => {
		expect( made.filter( ( text ) => text.startsWith( '<!doctype html>' ) ) ).toHaveLength( 20 );
	} );
} );
