import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { joined, joinLoginPath } from './login-path';

const outDir = mkdtempSync( path.join( os.tmpdir(), 'causeway-login-path-' ) );
afterAll( () => rmSync( outDir, { recursive: true, force: true } ) );

describe( 'joined', () => {
	it( 'keeps each class in its namespace, with one opening', () => {
		const file = joined( [ '<?php\n\ndeclare(strict_types=1);\n\nnamespace A;\n\nfinal class One {}\n', '<?php\n\ndeclare(strict_types=1);\n\nnamespace B;\n\nuse A\\One;\n\nfinal class Two {}\n' ] );
		expect( file.match( /<\?php/g ) ).toHaveLength( 1 );
		expect( file.match( /strict_types/g ) ).toHaveLength( 1 );
		expect( file ).toContain( 'namespace B;\n\nuse A\\One;' );
	} );

	it( 'refuses what is no class file', () => {
		expect( () => joined( [ '<?php\necho 1;\n' ] ) ).toThrow( /Not a class file/ );
	} );
} );

describe( 'joinLoginPath', () => {
	it( 'makes a file that PHP reads alone, with every class that it names', () => {
		const count = joinLoginPath( outDir );
		const script = `require $argv[1]; echo count( array_filter( [ ...get_declared_classes(), ...get_declared_interfaces() ], static fn ( $name ) => str_starts_with( $name, 'Causeway' ) ) );`;
		expect( Number( execFileSync( 'php', [ '-r', script, '--', path.join( outDir, 'login-path.php' ) ], { encoding: 'utf8' } ) ) ).toBe( count );
		expect( count ).toBeGreaterThan( 30 );
	} );
} );
