/**
 * Joins the classes of the login path into one file, `build/login-path.php`.
 *
 * A refused login needs some forty of our small files; opening each costs about as much as running it. `login-path.php` beside this file
 * names them and puts each after those that it builds on. A class that is missing there is found by the autoloader all the same.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { root } from './root';

const OPENING = /^<\?php\s+declare\(strict_types=1\);\s*/;

/** One PHP file of several that each begin with `<?php`, `declare(strict_types=1);` and a namespace of their own, in this order. */
export const joined = ( sources: readonly string[] ): string => {
	const bodies = sources.map( ( source ) => {
		if ( ! OPENING.test( source ) || ! /^namespace [\w\\]+;$/m.test( source ) ) {
			throw new Error( `Not a class file of ours: ${ source.slice( 0, 80 ) }` );
		}
		return source.replace( OPENING, '' ).trim();
	} );
	return `<?php\n\ndeclare(strict_types=1);\n\n${ bodies.join( '\n\n' ) }\n`;
};

/** Writes the file; returns how many classes are in it. */
export const joinLoginPath = ( outDir: string = path.join( root, 'build' ) ): number => {
	const files = execFileSync( 'php', [ path.join( __dirname, 'login-path.php' ), path.join( root, 'src', 'server' ) ], { encoding: 'utf8' } ).trim().split( '\n' );
	mkdirSync( outDir, { recursive: true } );
	writeFileSync( path.join( outDir, 'login-path.php' ), joined( files.map( ( file ) => readFileSync( file, 'utf8' ) ) ) );
	return files.length;
};
