import { newestOfLine, readVersion } from './lines';

describe( 'newestOfLine', () => {
	it.each( [
		[ [ '7.1', '7.1.4', '7.1.10', '7.2', '6.8.7' ], '7.1', '7.1.10' ],
		[ [ '6.8', '6.80.1', '6.9' ], '6.8', '6.8' ],
		[ [ '7.2' ], '7.1', null ],
	] as const )( 'of %j in line %s takes %s', ( versions, line, newest ) => {
		expect( newestOfLine( versions, line ) ).toBe( newest );
	} );
} );

describe( 'readVersion', () => {
	it( 'finds the version that WordPress declares, and nothing in other files', () => {
		expect( readVersion( "<?php\n$wp_version = '7.1.4';\n$wp_db_version = 60000;" ) ).toBe( '7.1.4' );
		expect( readVersion( '<?php // nothing' ) ).toBeNull();
	} );
} );
