import { missingSentence, requirementsFor } from './requirements';

describe( 'requirementsFor', () => {
	it( 'names the packages of the PHP that is used, not of Debian’s default', () => {
		const packages = requirementsFor( '8.4' ).flatMap( ( requirement ) => requirement.packages );
		expect( packages ).toEqual( expect.arrayContaining( [ 'php8.4-fpm', 'php8.4-mysql', 'php8.4-sqlite3' ] ) );
		expect( packages.filter( ( name ) => name.startsWith( 'php' ) && ! name.startsWith( 'php8.4-' ) ) ).toEqual( [] );
	} );
} );

describe( 'missingSentence', () => {
	it( 'names only the suites that were asked for', () => {
		const mariadb = requirementsFor( '8.2' ).find( ( { name } ) => name === 'MariaDB' )!;
		expect( missingSentence( mariadb, [ 'jest', 'integration' ] ) ).toBe(
			'MariaDB is missing, so integration cannot run (on Debian: apt-get install mariadb-server).'
		);
	} );
} );
