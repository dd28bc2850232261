import { findDebianArchive, parseAptSources, writeAptSource } from './apt-sources';

const deb822 = `Types: deb deb-src
# an old snapshot
URIs: http://archive.example/debian
Suites: bookworm bookworm-updates
Components: main contrib
Signed-By: /usr/share/keyrings/debian.gpg

Types: deb
URIs: http://archive.example/debian-security
Suites: bookworm-security
Components: main
`;

describe( 'parseAptSources', () => {
	it( 'reads a deb822 file with comments between fields', () => {
		const [ first, second ] = parseAptSources( 'debian.sources', deb822 );
		expect( first ).toEqual( {
			types: [ 'deb', 'deb-src' ],
			uris: [ 'http://archive.example/debian' ],
			suites: [ 'bookworm', 'bookworm-updates' ],
			components: [ 'main', 'contrib' ],
			signedBy: '/usr/share/keyrings/debian.gpg',
			trusted: false,
		} );
		expect( second?.suites ).toEqual( [ 'bookworm-security' ] );
	} );

	it( 'leaves out a deb822 paragraph that is switched off', () => {
		expect( parseAptSources( 'a.sources', 'Enabled: no\nTypes: deb\nURIs: http://archive.example/\nSuites: sid\nComponents: main\n' ) ).toEqual( [] );
	} );

	it( 'reads one-line entries with and without options, and no comments', () => {
		const text = [
			'# deb http://off.example/debian bookworm main',
			'deb [arch=amd64 signed-by=/a.gpg,/b.gpg trusted=yes] http://archive.example/debian bookworm main non-free # why',
			'deb-src http://archive.example/debian bookworm main',
		].join( '\n' );
		expect( parseAptSources( 'sources.list', text ) ).toEqual( [
			{ types: [ 'deb' ], uris: [ 'http://archive.example/debian' ], suites: [ 'bookworm' ], components: [ 'main', 'non-free' ], signedBy: '/a.gpg /b.gpg', trusted: true },
			{ types: [ 'deb-src' ], uris: [ 'http://archive.example/debian' ], suites: [ 'bookworm' ], components: [ 'main' ], signedBy: '', trusted: false },
		] );
	} );
} );

describe( 'findDebianArchive', () => {
	it( 'takes the main archive, not security updates, sources or a third party', () => {
		const sources = [
			...parseAptSources( 'a.list', 'deb http://vendor.example/node nodistro main\ndeb-src http://src.example/debian bookworm main\ndeb cdrom:[disc]/ bookworm main' ),
			...parseAptSources( 'b.sources', deb822.split( '\n\n' ).reverse().join( '\n\n' ) ),
		];
		expect( findDebianArchive( sources )?.uri ).toBe( 'http://archive.example/debian' );
	} );

	it( 'finds nothing on a machine of another distribution', () => {
		expect( findDebianArchive( parseAptSources( 'a.list', 'deb http://archive.example/ubuntu noble main universe' ) ) ).toBeNull();
	} );
} );

describe( 'writeAptSource', () => {
	it( 'keeps a key that stands in the source itself', () => {
		const text = 'Types: deb\nURIs: http://archive.example/debian\nSuites: trixie\nComponents: main\nSigned-By:\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n mDMEY\n -----END PGP PUBLIC KEY BLOCK-----\n';
		const archive = findDebianArchive( parseAptSources( 'a.sources', text ) );
		expect( archive ).not.toBeNull();
		const written = writeAptSource( archive!, 'sid' );
		expect( written ).toContain( 'Suites: sid' );
		expect( parseAptSources( 'b.sources', written )[ 0 ]?.signedBy ).toBe( archive!.signedBy );
		expect( archive!.signedBy ).toContain( '\n mDMEY' );
	} );
} );
