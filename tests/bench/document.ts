/**
 * `docs/benchmarks.md`: the figures of one run as tables, with the machine described as far as they depend on it.
 */
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { root } from '../support/paths';
import { findProgram, mustRun } from '../support/process/run';
import type { Curve, Point, Scan } from './scale';
import { fixed, type Line } from './verdict';

export const documentFile = path.join( root, 'docs', 'benchmarks.md' );

interface Measured {
	readonly wordpress: string;
	readonly php: string;
	readonly lines: readonly Line[];
	readonly curves: readonly Curve[];
	readonly scans: readonly Scan[];
}

const cell = ( text: string ): string => text.replaceAll( '|', '\\|' ).replaceAll( '\n', ' ' );

const markdown = ( head: readonly string[], rows: ReadonlyArray< readonly string[] > ): string =>
	[ head, head.map( () => '---' ), ...rows ].map( ( row ) => `| ${ row.map( cell ).join( ' | ' ) } |` ).join( '\n' );

const budgets = ( lines: readonly Line[] ): string =>
	markdown(
		[ 'what', 'figure', 'bare', 'ours', 'budget', 'kept' ],
		lines.map( ( { area, what, bare, ours, budget, isWithin } ) => [ area, what, bare, ours, budget, isWithin === null ? '' : [ 'no', 'yes' ][ Number( isWithin ) ] ?? '' ] )
	);

const power = ( size: number ): string => `10${ [ ...String( Math.round( Math.log10( size ) ) ) ].map( ( digit ) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[ Number( digit ) ] ).join( '' ) }`;

const more = ( { more: told = {} }: Point ): string => Object.entries( told ).filter( ( [ name ] ) => name !== 'done' ).map( ( [ name, value ] ) => `${ fixed( value ) } ${ name }` ).join( ', ' );

const curve = ( { what, engine, points }: Curve ): string[][] =>
	points.map( ( point, index ) => [
		index === 0 ? `${ what } (${ engine })` : '',
		power( point.size ),
		fixed( point.median, 1 ),
		fixed( point.p99, 1 ),
		String( point.queries ),
		point.rows === null ? '' : String( point.rows ),
		fixed( point.memoryMB, 1 ),
		more( point ),
	] );

/** Nothing that names the machine: only what its figures depend on. */
async function machine( wordpress: string, php: string ): Promise< string > {
	const server = await findProgram( 'mariadbd', 'mysqld' );
	const mariadb = server === null ? '' : ( /Ver ([0-9.]+)/.exec( ( await mustRun( server, [ '--version' ] ) ).stdout )?.[ 1 ] ?? '' );
	const gigabytes = Math.round( os.totalmem() / 2 ** 30 );
	return `${ os.cpus().length } virtual processors and ${ gigabytes } GB of memory, shared with other work (a load of ${ fixed( os.loadavg()[ 1 ] ?? 0, 1 ) } over the last five minutes of the run); ${ os.type() }, PHP ${ php } (FPM, OPcache) behind nginx, MariaDB ${ mariadb } with row binlog and every commit on disk, SQLite by WordPress’s own integration, WordPress ${ wordpress }.`;
}

export async function writeDocument( { wordpress, php, lines, curves, scans }: Measured ): Promise< void > {
	const text = `# Benchmarks

Written by \`npm run bench -- --docs\`. Queries, rows and bytes are exact counts and come out the same on every machine; times are this machine's, and other work ran on it: read them as ratios.

Machine: ${ await machine( wordpress, php ) }

## Budgets

${ budgets( lines ) }

## How the cost grows

Each size is a site with as many people, cases and attempts; a tenth of the cases waits, one in five names is nobody's. Milliseconds are those of the door, from the moment the request is let in to its answer; of a failed login and of work in the background
they are the whole. For work in the background the second figure of milliseconds is the longest statement. “Rows read” is what the database's engine handed out for a request (\`Handler_read_*\`), \`information_schema\` left aside.

${ markdown( [ 'what', 'size', 'ms, median', 'ms, p99', 'queries', 'rows read', 'MB', '' ], curves.flatMap( curve ) ) }

\`EXPLAIN\` of every statement of those requests, at each size: ${ scans.length === 0 ? 'none reads a table from end to end.' : `${ scans.length } read a table from end to end:` }
${ scans.length === 0 ? '' : `\n${ markdown( [ 'what', 'size', 'table', 'rows', 'statement' ], scans.map( ( { what, size, table, rows, sql } ) => [ what, power( size ), table, String( rows ), `\`${ sql.replace( /\s+/g, ' ' ).slice( 0, 160 ) }\`` ] ) ) }\n` }`;
	await writeFile( documentFile, `${ text.trimEnd() }\n` );
}
