import { phpLiteral, wpConfig } from './wp-config';

describe( 'phpLiteral', () => {
	it.each( [
		[ 'it’s', "'it’s'" ],
		[ "it's", "'it\\'s'" ],
		[ 'C:\\', "'C:\\\\'" ],
		[ true, 'true' ],
		[ 5, '5' ],
	] as const )( 'writes %j as %s', ( value, literal ) => {
		expect( phpLiteral( value ) ).toBe( literal );
	} );
} );

describe( 'wpConfig', () => {
	it( 'lets a given constant win over its default, so that a site keeps its salts', () => {
		const text = wpConfig( { constants: { AUTH_KEY: 'mine' } } );
		expect( text.match( /'AUTH_KEY'/g ) ).toHaveLength( 1 );
		expect( text ).toContain( "define( 'AUTH_KEY', 'mine' );" );
	} );

	it( 'leaves addresses to the network where none are given', () => {
		expect( wpConfig( { constants: {} } ) ).not.toContain( 'WP_HOME' );
	} );
} );
